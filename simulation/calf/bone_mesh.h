#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy_mesh.h"
#include "simulation/calf/leg_outline.h"

namespace simulation {

/// The bones of LegBones as smooth closed meshes, in its order.
std::vector<AnatomyMesh> leg_bones(const LegOutline& skin, std::span<const glm::vec3> points_mm);

}  // namespace simulation
