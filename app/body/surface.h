#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/base/view_names.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_surface.h"
#include "simulation/face/skin_folds.h"
#include "simulation/measure/held_weights.h"
#include "simulation/response/adverse.h"
#include "simulation/response/state.h"
#include "simulation/sided.h"

namespace app {

/// What to look at: all that a surface depends on beside plan, model and person.
struct Moment {
  double week = 0.0;
  simulation::Responder responder = simulation::Responder::typical;
  simulation::Expression expression = simulation::Expression::neutral;  // face only
  double effort = 1.0;  // of the expression or of standing on tip-toe, 0 to 1
  simulation::CalfPose pose = simulation::CalfPose::standing;  // calf only
  Treatment treatment = Treatment::both;
  /// A possible side effect, shown for teaching; empty: the plan alone. It changes the shape that is drawn
  /// and no number.
  std::optional<simulation::AdverseOutcome> side_effect{};
  bool operator==(const Moment&) const = default;
};

/// The same look at the plan alone.
inline Moment without_side_effect(Moment moment) {
  moment.side_effect.reset();
  return moment;
}

/// y of the lowest of some points, at least one.
float lowest_y_mm(std::span<const glm::vec3> points_mm);

struct PartSurface {
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;  // unit, one per point
};

/// Runs of points in ascending order, each its first and one past its last.
using PointRuns = std::vector<glm::uvec2>;

/// Shape of every part of a body, in the order of Body::parts().
struct Surface {
  std::vector<PartSurface> parts;
  /// Face only, per sample of Body::lines(); see simulation::LineRelief.
  std::vector<float> line_depths_mm;
  std::vector<float> line_swells_mm;
  /// Per part: all points that differ from what this surface was before the last Body::surface() into it, and
  /// few others. The whole part where it was empty or another body's; no run where nothing moved.
  std::vector<PointRuns> changed;

  /// For Body alone, so that it writes only what moves the next time: whose shape this is, or null, and what
  /// it holds, per part of a face or side of a calf.
  std::shared_ptr<const void> partly;
  std::vector<simulation::HeldWeights> face_held;
  std::vector<simulation::SkinFolds::Held> folds_held;
  simulation::Sided<simulation::HeldWeights> calf_held;
};

}  // namespace app
