#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/face/line_map.h"
#include "simulation/kept_array.h"

namespace simulation {

/// Swells of a part of the head between its lines of expression: the skin that an expression pushes together
/// sinks in at the line and rises to both sides of it, as much as it sinks. The points move along the normal
/// of the relaxed skin, by what LineRelief::swell_mm says of the samples near them, so that nothing swims.
/// The shape across a line is an assumption; each line's is added to the others'.
class SkinFolds {
 public:
  /// The touched points of a part without its swells, and with them; empty: it has none. For SkinFolds alone.
  struct Held {
    std::vector<glm::vec3> points_mm, normals;
    std::vector<glm::vec3> shown_mm, shown_normals;
    std::uint64_t swollen = 0;  // lines, as `near_` has them
  };

  /// Without points, to be filled; see KeptArray.
  SkinFolds() = default;
  /// `rest_mm` and `normals` are those of the relaxed part, one per point, and `lines` lie on the skin. What
  /// lies more than a few mm under or over the skin stays where it is.
  SkinFolds(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> normals, const LineMap& lines);

  /// Takes the swells off again: the part is as it was before apply() with `held`.
  void lift(Held& held, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const;
  /// Puts them on a part that has none. Adds to `changed` the runs of points that differ from what apply()
  /// with `held` left.
  void apply(std::span<const float> swell_mm, Held& held, std::span<glm::vec3> points_mm,
             std::span<glm::vec3> normals, std::vector<glm::uvec2>& changed) const;

  /// Points that can move, ascending.
  std::span<const std::uint32_t> touched() const { return touched_; }

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.touched_, self.up_, self.near_, self.first_, self.terms_, self.line_of_);
  }

 private:
  /// What a mm of swell at one sample does to one point.
  struct Term {
    std::uint32_t sample = 0;
    float height = 0.0F;    // mm
    glm::vec3 slope{0.0F};  // of the height over the skin
  };
  void add_line(const LinePlace& line, std::uint32_t first_sample, const glm::vec3& point,
                const glm::vec3& normal, std::vector<Term>& terms) const;

  KeptArray<std::uint32_t> touched_;
  KeptArray<glm::vec3> up_;         // unit, per touched point
  KeptArray<std::uint64_t> near_;   // lines that reach each, a bit each; past 64 they share bits
  KeptArray<std::uint32_t> first_;  // terms of each, and the end
  KeptArray<Term> terms_;
  KeptArray<std::uint8_t> line_of_;  // bit of each sample's line
};

}  // namespace simulation
