#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace simulation {

/// Averages movements of a surface over about 7 mm along it, never across it: skin and fascia bend over more
/// than a lattice cell, and what a cell more or less of muscle does to a field is not theirs. An even
/// movement stays as it is.
class SkinSmoother {
 public:
  /// Nothing is smoothed without triangles.
  SkinSmoother(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles);

  /// `field` has one entry per point.
  void smooth(std::vector<glm::vec3>& field) const;

 private:
  int rounds_ = 0;
  std::vector<std::uint32_t> first_;  // of neighbours_ per point, one more at the end
  std::vector<std::uint32_t> neighbours_;
};

}  // namespace simulation
