#pragma once

#include <array>

#include "simulation/calf/compartments.h"

namespace simulation {

/// Loss of each compartment over the mean loss of its muscle, e.g. 1 everywhere where a muscle is treated
/// evenly. The volume-weighted mean of each muscle is 1.
using CompartmentPattern = std::array<double, compartments::kCount>;
CompartmentPattern even_pattern();

}  // namespace simulation
