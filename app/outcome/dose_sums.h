#pragma once

#include <span>
#include <string>

#include "simulation/plan/plan.h"

namespace app {

/// `60`, `12.5`: at most two decimals, none that are zero.
std::string number_text(double value);

/// Units an injection gives in all: those for both sides count twice.
double total_units(const simulation::Injection& injection);

/// Region an injection is in: that of its muscle; a free point is in the plan's region.
simulation::Region region_of(const simulation::Injection& injection, simulation::Region plan_region);

/// Units of one session in one region, both sides.
double region_units(const simulation::Session& session, simulation::Region plan_region,
                    simulation::Region region);

/// Units of one session in a group of muscles on one side of the body; the midline counts for both.
double side_units(const simulation::Session& session, std::span<const simulation::Muscle> muscles,
                  simulation::BodySide side);

/// Units of one session in a group of muscles, both sides and the midline.
double muscle_units(const simulation::Session& session, std::span<const simulation::Muscle> muscles);

double session_units(const simulation::Session& session);

}  // namespace app
