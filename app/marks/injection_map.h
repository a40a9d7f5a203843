#pragma once

#include <optional>
#include <vector>

#include "app/body/body.h"
#include "simulation/plan/plan.h"
#include "simulation/response/model.h"

namespace app {

/// One needle point on the skin.
struct InjectionPoint {
  std::size_t injection = 0;                 // of its session; the first of those that share the point
  std::optional<simulation::Muscle> muscle;  // whose standard site it is; empty: a free point
  simulation::BodySide side = simulation::BodySide::left;
  SkinPlace place;
  double units = 0.0;  // at this point, the product's own
  /// Possible spread: standard deviations of the kernel that the dose field uses, across and along the
  /// fibres. All spread radii are assumptions, and people differ.
  double spread_across_mm = 0.0;
  double spread_along_mm = 0.0;
  glm::dvec3 along{0.0, 1.0, 0.0};  // unit, of the fibres, at rest

  bool free() const { return !muscle; }
};

/// Where a session's needles go.
struct InjectionMap {
  simulation::Region region = simulation::Region::calf;
  std::size_t session = 0;
  std::vector<InjectionPoint> points;  // named muscles first, then free points, each in the plan's order
  /// Units that have no place on this skin: muscles of the other region, free points beside the texture.
  /// Points and these together are session_units().
  double unplaced_units = 0.0;
};

/// Every point of one session on the body at rest. Free points lie where the plan puts them; a named muscle's
/// standard sites are put on the skin over its sheet. Empty for a session the plan does not have.
InjectionMap injection_map(const simulation::Plan& plan, std::size_t session, const Body& body,
                           const simulation::ResponseModel& model);

/// The session a week belongs to: the last one up to that week, else the first.
std::size_t session_at(const simulation::Plan& plan, double week);

}  // namespace app
