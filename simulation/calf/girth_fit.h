#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <span>

#include "simulation/calf/leg_outline.h"

namespace simulation {

/// Moves the points of one leg outward by a relief in mm over t and theta.
void add_relief(const LegOutline& outline, const std::function<double(double t, double theta)>& outward_mm,
                std::span<glm::vec3> points_mm);

/// Scales the leg across its axis until the largest tape girth of the calf is `girth_mm` within 0.05 mm.
/// Rear and sides take most of the change, the shin least; the knee follows a slimmer leg and in part a
/// larger one; ankle, foot and thigh stay. Throws InputError when the girth cannot be reached (more than half
/// or double of what the mesh has).
void fit_girth(const LegTape& tape, const LegOutline& outline, double girth_mm,
               std::span<glm::vec3> points_mm);

/// True for points that belong to this leg and lie in the reach of its fields.
bool belongs_to_leg(const LegFrame& frame, const glm::dvec3& point_mm);

}  // namespace simulation
