#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "simulation/anatomy/atlas.h"
#include "simulation/plan/plan.h"

namespace simulation {

/// Usual number of injection points per side (midline: in all), from the atlas.
int protocol_points(Muscle muscle);

/// Largest number of points of one muscle and side that a plan may ask for.
inline constexpr int kMaxPoints = 40;

/// Sites over the end-plate sheet of one muscle, `points` of them (1 to kMaxPoints), in sheet coordinates:
/// x along the muscle's length and y across it, both 0 to 1. Even spacing, same for both sides (mirrored).
std::vector<glm::dvec2> standard_sites(Muscle muscle, int points);

/// One named muscle's share of an injection that a plan gives to a group.
struct MuscleShare {
  Muscle muscle;
  double share = 1.0;  // of the units
  int points = 1;
};

/// What a target means in muscles that have a state: a group such as `frontalis` becomes its parts, by
/// points, all other muscles stay as they are.
std::vector<MuscleShare> muscles_of(const MuscleTarget& target);

}  // namespace simulation
