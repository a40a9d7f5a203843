#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/mesh/mesh.h"

namespace render {

/// Catmull-Clark refinement [catmull_clark1978] of a cage as one linear map, points = S * cage. The topology
/// is built once; refine is const, keeps no state and may run on several threads at once. Open borders stay
/// where they are (smooth edges, sharp corners); UVs are smoothed inside islands and linear at their corners.
class Subdivision {
 public:
  /// level 0..6; 0 is the cage itself, triangulated. A cage without faces is passed through as points.
  /// Throws std::invalid_argument for another level, AssetError when the faces cannot be subdivided.
  Subdivision(const Cage& cage, int level);

  /// Faces and vertices after refinement. point_count equals the length of refined arrays.
  const Topology& topology() const { return topology_; }
  std::size_t cage_point_count() const { return cage_point_count_; }
  std::size_t point_count() const { return topology_.point_count; }

  /// cage: cage_point_count() values; points: point_count() values, overwritten.
  /// Throws std::invalid_argument when a size differs.
  void refine(std::span<const glm::vec3> cage, std::span<glm::vec3> points) const;

  /// The same map for a displacement: only the points it moves, in ascending order, the name kept.
  MorphTarget refine(const MorphTarget& target) const;

 private:
  /// Per point the points of the level before that it is mixed from: entries start[i]..start[i+1].
  struct Rows {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> index;
    std::vector<float> weight;

    std::size_t size() const { return start.size() - 1; }
    glm::vec3 mix(std::span<const glm::vec3> parents, std::uint32_t row) const;
  };

  /// Per point of the level before the points it takes part in.
  struct Columns {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> row;

    std::size_t size() const { return start.size() - 1; }
  };

  /// One halving of the edges. Two short steps cost less to build and to apply than their product.
  struct Step {
    Rows rows;
    Columns columns;
  };

  void build_level0(const Cage& cage);
  void build_refined(const Cage& cage, int level);
  static Columns transposed(const Rows& rows, std::size_t column_count);

  Topology topology_;
  std::size_t cage_point_count_ = 0;
  std::vector<Step> steps_;
};

}  // namespace render
