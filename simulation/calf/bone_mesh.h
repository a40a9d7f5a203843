#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy_mesh.h"
#include "simulation/calf/leg_outline.h"

namespace simulation {

/// Tibia, fibula, lower femur, kneecap and the ankle and heel bones of one leg as smooth closed meshes under
/// the skin given. Sizes are those of an adult with a 380 mm shank (assumed) and scale with the shank; places
/// follow the skin.
std::vector<AnatomyMesh> leg_bones(const LegOutline& skin, std::span<const glm::vec3> points_mm);

}  // namespace simulation
