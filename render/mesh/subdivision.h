#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/mesh/mesh.h"
#include "render/mesh/refinement.h"

namespace render {

/// Catmull-Clark refinement [catmull_clark1978] of a cage, built from its faces. Open borders stay where they
/// are (smooth edges, sharp corners); UVs are smoothed inside islands and linear at their corners. Points of
/// a level above 0 are numbered by place (order_by_place() of the cage as it is given). Takes a good part of
/// a second for a head: the program reads its refinements from the baked meshes.
class Subdivision {
 public:
  /// level 0..6; 0 is the cage itself, triangulated. A cage without faces is passed through as points.
  /// Throws std::invalid_argument for another level, AssetError when the faces cannot be subdivided.
  Subdivision(const Cage& cage, int level);

  const Refinement& refinement() const { return refinement_; }
  const Topology& topology() const { return refinement_.topology(); }
  std::size_t cage_point_count() const { return refinement_.cage_point_count(); }
  std::size_t point_count() const { return refinement_.point_count(); }
  void refine(std::span<const glm::vec3> cage, std::span<glm::vec3> points) const {
    refinement_.refine(cage, points);
  }

  /// The same map for a displacement: only the points it moves, in ascending order, the name kept.
  MorphTarget refine(const MorphTarget& target) const;

 private:
  /// Per point of the level before the points it takes part in.
  struct Columns {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> row;

    std::size_t size() const { return start.size() - 1; }
  };

  static Topology level0(const Cage& cage);
  void build_refined(const Cage& cage, int level);
  /// Brings the points of the last step into order_by_place(); returns the new number of each.
  static std::vector<std::uint32_t> lay_by_place(const Cage& cage, std::vector<Refinement::Rows>& steps);
  static Columns transposed(const Refinement::Rows& rows, std::size_t column_count);

  Refinement refinement_;
  std::vector<Columns> columns_;  // one per step
};

}  // namespace render
