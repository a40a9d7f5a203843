#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

#include "simulation/face/face_surface.h"
#include "simulation/kept_array.h"
#include "simulation/measure/held_weights.h"
#include "simulation/measure/lanes.h"

namespace simulation {

class TurnTerms;

/// A part of the head in motion: what FacePart::deform() and vertex_normals() give, to within a micrometre
/// and a fraction of a degree, but only where targets reach and many points at once. Movements and turns are
/// kept as 16-bit shares of their largest value per block of points.
class FaceMotion {
 public:
  /// Something that moves the part beside the muscles, linear in its weight.
  struct Target {
    std::string name;
    FacePart::Movement movement;
    double largest = 1.0;  // no weight is larger in size
  };

  /// Without points, to be filled; see KeptArray.
  FaceMotion() = default;
  /// `rest_normals` are vertex_normals() of the part at rest, one per point; `triangles` index its points.
  /// Poses may name the targets of `beside` too. Throws InputError when sizes differ or something names a
  /// missing point.
  FaceMotion(const FacePart& part, std::span<const glm::vec3> rest_normals,
             std::span<const glm::uvec3> triangles, const std::vector<Target>& beside = {});

  /// Writes every point that a pose can move or turn and leaves all others alone: a buffer that held the rest
  /// shape or any pose of it becomes the new pose. An empty pose gives the bytes of the rest shape. One entry
  /// per point of the part; targets that are not known do nothing.
  void apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
             std::span<glm::vec3> normals) const;
  /// The same bytes where most of them are there already: the buffers hold the pose that this wrote last with
  /// `held`, or the rest shape and `held` is empty. Only blocks that the new pose changes are written. Adds
  /// to `changed` the runs of points (first, one past the last) that hold all that was written, ascending.
  void apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals,
             HeldWeights& held, std::vector<glm::uvec2>& changed) const;

  /// Points that can move or turn, ascending.
  const KeptArray<std::uint32_t>& movers() const { return movers_; }

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.point_count_, self.targets_, self.movers_, self.rest_, self.reaching_);
    for (auto* terms : {&self.moved_, &self.turned_}) visit(terms->all, terms->values, terms->first);
  }

 private:
  template <typename Number>
  using Block = std::array<Number, 3 * kLaneSize>;
  struct alignas(kLineBytes) Rest {
    Block<float> points_mm;  // point by point
    Block<float> normals;    // all x, then y, then z
    bool in_a_row = false;   // its points follow one another
  };
  /// What one target, or a pair of them, does to a block.
  struct Term {
    std::int16_t first = 0, second = 0;  // second: TurnTerms::kAlone of a target by itself
    float step = 0.0F;                   // of one unit of its values
    float largest = 0.0F;
  };
  struct alignas(kLineBytes) Packed {
    Block<std::int16_t> numbers;
  };
  /// Terms of all blocks one after another, apart from their values: most are passed over in most poses.
  struct Terms {
    KeptArray<Term> all;
    KeptArray<Packed> values;
    KeptArray<std::uint32_t> first;  // of each block, and the end
  };
  /// The same while it is made.
  struct NewTerms {
    std::vector<Term> all;
    std::vector<Packed> values;
    std::vector<std::uint32_t> first;
  };

  /// Targets of a block, a bit each.
  using TargetSet = std::bitset<128>;
  static std::size_t bit_of(std::size_t target) { return target % TargetSet().size(); }
  /// What is summed for a block.
  struct Pieces {
    std::vector<LanePiece> moved, turned;
  };

  static void add_block(std::span<const std::uint32_t> points, const std::vector<Target>& targets,
                        const TurnTerms& turns, NewTerms& moved, NewTerms& turned);
  void write(std::size_t block, const Rest& now, std::span<glm::vec3> points_mm,
             std::span<glm::vec3> normals) const;
  /// Of a term, 0 where it is too small to show.
  static float shown_weight(const Term& term, std::span<const float> weights, float least);
  void require_count(std::span<const glm::vec3> points_mm, std::span<const glm::vec3> normals) const;
  std::vector<float> weights_of(std::span<const TargetWeight> pose) const;
  /// True when a block looks different at two sets of weights.
  bool differs(std::size_t block, std::span<const float> now, std::span<const float> before) const;
  void gather(std::size_t block, std::span<const float> weights, Pieces& pieces) const;
  void write_blocks(std::span<const std::uint32_t> blocks, std::span<const float> weights,
                    std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const;

  std::size_t point_count_ = 0;
  std::vector<std::string> targets_;
  KeptArray<std::uint32_t> movers_;
  KeptArray<Rest> rest_;  // per block of movers
  Terms moved_, turned_;
  KeptArray<TargetSet> reaching_;  // per block: the targets of its terms
};

}  // namespace simulation
