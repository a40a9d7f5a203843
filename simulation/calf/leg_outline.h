#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/calf/leg_grid.h"
#include "simulation/measure/leg_tape.h"

namespace simulation {

/// Where a point lies in a leg, about the leg's smoothed centre line.
struct LegPoint {
  double t = 0.0;
  double theta = 0.0;
  double radius_mm = 0.0;
  glm::dvec3 outward{0.0};  // unit, across the leg
};

/// Skin of one leg as a radius per height and direction about a centre line through the middle of each
/// section. Everything under the skin is placed from it, so nothing can lie outside.
class LegOutline {
 public:
  /// Assumption: from low on the thigh to the sole, all that moves or shows.
  static constexpr double kFrom = -0.30;
  static constexpr double kTo = 1.12;

  /// Measures the skin. `centre_from`: keep the centre line of another outline of the same leg (so that
  /// radial moves before and after share their directions), or null to make one.
  LegOutline(const LegTape& tape, std::span<const glm::vec3> points_mm,
             const LegOutline* centre_from = nullptr);

  const LegFrame& frame() const { return frame_; }
  const LegGrid& radius_mm() const { return radius_; }
  /// Middle of the section at t, in (posterior, medial) mm from the axis.
  glm::dvec2 centre_mm(double t) const;
  LegPoint locate(const glm::dvec3& point_mm) const;
  glm::dvec3 point_mm(double t, double theta, double radius_mm) const;

 private:
  void find_centres(const std::vector<std::vector<glm::dvec2>>& loops);

  LegFrame frame_;
  LegGrid radius_;
  std::vector<glm::dvec2> centres_;
};

}  // namespace simulation
