#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "render/camera/camera.h"

namespace render {

Camera orbit(Camera camera, double yaw_rad, double pitch_rad) {
  const glm::dvec3 from_target = camera.eye_mm - camera.target_mm;
  const double distance = glm::length(from_target);
  const double flat = std::hypot(from_target.x, from_target.z);
  double pitch = std::atan2(from_target.y, flat);
  // Straight above or below, what is up in the picture says which way the turntable faces.
  const bool vertical = flat < 1e-9 * distance;
  const glm::dvec3 facing = vertical ? (pitch > 0.0 ? -camera.up : camera.up) : from_target;
  const double yaw = std::atan2(facing.x, facing.z) + yaw_rad;
  pitch = std::clamp(pitch + pitch_rad, -kMaxPitchRad, kMaxPitchRad);

  const glm::dvec3 direction(std::cos(pitch) * std::sin(yaw), std::sin(pitch),
                             std::cos(pitch) * std::cos(yaw));
  camera.eye_mm = camera.target_mm + distance * direction;
  camera.up = {0.0, 1.0, 0.0};
  return camera;
}

Camera pan(Camera camera, glm::dvec2 ndc_from, glm::dvec2 ndc_to, double aspect) {
  const glm::dvec3 shift =
      point_on_target_plane(camera, ndc_from, aspect) - point_on_target_plane(camera, ndc_to, aspect);
  camera.eye_mm += shift;
  camera.target_mm += shift;
  return camera;
}

Camera zoom_at(Camera camera, double factor, glm::dvec2 ndc, double aspect) {
  const glm::dvec3 fixed = point_on_target_plane(camera, ndc, aspect);
  const glm::dvec3 from_target = camera.eye_mm - camera.target_mm;
  camera.target_mm = fixed + (camera.target_mm - fixed) / factor;
  if (camera.orthographic) {
    camera.ortho_height_mm /= factor;
    camera.eye_mm = camera.target_mm + from_target;
    return camera;
  }
  camera.eye_mm = camera.target_mm + from_target / factor;
  const double distance = camera.distance_mm();
  const double reach = camera.far_mm - glm::length(from_target);
  camera.far_mm = distance + reach;
  camera.near_mm = std::max(0.05 * distance, distance - reach);
  return camera;
}

}  // namespace render
