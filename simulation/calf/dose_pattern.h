#pragma once

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "simulation/calf/calf_muscles.h"
#include "simulation/calf/compartment_pattern.h"

namespace simulation {

/// Product that reaches one muscle of a leg: evenly by the standard sites of its protocol, or from one point
/// of the skin.
struct CalfDose {
  CalfMuscle muscle = CalfMuscle::medial;
  double units = 0.0;
  std::optional<glm::dvec3> skin_mm;  // empty: the standard sites, which cover the muscle
};

/// Where in its muscles the loss of a leg is, given where the product went: a compartment's share of the dose
/// over its share of the volume. A free point spreads as a Gaussian of 30 mm along and across the muscle,
/// wider than the product itself since fibres run through several compartments (assumed); no compartment
/// loses more than twice the mean of its muscle. Even where a muscle gets nothing from free points.
CompartmentPattern dose_pattern(const LegOutline& outline, const CalfMuscles& muscles,
                                const std::vector<CalfDose>& doses);

}  // namespace simulation
