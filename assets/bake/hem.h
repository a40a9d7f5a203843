#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "assets/bake/part.h"

namespace bake {

/// Keeps the ends of the thighs level, and at the same share of the thigh bone, whatever the body shape: rim
/// points slide along their own edge columns to a height that follows the joints. Linear in the positions, so
/// it holds for displacements too.
class HemLevel {
 public:
  /// A rim whose height is that of `level`, a weighted sum of base vertices. Returns its number.
  std::size_t add_rim(Blend level);
  /// A point that moves with rim point `rim_point` by `share` of its correction; `slope` is the movement in x
  /// and z per unit of height along the column.
  void add_point(std::uint32_t point, std::size_t rim, std::uint32_t rim_point, double share,
                 glm::dvec2 slope);

  /// Positions or displacements in mm of all points of the part, and of the base mesh they came from.
  void apply(std::span<glm::dvec3> field_mm, std::span<const glm::dvec3> base_mm) const;

 private:
  struct Member {
    std::uint32_t point, rim_point;
    std::size_t rim;
    double share;
    glm::dvec2 slope;
  };
  std::vector<Blend> rims_;
  std::vector<Member> members_;
};

}  // namespace bake
