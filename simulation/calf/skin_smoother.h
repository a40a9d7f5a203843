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
  /// `wanted` names, in ascending order, the points whose movements are asked for; a surface may be much
  /// larger. Nothing is smoothed without triangles.
  SkinSmoother(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
               std::span<const std::uint32_t> wanted);

  /// The points whose movements go into those of the wanted ones, which are among them; ascending.
  const std::vector<std::uint32_t>& needed() const { return needed_; }

  /// Smooths many fields at once: `movements` has `width` numbers for each of needed(), one after the other.
  /// Afterwards those of the wanted points are smoothed, the others are of no use.
  void smooth(std::vector<float>& movements, std::size_t width) const;

 private:
  /// Neighbours of all points, each list ascending.
  struct Mesh {
    std::vector<std::uint32_t> first;  // of each point, and the end
    std::vector<std::uint32_t> neighbours;
  };
  static Mesh mesh_of(std::size_t points, std::span<const glm::uvec3> triangles);
  void add_needed(const Mesh& mesh, std::span<const std::uint32_t> wanted);

  int rounds_ = 0;
  std::vector<std::uint32_t> needed_;
  std::vector<std::uint32_t> first_;  // of neighbours_ per needed point, one more at the end
  std::vector<std::uint32_t> neighbours_;
};

}  // namespace simulation
