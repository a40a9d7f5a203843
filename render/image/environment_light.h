#pragma once

#include <array>
#include <cstddef>
#include <glm/vec3.hpp>

#include "render/image/hdr_image.h"

namespace render {

/// Coefficients of light from all round as it falls on a matt surface with normal n (irradiance / pi):
/// c[0] + c[1] y + c[2] z + c[3] x + c[4] xy + c[5] yz + c[6] (3zz - 1) + c[7] xz + c[8] (xx - yy).
/// Order-2 spherical harmonics with their constants multiplied in [ramamoorthi2001].
using SkyLight = std::array<glm::vec3, 9>;

glm::vec3 sky_light(const SkyLight& sky, glm::vec3 normal);

/// One of the brightest places of a map, taken out of the rest of it.
struct EnvironmentKey {
  glm::vec3 direction{0, 0, 1};  // unit, towards the light
  glm::vec3 light{0};            // irradiance / pi on a surface that faces it; 0: there is none
  float half_size = 0.05f;       // tangent of half its angular size
};

/// A map of light from all round, in the frame of the photographer: z towards the photographer, y up.
/// Normalised so that the mean luminance over all directions is 1, whatever picture it will light.
struct EnvironmentLight {
  SkyLight sky{};                      // what is not in the keys
  std::array<EnvironmentKey, 4> keys;  // brightest first

  bool operator==(const EnvironmentLight&) const;
};

/// Reduces an equirectangular map: its middle column is where the photographer stands, its right half lies
/// to the right of the person who looks there, its top row is straight up. `name` is what messages call it.
/// Throws InputError for a map that is not twice as wide as high, or black.
EnvironmentLight environment_light(const HdrImage& map, const std::string& name);

}  // namespace render
