#pragma once

#include "simulation/calf/foot_outline.h"
#include "simulation/shape/solid.h"

namespace simulation {

/// From the world to bone coordinates of a leg: x medial, y up from the knee, z forward, mm.
glm::dvec3 bone_coordinates(const LegFrame& frame, const glm::dvec3& world);

/// Navicular, cuneiforms and cuboid as blended ellipsoids, in bone coordinates. Needs a found() foot. Places
/// are shares of the foot's length and width, by eye from anatomical plates (assumed).
Solid midfoot_solid(const FootOutline& foot, const LegFrame& frame);
/// Metatarsals and toes as tapered rods, likewise.
Solid forefoot_solid(const FootOutline& foot, const LegFrame& frame);

}  // namespace simulation
