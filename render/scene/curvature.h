#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// A point of a surface as it is drawn. All of it lies in one line of the processor's cache: the neighbours
/// of a point are all over memory.
struct alignas(32) SurfacePoint {
  glm::vec3 position_mm{0.0f}, normal{0.0f};
  float scalar = 0.0f;
  float curvature = 0.0f;  // 1/mm
};

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
  /// Sets the mean curvature of the points of these runs (first, one past the last), positive where the
  /// surface bulges outwards (a ball of radius r: 1/r), from the edges around each. `points` has one entry
  /// per point. A point gets the same bytes whatever others are asked for.
  void bend(std::span<SurfacePoint> points, std::span<const glm::uvec2> runs) const;

 private:
  void bend_run(std::span<SurfacePoint> points, glm::uvec2 run) const;

  /// Set in a neighbour across an edge that only one triangle has: half as much is known about it.
  static constexpr std::uint32_t kBorder = 1U << 31;
  /// So many edges before its turn a neighbour is called for.
  static constexpr std::uint32_t kAhead = 48;
  std::vector<std::uint32_t> first_;  // of each point's neighbours, and the end
  /// Every edge once from each of its ends, and kAhead more that are called for alone.
  std::vector<std::uint32_t> neighbours_;
};

}  // namespace render
