#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/file/shared_array.h"
#include "render/mesh/mesh.h"

namespace render {

/// The refinement of a cage as one linear map, points = S * cage, and what the refined points are drawn as.
/// Made by Subdivision, or read from a baked mesh. refine is const, keeps no state and may run on several
/// threads at once.
class Refinement {
 public:
  /// Per point the points of the level before that it is mixed from: entries start[i]..start[i+1]. One
  /// halving of the edges each: two short steps cost less to build and to apply than their product.
  struct Rows {
    SharedArray<std::uint32_t> start;
    SharedArray<std::uint32_t> index;
    SharedArray<float> weight;

    std::size_t size() const { return start.size() - 1; }
    glm::vec3 mix(std::span<const glm::vec3> parents, std::uint32_t row) const;
  };

  Refinement() = default;
  /// No rows: the cage's own points are drawn.
  Refinement(std::size_t cage_point_count, std::vector<Rows> steps, Topology topology)
      : cage_point_count_(cage_point_count), steps_(std::move(steps)), topology_(std::move(topology)) {}

  /// Faces and vertices after refinement. point_count equals the length of refined arrays.
  const Topology& topology() const { return topology_; }
  const std::vector<Rows>& steps() const { return steps_; }
  std::size_t cage_point_count() const { return cage_point_count_; }
  std::size_t point_count() const { return topology_.point_count; }

  /// cage: cage_point_count() values; points: point_count() values, overwritten.
  /// Throws std::invalid_argument when a size differs.
  void refine(std::span<const glm::vec3> cage, std::span<glm::vec3> points) const;

 private:
  std::size_t cage_point_count_ = 0;
  std::vector<Rows> steps_;
  Topology topology_;
};

}  // namespace render
