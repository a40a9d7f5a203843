#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace bake {

/// Keeps the open ends of the thighs level whatever the body shape: rim points slide along their own edge
/// columns to the mean height of their rim. Linear in the positions, so it holds for displacements too.
class HemLevel {
 public:
  /// A rim by its points, in order. Returns its number.
  std::size_t add_rim(std::vector<std::uint32_t> points);
  /// A point that moves with rim point `rim_point` by `share` of its correction; `slope` is the movement in x
  /// and z per unit of height along the column.
  void add_point(std::uint32_t point, std::size_t rim, std::uint32_t rim_point, double share,
                 glm::dvec2 slope);

  /// Positions or displacements of all points of the part, in mm.
  void apply(std::span<glm::dvec3> field_mm) const;

 private:
  struct Member {
    std::uint32_t point, rim_point;
    std::size_t rim;
    double share;
    glm::dvec2 slope;
  };
  std::vector<std::vector<std::uint32_t>> rims_;
  std::vector<Member> members_;
};

}  // namespace bake
