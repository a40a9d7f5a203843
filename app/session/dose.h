#pragma once

#include "simulation/plan/plan.h"

/// Changing the units of a session as the plan panel shows them: per muscle and side.
namespace app {

inline constexpr double kMaxEnteredUnits =
    1500.0;  // the largest session total on a label of any product here

/// Sets the units of one side, both sides or the midline; other sides keep theirs. Clamped to 0 to
/// kMaxEnteredUnits; a side with 0 units has no injection.
void set_units(simulation::Session& session, simulation::Muscle muscle, simulation::Side side, double units);

/// Sets the number of points of an existing injection, 1 to 40.
void set_points(simulation::Session& session, simulation::Muscle muscle, simulation::Side side, int points);

}  // namespace app
