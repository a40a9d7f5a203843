#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/mesh/mesh.h"

namespace render {

/// Catmull-Clark refinement of a cage as one linear map, points = S * cage. The topology is built once;
/// refine is const, keeps no state and may run on several threads at once. Open borders stay where they are
/// (smooth edges, sharp corners); UVs are smoothed inside islands and linear at their corners.
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
  /// Sparse matrix by rows: entries start[i]..start[i+1] of index and weight belong to row i.
  struct Rows {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> index;
    std::vector<float> weight;
  };

  void build_level0(const Cage& cage);
  void build_refined(const Cage& cage, int level);
  void build_columns();

  Topology topology_;
  std::size_t cage_point_count_ = 0;
  Rows rows_;     // per refined point: cage points; empty at level 0
  Rows columns_;  // per cage point: refined points; empty at level 0
};

}  // namespace render
