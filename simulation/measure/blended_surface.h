#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/kept_array.h"
#include "simulation/measure/held_weights.h"
#include "simulation/measure/lanes.h"

namespace simulation {

/// A surface that is a sum of fields: positions and normals at any weights without a solve. Fields are kept
/// as 16-bit shares of their largest value per block of points, and left out of blocks that they do not
/// reach.
class BlendedSurface {
 public:
  /// A field: movement per unit weight of every point (mm), in the order of the points given.
  using Field = std::vector<glm::vec3>;

  /// Without points, to be filled; see KeptArray.
  BlendedSurface() = default;
  /// `linear` fields are weighted by values p_i, `second` by p_i p_j for the pairs given (first <= second).
  /// `largest` bounds |p_i|: what no weight in reach can make matter (under 0.5 micrometres, 0.0002 of a
  /// normal) is dropped, and points that nothing moves keep their bytes. Normals are blended to second order
  /// too, from the triangles. Throws InputError when sizes differ.
  BlendedSurface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                 std::span<const glm::uvec3> triangles, const std::vector<Field>& linear,
                 const std::vector<std::pair<int, int>>& pairs, const std::vector<Field>& second,
                 std::span<const double> largest);
  /// The same where fields are given at some points alone, `at` (ascending), and are 0 at all others: most of
  /// a large surface may not move.
  BlendedSurface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                 std::span<const glm::uvec3> triangles, std::span<const std::uint32_t> at,
                 const std::vector<Field>& linear, const std::vector<std::pair<int, int>>& pairs,
                 const std::vector<Field>& second, std::span<const double> largest);

  /// Writes every point that can move; all others are left alone, so that a buffer that held the rest shape
  /// or any state of it becomes the new state. Values of 0 give the bytes of the rest shape.
  void apply(std::span<const double> values, std::span<glm::vec3> points_mm,
             std::span<glm::vec3> normals) const;
  /// The same bytes where most of them are there already: the buffers hold the state that this wrote last
  /// with `held`, or the rest shape and `held` is empty. Only blocks that the new values change are written.
  /// Adds to `changed` the runs of points (first, one past the last) that hold all that was written,
  /// ascending.
  void apply(std::span<const double> values, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals,
             HeldWeights& held, std::vector<glm::uvec2>& changed) const;
  /// The same without normals.
  void apply(std::span<const double> values, std::span<glm::vec3> points_mm) const;

  /// Points that can move, ascending.
  const KeptArray<std::uint32_t>& movers() const { return movers_; }

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.pairs_, self.linear_count_, self.movers_, self.rest_, self.packed_, self.block_first_);
  }

 private:
  static constexpr std::size_t kBlock = 64;
  using Lane = std::array<float, kBlock>;
  using PackedLane = std::array<std::int16_t, kBlock>;
  /// x y z of the position, then of the normal.
  struct alignas(kLineBytes) Rest {
    std::array<Lane, 6> lanes;
  };
  struct Packed {
    std::uint16_t term;
    float moved_scale;
    float normal_scale;
    alignas(kLineBytes) std::array<PackedLane, 6> lanes;
  };
  /// Packs `movers`, in the order of movers_, by their place in the fields.
  void pack(std::span<const std::uint32_t> movers, const std::vector<Field>& moved,
            const std::vector<Field>& turned, std::span<const double> bounds);
  std::vector<float> weights_of(std::span<const double> values) const;
  bool differs(std::size_t block, std::span<const float> now, std::span<const float> before) const;
  std::span<const std::uint32_t> movers_of(std::size_t block) const;
  /// What is summed for a block; kept from one to the next for its memory.
  struct Pieces {
    std::vector<LanePiece> moved, turned;
  };
  void write_block(std::size_t block, std::span<const float> weights, Pieces& pieces,
                   std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const;

  std::vector<std::pair<int, int>> pairs_;
  std::size_t linear_count_ = 0;
  KeptArray<std::uint32_t> movers_;
  KeptArray<Rest> rest_;                  // per block of movers
  KeptArray<Packed> packed_;              // sorted by block
  KeptArray<std::uint32_t> block_first_;  // first of packed_ per block, one more at the end
};

}  // namespace simulation
