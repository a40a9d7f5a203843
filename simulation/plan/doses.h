#pragma once

#include "simulation/plan/plan.h"

namespace simulation {

/// Units given to one side (or the midline) of a muscle in one session or over a whole plan, in the products'
/// own units. An injection for both sides counts for each; free skin points are left out.
double units_of(const Session& session, Muscle muscle, Side side);
double units_of(const Plan& plan, Muscle muscle, Side side);

/// Whether an injection that is given to a side is also given to the one asked for.
bool covers(Side given, Side asked);

}  // namespace simulation
