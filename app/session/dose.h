#pragma once

#include <optional>

#include "simulation/plan/plan.h"

/// Reading and changing the units of a session as the plan panel shows them: per muscle and side.
namespace app {

inline constexpr double kMaxEnteredUnits =
    1500.0;  // the largest session total on a label of any product here

/// Units given to one side (or the midline) of a muscle, free skin points left out.
double units_of(const simulation::Session& session, simulation::Muscle muscle, simulation::Side side);

/// Points of that side; empty when the protocol's own number is used or there is no such injection.
std::optional<int> points_of(const simulation::Session& session, simulation::Muscle muscle,
                             simulation::Side side);

/// Sets the units of one side, both sides or the midline; other sides keep theirs. Clamped to 0 to
/// kMaxEnteredUnits; a side with 0 units has no injection.
void set_units(simulation::Session& session, simulation::Muscle muscle, simulation::Side side, double units);

/// Sets the number of points of an existing injection, 1 to 40.
void set_points(simulation::Session& session, simulation::Muscle muscle, simulation::Side side, int points);

}  // namespace app
