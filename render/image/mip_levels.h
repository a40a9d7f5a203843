#pragma once

#include <cstddef>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// Smaller levels of RGBA8 images and volumes, the largest first, down to one pixel: what glGenerateMipmap
/// makes. A driver that draws on the processor compiles a program for each kind of texture to make them,
/// which takes longer than this, and no two drivers round alike.

/// True when every side is a power of two: each level is then half of the one above it.
bool halves_evenly(glm::ivec3 size);

/// Means of neighbours along x, then y, then z, rounded half up each time, as Mesa's llvmpipe does. `rgba8`
/// has x fastest; std::invalid_argument for a size that does not halve evenly or does not fit the bytes.
std::vector<std::vector<std::byte>> smaller_levels(std::span<const std::byte> rgba8, glm::ivec3 size);

/// The same of an image in sRGB (IEC 61966-2-1): the mean of light, not of numbers; alpha is plain.
std::vector<std::vector<std::byte>> smaller_srgb_levels(std::span<const std::byte> rgba8, glm::ivec3 size);

}  // namespace render
