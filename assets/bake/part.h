#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

#include "assets/bake/package.h"

namespace bake {

/// Face size of a proxy, per axis, as the distance of two base vertices over a reference distance. Linear in
/// the positions as long as the two vertices keep their order, so that it can be morphed like a point.
struct AxisScale {
  std::array<std::uint32_t, 3> high{}, low{};
  glm::dvec3 divisor_mm{1.0};
};

/// A point that follows the base mesh: a weighted sum of base vertices, plus an offset that grows with the
/// face, plus an offset that never changes. Linear in the base positions, so the same sum applied to a
/// morph row gives the point's displacement.
struct Blend {
  std::vector<std::pair<std::uint32_t, double>> terms;  // base vertex, weight
  glm::dvec3 scaled_offset_mm{0.0};
  glm::dvec3 fixed_offset_mm{0.0};
};

/// Sum of blends; terms of the same vertex are merged and sorted.
Blend mix(std::span<const std::pair<const Blend*, double>> blends);
Blend mix(const Blend& a, const Blend& b, double share_of_b);

struct Corner {
  std::uint32_t point = 0;
  glm::dvec2 uv{0.0};  // v up
};
using Face = std::array<Corner, 4>;

/// One part of a region mesh, all quads.
struct Part {
  std::string name, material;
  std::vector<Blend> points;
  std::vector<Face> faces;  // counter-clockwise from outside
  AxisScale scale;          // used by points with a scaled offset
};

/// Positions in mm of a part's points when the base mesh has these positions.
std::vector<glm::dvec3> positions(const Part& part, std::span<const glm::dvec3> base_mm);
/// Displacements in mm of a part's points for these displacements of the base mesh.
std::vector<glm::dvec3> displacements(const Part& part, std::span<const glm::dvec3> deltas_mm);

}  // namespace bake
