#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// What is uneven about a point of a surface, from where it lies on the rest shape; 255 stands for 1.
struct SkinGrain {
  /// Over some millimetres and more, about 128: melanin, blood, roughness, coarseness of the relief.
  std::uint8_t tone[4];
  /// How creases waver to the side and along and how deep they are, and the film of sebum.
  std::uint8_t uneven[4];
  /// How much the grain map counts as laid on along x, y and z, together about 255; the last is nothing.
  std::uint8_t planes[4];
};

/// Per point of a rest shape, with the triangles between its points.
std::vector<SkinGrain> skin_grain(std::span<const glm::vec3> rest_mm, std::span<const glm::uvec3> triangles);

}  // namespace render
