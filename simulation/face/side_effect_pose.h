#pragma once

#include <optional>
#include <vector>

#include "simulation/face/face_surface.h"
#include "simulation/response/adverse.h"

namespace simulation {

/// How far a drooping brow hangs below where the blocked muscles leave it, share of the frontalis's full
/// lift; an assumption: a person whose forehead holds the brows up all day loses more than the usual resting
/// tone.
inline constexpr double kBrowHang = 0.3;

/// What a side effect adds to face_pose(): nothing but for a brow droop. Names targets that face_pose()
/// names.
std::vector<TargetWeight> side_effect_pose(std::optional<AdverseOutcome> shown);

}  // namespace simulation
