#pragma once

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "app/body/body.h"
#include "simulation/plan/plan.h"
#include "simulation/response/dose_field.h"
#include "simulation/response/muscle_places.h"

namespace app {

/// A free injection point of a plan on a body.
struct FreePoint {
  std::size_t session = 0;
  std::size_t injection = 0;
  std::optional<glm::dvec3> skin_mm;            // at rest; empty where the skin's texture has no skin
  std::vector<simulation::MusclePlace> places;  // nearest first
};

/// Beyond this a point is far from a muscle: over three times the spread of a usual dose (an assumption).
inline constexpr double kFarFromMuscleMm[] = {25.0, 15.0};  // calf, face

bool has_free_points(const simulation::Plan& plan);

/// Every free point of the plan, in its order.
std::vector<FreePoint> free_points(const simulation::Plan& plan, const Body& body,
                                   const simulation::ResponseModel& model);

/// What the dose field needs to know of the body: the muscles that free points are not far from, and the
/// muscles beside those the plan names.
simulation::DoseReach reach_of(const simulation::Plan& plan, const Body& body,
                               const simulation::ResponseModel& model);

/// What each leg's muscles get in all sessions: named injections evenly, free points where they are, in equal
/// parts to the muscles under them.
simulation::Sided<std::vector<simulation::CalfDose>> calf_doses(const simulation::Plan& plan,
                                                                const Body& body,
                                                                const simulation::ResponseModel& model);

}  // namespace app
