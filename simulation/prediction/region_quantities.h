#pragma once

#include "simulation/prediction/quantities.h"

namespace simulation {

/// The two parts of the table, each beside its formulas.
std::span<const Quantity> calf_quantities();
std::span<const Quantity> face_quantities();

/// Puts value(p) of each person into `out`.
template <typename Value>
void fill(std::span<double> out, Value value) {
  for (std::size_t p = 0; p < out.size(); ++p) out[p] = value(p);
}

}  // namespace simulation
