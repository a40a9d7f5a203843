#pragma once

#include <span>
#include <vector>

#include "simulation/calf/bone_mesh.h"

namespace simulation {

/// Tendons of kneecap, front and side muscles as smooth cords from inside the bellies over the ankle to the
/// foot (to the ankle where the skin has no foot). Courses are by eye from anatomical plates (assumed).
std::vector<AnatomyMesh> leg_tendons(const LegOutline& skin, const LegBones& bones,
                                     std::span<const glm::vec3> points_mm);

}  // namespace simulation
