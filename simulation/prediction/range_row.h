#pragma once

#include <span>
#include <string>

#include "simulation/prediction/prediction.h"
#include "simulation/prediction/quantities.h"

namespace simulation {

/// The range of one quantity over people, told as its row of the table says. `values`: one per person,
/// reordered; `tape_error_cm` the same, read for a quantity that is taken by tape.
PredictionRow range_row(const Quantity& quantity, double week, const std::string& key,
                        std::span<double> values, std::span<const double> tape_error_cm);

}  // namespace simulation
