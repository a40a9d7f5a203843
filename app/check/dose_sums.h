#pragma once

#include <optional>
#include <span>

#include "simulation/anatomy/expression.h"
#include "simulation/plan/doses.h"
#include "simulation/plan/plan.h"

namespace app {

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

/// Units of one session in the muscles that make a line of the face, both sides and the midline.
double area_units(const simulation::Session& session, simulation::FaceLine line);

/// Points the units of an injection go to, of one side: its own number, else the protocol's; 1 of a free
/// point.
int sites_of(const simulation::Injection& injection);

/// What the injection aims at, if that is the muscle; null otherwise.
const simulation::MuscleTarget* target_of(const simulation::Injection& injection, simulation::Muscle muscle);

/// Points of that side; empty when the protocol's own number is used or there is no such injection.
std::optional<int> points_of(const simulation::Session& session, simulation::Muscle muscle,
                             simulation::Side side);

}  // namespace app
