#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/kept_array.h"
#include "simulation/measure/leg_frame.h"

namespace simulation {

struct GirthReading {
  double girth_mm = 0.0;
  double t = 0.0;  // where along the leg
};

/// A tape for one leg: the triangles are sorted along the leg once, so that a reading costs microseconds.
/// Readings are right for any points of the same mesh that have not moved by more than 3 mm along the leg
/// since construction.
class LegTape {
 public:
  /// Without triangles, to be filled; see KeptArray.
  LegTape() = default;
  /// Covers t_from to t_to. Keeps its own list of triangles of this leg only: those whose points are within
  /// 200 mm of its axis and nearer to it than to the mirror plane of the two legs.
  LegTape(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles, const LegFrame& frame,
          double t_from, double t_to);

  const LegFrame& frame() const { return frame_; }
  /// Outline of the leg at t in (posterior, medial) mm from the axis; empty when it is not closed there.
  std::vector<glm::dvec2> loop(std::span<const glm::vec3> points_mm, double t) const;
  double girth_mm(std::span<const glm::vec3> points_mm, double t) const;
  /// Largest girth in t 0.14 to 0.60, the calf between the knee and the small of the leg.
  GirthReading largest(std::span<const glm::vec3> points_mm) const;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.frame_, self.t_from_, self.t_step_, self.triangles_, self.bins_, self.first_of_bin_);
  }

 private:
  std::size_t bin_of(double t) const;

  LegFrame frame_;
  double t_from_ = 0.0;
  double t_step_ = 1.0;
  KeptArray<glm::uvec3> triangles_;
  KeptArray<std::uint32_t> bins_;          // triangles of each bin, one bin after the other
  KeptArray<std::uint32_t> first_of_bin_;  // one more at the end
};

}  // namespace simulation
