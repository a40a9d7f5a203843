#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// The edges about each point of a mesh, for its curvature.
class PointRings {
 public:
  PointRings() = default;
  /// `triangles` index the points.
  PointRings(std::span<const glm::uvec3> triangles, std::size_t point_count);

  std::size_t point_count() const { return first_.empty() ? 0 : first_.size() - 1; }
  /// Marks with 1 all points that share an edge with those of the runs (first, one past the last); `marks`
  /// has one entry per point.
  void mark_neighbours(std::span<const glm::uvec2> runs, std::span<std::uint8_t> marks) const;
  /// Mean curvature in 1/mm of these points, positive where the surface bulges outwards (a ball of radius r:
  /// 1/r), from the edges around each, into their places in `out`, which has one entry per point. A point
  /// gets the same bytes whatever others are asked for.
  void curvature(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                 std::span<const std::uint32_t> points, std::span<float> out) const;

 private:
  /// Set in a neighbour across an edge that only one triangle has: half as much is known about it.
  static constexpr std::uint32_t kBorder = 1U << 31;
  std::vector<std::uint32_t> first_;       // of each point's neighbours, and the end
  std::vector<std::uint32_t> neighbours_;  // every edge once from each of its ends
};

/// PointRings::curvature() of all points.
void mean_curvature(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                    std::span<const glm::uvec3> triangles, std::span<float> out);

}  // namespace render
