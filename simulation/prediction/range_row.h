#pragma once

#include <string>

#include "simulation/prediction/population.h"
#include "simulation/prediction/prediction.h"
#include "simulation/prediction/quantities.h"

namespace simulation {

/// The range of one quantity at a place over the people at their week, told as its row of the table says.
PredictionRow range_row(const Quantity& quantity, const QuantityPlace& place, const std::string& key,
                        Population& people);

}  // namespace simulation
