#pragma once

#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/bone_solids.h"

namespace simulation {

/// Whether a mesh is pressed under the skin as bones are.
enum class Press { no, yes };

/// Closed mesh of a solid in bone coordinates on a lattice of `step_mm`.
AnatomyMesh solid_mesh(const LegBones& bones, const Solid& solid, double step_mm, Press press,
                       const LegOutline& skin);

/// The bones as smooth closed meshes, in the order of solids().
std::vector<AnatomyMesh> leg_bones(const LegBones& bones, const LegOutline& skin);

}  // namespace simulation
