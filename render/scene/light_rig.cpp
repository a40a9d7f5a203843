#include "render/scene/light_rig.h"

#include <array>
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

/// A studio's soft light, rgb / pi: from above and below, passing into each other with the height, and from
/// about the photographer with the square of a half cosine.
struct Ambient {
  glm::vec3 up, down, front;
};
constexpr Ambient kClinicalAmbient{{0.235f, 0.245f, 0.26f}, {0.105f, 0.097f, 0.090f}, {0.10f, 0.10f, 0.10f}};
constexpr float kFrontUpDegrees = 5;

/// The same in the terms of a map's light, which hold it exactly: one kind of light for every shader.
SkyLight sky_of(const Ambient& ambient) {
  const float a = std::sin(glm::radians(kFrontUpDegrees)), b = std::cos(glm::radians(kFrontUpDegrees));
  const glm::vec3 front = 0.25f * ambient.front;
  // front (1 + ay + bz)^2, with yy = (1 - zz - (xx - yy)) / 2.
  const float zz = (b * b - 0.5f * a * a) / 3;
  SkyLight sky{};
  sky[0] = 0.5f * (ambient.up + ambient.down) + front * (1 + 0.5f * a * a + zz);
  sky[1] = 0.5f * (ambient.up - ambient.down) + front * (2 * a);
  sky[2] = front * (2 * b);
  sky[5] = front * (2 * a * b);
  sky[6] = front * zz;
  sky[8] = front * (-0.5f * a * a);
  return sky;
}

/// From the photographer's frame to the world's, as a polynomial in x y z of a normal; the order of its terms
/// is that of frame.glsl.
void set_sky(FrameBlock& block, const SkyLight& sky, float azimuth_rad) {
  const float c = std::cos(azimuth_rad), s = std::sin(azimuth_rad);
  // x' = cx - sz, z' = sx + cz; zz = 1 - xx - yy.
  const glm::vec3 zz = 3.0f * sky[6], xz = sky[7], xx = sky[8];
  const std::array<glm::vec3, 9> world{sky[0] - sky[6] + zz * (c * c) - xz * (s * c) + xx * (s * s),
                                       sky[2] * s + sky[3] * c,
                                       sky[1],
                                       sky[2] * c - sky[3] * s,
                                       (zz * -1.0f + xx) * (c * c - s * s) + xz * (2 * s * c),
                                       zz * -(c * c) + xz * (s * c) - xx * (1 + s * s),
                                       sky[4] * c + sky[5] * s,
                                       sky[5] * c - sky[4] * s,
                                       (zz - xx) * (2 * s * c) + xz * (c * c - s * s)};
  for (std::size_t i = 0; i < world.size(); ++i) block.sky[i] = glm::vec4(world[i], 0);
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

  set_sky(block, sky_of(kClinicalAmbient), azimuth_rad);
  block.front_direction = {direction(azimuth_rad, 0, kFrontUpDegrees), 0};
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

  constexpr Ambient kAmbient{{0.27f, 0.265f, 0.26f}, {0.19f, 0.178f, 0.165f}, {0.18f, 0.175f, 0.17f}};
  set_sky(block, sky_of(kAmbient), azimuth_rad);
  block.front_direction = {direction(azimuth_rad, 0, kFrontUpDegrees), 0};
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
  SkyLight sky = map.sky;
  for (glm::vec3& term : sky) term *= scale;
  set_sky(block, sky, azimuth_rad);
  block.front_direction = {turned({0, 0, 1}), 0};
}

float luminance(glm::vec3 colour) {
  return 0.2126f * colour.r + 0.7152f * colour.g + 0.0722f * colour.b;
}

}  // namespace

float clinical_light() {
  FrameBlock block;
  set_clinical(block, 0);
  // A lamp of irradiance pi has a quarter of its share of the sphere's mean; the front light falls off with
  // the square of a half cosine, whose mean is a third.
  const auto of = [](glm::vec4 light) { return luminance(glm::vec3(light)); };
  return (of(block.key_light) + of(block.fill_light) + of(block.rim_light[0]) + of(block.rim_light[1])) / 4 +
         (luminance(kClinicalAmbient.up) + luminance(kClinicalAmbient.down)) / 2 +
         luminance(kClinicalAmbient.front) / 3;
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
