#include "render/scene/light_rig.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec3.hpp>

namespace render {
namespace {

// side: degrees to the photographer's right, up: degrees above the horizon, both as seen from the person.
glm::vec3 direction(float azimuth_rad, float side_degrees, float up_degrees) {
  const float side = azimuth_rad + glm::radians(side_degrees);
  const float up = glm::radians(up_degrees);
  return {std::sin(side) * std::cos(up), std::sin(up), std::cos(side) * std::cos(up)};
}

}  // namespace

void set_lights(FrameBlock& block, float azimuth_rad) {
  const glm::vec3 key = direction(azimuth_rad, -34, 36);
  const glm::vec3 key_right = glm::normalize(glm::cross(glm::vec3(0, 1, 0), key));
  constexpr float kKeyHalfSize = 0.27f;  // tangent: a 0.8 m softbox at 1.5 m
  block.key_direction = {key, kKeyHalfSize};
  block.key_right = {key_right, 0};
  block.key_up = {glm::cross(key, key_right), 0};
  block.key_light = {1.56f, 1.48f, 1.38f, 0};

  block.fill_direction = {direction(azimuth_rad, 48, 8), 0.5f};
  block.fill_light = {0.17f, 0.18f, 0.195f, 0};
  block.rim_direction[0] = {direction(azimuth_rad, 142, 28), 0};
  block.rim_light[0] = {0.80f, 0.82f, 0.85f, 0};
  block.rim_direction[1] = {direction(azimuth_rad, -150, 32), 0};
  block.rim_light[1] = {0.45f, 0.46f, 0.48f, 0};

  block.ambient_up = {0.235f, 0.245f, 0.26f, 0};
  block.ambient_down = {0.105f, 0.097f, 0.090f, 0};
  block.front_direction = {direction(azimuth_rad, 0, 5), 0};
  block.ambient_front = {0.10f, 0.10f, 0.10f, 0};
}

float photographer_azimuth(const Studio& studio, glm::vec3 toward_eye) {
  if (studio.photographer_azimuth_rad) return *studio.photographer_azimuth_rad;
  // Seen from straight above there is no side; the front is as good as any.
  if (std::hypot(toward_eye.x, toward_eye.z) < 1e-3f) return 0;
  return std::atan2(toward_eye.x, toward_eye.z);
}

}  // namespace render
