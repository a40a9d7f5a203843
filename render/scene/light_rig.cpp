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

void set_key(FrameBlock& block, glm::vec3 direction, float half_size, glm::vec3 light) {
  const glm::vec3 right = glm::cross(glm::vec3(0, 1, 0), direction);
  // Straight above any axis is as good as another.
  const glm::vec3 key_right = glm::length(right) > 1e-3f ? glm::normalize(right) : glm::vec3(1, 0, 0);
  block.key_direction = {direction, half_size};
  block.key_right = {key_right, 0};
  block.key_up = {glm::cross(direction, key_right), 0};
  block.key_light = {light, 0};
}

void set_clinical(FrameBlock& block, float azimuth_rad) {
  constexpr float kKeyHalfSize = 0.27f;  // tangent: a 0.8 m softbox at 1.5 m
  set_key(block, direction(azimuth_rad, -34, 36), kKeyHalfSize, {1.56f, 1.48f, 1.38f});
  block.fill_direction = {direction(azimuth_rad, 48, 8), 0.5f};
  block.fill_light = {0.17f, 0.18f, 0.195f, 0};
  block.rim_direction[0] = {direction(azimuth_rad, 142, 28), 0};
  block.rim_light[0] = {0.62f, 0.635f, 0.66f, 0};
  block.rim_direction[1] = {direction(azimuth_rad, -150, 32), 0};
  block.rim_light[1] = {0.38f, 0.39f, 0.405f, 0};

  block.ambient_up = {0.235f, 0.245f, 0.26f, 0};
  block.ambient_down = {0.105f, 0.097f, 0.090f, 0};
  block.front_direction = {direction(azimuth_rad, 0, 5), 0};
  block.ambient_front = {0.10f, 0.10f, 0.10f, 0};
}

void set_beauty(FrameBlock& block, float azimuth_rad) {
  constexpr float kKeyHalfSize = 0.5f;  // tangent: a 1.5 m softbox at 1.5 m, close over the camera
  set_key(block, direction(azimuth_rad, -12, 34), kKeyHalfSize, {1.24f, 1.16f, 1.06f});
  // From below, as from a white card on the knees; any higher and its mirror image would stand in the pupils.
  block.fill_direction = {direction(azimuth_rad, 10, -38), 0.5f};
  block.fill_light = {0.32f, 0.305f, 0.285f, 0};
  block.rim_direction[0] = {direction(azimuth_rad, 138, 30), 0};
  block.rim_light[0] = {1.05f, 0.84f, 0.62f, 0};
  block.rim_direction[1] = {direction(azimuth_rad, -140, 32), 0};
  block.rim_light[1] = {0.80f, 0.64f, 0.47f, 0};

  block.ambient_up = {0.27f, 0.265f, 0.26f, 0};
  block.ambient_down = {0.19f, 0.178f, 0.165f, 0};
  block.front_direction = {direction(azimuth_rad, 0, 5), 0};
  block.ambient_front = {0.18f, 0.175f, 0.17f, 0};
}

void set_environment(FrameBlock& block, const EnvironmentLight& map, float azimuth_rad) {
  const float c = std::cos(azimuth_rad), s = std::sin(azimuth_rad), scale = clinical_light();
  const auto turned = [&](glm::vec3 d) { return glm::vec3(c * d.x + s * d.z, d.y, c * d.z - s * d.x); };
  const auto light = [&](std::size_t key) { return glm::vec4(map.keys[key].light * scale, 0); };
  set_key(block, turned(map.keys[0].direction), map.keys[0].half_size, glm::vec3(light(0)));
  block.fill_direction = {turned(map.keys[1].direction), 0.5f};
  block.fill_light = light(1);
  for (std::size_t i = 0; i < 2; ++i) {
    block.rim_direction[i] = {turned(map.keys[2 + i].direction), 0};
    block.rim_light[i] = light(2 + i);
  }
  block.front_direction = {turned({0, 0, 1}), 0};
  for (std::size_t i = 0; i < map.sky.size(); ++i) block.sky[i] = glm::vec4(map.sky[i] * scale, 0);
  block.sky[0].w = 1;
}

float luminance(glm::vec4 colour) {
  return 0.2126f * colour.r + 0.7152f * colour.g + 0.0722f * colour.b;
}

}  // namespace

float clinical_light() {
  FrameBlock block;
  set_clinical(block, 0);
  // A lamp of irradiance pi has a quarter of its share of the sphere's mean; the front light falls off with
  // the square of a half cosine, whose mean is a third.
  return (luminance(block.key_light) + luminance(block.fill_light) + luminance(block.rim_light[0]) +
          luminance(block.rim_light[1])) /
             4 +
         (luminance(block.ambient_up) + luminance(block.ambient_down)) / 2 +
         luminance(block.ambient_front) / 3;
}

void set_lights(FrameBlock& block, const Studio& studio, float azimuth_rad) {
  if (studio.environment)
    set_environment(block, *studio.environment, azimuth_rad);
  else if (studio.light == LightPreset::beauty)
    set_beauty(block, azimuth_rad);
  else
    set_clinical(block, azimuth_rad);
}

float photographer_azimuth(const Studio& studio, glm::vec3 toward_eye) {
  if (studio.photographer_azimuth_rad) return *studio.photographer_azimuth_rad;
  // Seen from straight above there is no side; the front is as good as any.
  if (std::hypot(toward_eye.x, toward_eye.z) < 1e-3f) return 0;
  return std::atan2(toward_eye.x, toward_eye.z);
}

}  // namespace render
