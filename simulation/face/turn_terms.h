#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <utility>
#include <vector>

#include "simulation/face/face_surface.h"
#include "simulation/measure/lanes.h"

namespace simulation {

/// How the area-weighted normals of a mesh turn with targets that move it: exactly to second order, which is
/// all there is, since such a normal is quadratic in the points.
class TurnTerms {
 public:
  /// A target by its number, or a pair of them, lower first: its weight is the product of theirs.
  using Key = std::pair<int, int>;
  static constexpr int kAlone = -1;  // second of a target by itself
  /// Change of the unit normals of some points per weight of a term, before they are made unit again; by
  /// ascending key.
  using Changes = std::vector<std::pair<Key, std::array<glm::dvec3, kLaneSize>>>;

  /// Views must outlive it. Each of `movements` lists its points in ascending order.
  TurnTerms(std::span<const glm::vec3> rest_mm, std::span<const glm::uvec3> triangles,
            std::span<const FacePart::Movement* const> movements);

  /// Points on a triangle that some target moves, ascending.
  std::vector<std::uint32_t> reached() const;
  /// Of up to kLaneSize points.
  Changes changes(std::span<const std::uint32_t> points) const;

 private:
  struct Move {
    int target = 0;
    glm::vec3 delta_mm{0.0F};
  };
  std::span<const Move> moves_of(std::uint32_t point) const;

  std::span<const glm::vec3> rest_;
  std::span<const glm::uvec3> triangles_;
  std::size_t target_count_;
  std::vector<Move> moves_;
  std::vector<std::uint32_t> first_move_;  // of each point, and the end
  std::vector<std::uint32_t> corners_;     // triangles of each point, in order
  std::vector<std::uint32_t> first_corner_;
};

}  // namespace simulation
