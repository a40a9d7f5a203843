#include "render/camera/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace render {
namespace {

struct Axes {
  glm::dvec3 right, up, forward;
};

Axes axes_of(const Camera& camera) {
  const glm::dvec3 forward = glm::normalize(camera.target_mm - camera.eye_mm);
  const glm::dvec3 right = glm::normalize(glm::cross(forward, camera.up));
  return {right, glm::cross(right, forward), forward};
}

// From the target to the point of its plane under ndc.
glm::dvec3 plane_offset(const Camera& camera, glm::dvec2 ndc, double aspect) {
  const Axes axes = axes_of(camera);
  const double half_height = 0.5 * camera.visible_height_mm();
  return ndc.x * half_height * aspect * axes.right + ndc.y * half_height * axes.up;
}

}  // namespace

double vertical_fov_rad(double aspect) {
  return 2.0 * std::atan(std::tan(0.5 * kDiagonalFovRad) / std::sqrt(1.0 + aspect * aspect));
}

double Camera::distance_mm() const {
  return glm::length(target_mm - eye_mm);
}

double Camera::visible_height_mm() const {
  return orthographic ? ortho_height_mm : 2.0 * distance_mm() * std::tan(0.5 * vertical_fov_rad);
}

glm::mat4 Camera::view() const {
  return glm::mat4(glm::lookAt(eye_mm, target_mm, up));
}

glm::mat4 Camera::projection(double aspect) const {
  if (!orthographic) return glm::mat4(glm::perspective(vertical_fov_rad, aspect, near_mm, far_mm));
  const double half_height = 0.5 * ortho_height_mm;
  const double half_width = half_height * aspect;
  return glm::mat4(glm::ortho(-half_width, half_width, -half_height, half_height, near_mm, far_mm));
}

Ray ray_through(const Camera& camera, glm::dvec2 ndc, double aspect) {
  const glm::dvec3 on_plane = point_on_target_plane(camera, ndc, aspect);
  if (camera.orthographic) {
    return {camera.eye_mm + plane_offset(camera, ndc, aspect), axes_of(camera).forward};
  }
  return {camera.eye_mm, glm::normalize(on_plane - camera.eye_mm)};
}

glm::dvec3 point_on_target_plane(const Camera& camera, glm::dvec2 ndc, double aspect) {
  return camera.target_mm + plane_offset(camera, ndc, aspect);
}

glm::dvec2 to_ndc(const Camera& camera, glm::dvec3 point_mm, double aspect) {
  const Axes axes = axes_of(camera);
  const glm::dvec3 offset = point_mm - camera.eye_mm;
  const double depth = glm::dot(offset, axes.forward);
  const double shrink = camera.orthographic ? 1.0 : camera.distance_mm() / depth;
  const double half_height = 0.5 * camera.visible_height_mm();
  return {glm::dot(offset, axes.right) * shrink / (half_height * aspect),
          glm::dot(offset, axes.up) * shrink / half_height};
}

glm::dvec2 pixel_to_ndc(glm::dvec2 pixel, glm::dvec2 size) {
  return {2.0 * pixel.x / size.x - 1.0, 1.0 - 2.0 * pixel.y / size.y};
}

}  // namespace render
