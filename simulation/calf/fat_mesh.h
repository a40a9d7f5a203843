#pragma once

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/calf_muscles.h"

namespace simulation {

/// The fat of the shank between skin and muscles, as a sheet that lies under a skin of radius `skin_mm`. Over
/// the inner head it is cut open with a slope of one in one, so that the slope is as wide as the fat is
/// thick. Its thickness is the person's behind the leg; how it thins round the leg and along it is
/// CalfMuscles' own assumption. Count and order of points depend on nothing.
AnatomyMesh fat_mesh(const LegOutline& outline, const LegGrid& skin_mm, const CalfMuscles& muscles,
                     BodySide side);

}  // namespace simulation
