#pragma once

#include "simulation/calf/leg_response.h"

namespace simulation {

/// How hard the calf muscles of one leg pull, each as a share of the full contraction that the untreated
/// muscle can make, 0 to 1. Standing relaxed is 0.
struct LegContraction {
  double medial = 0.0;   // gastrocnemius, medial head
  double lateral = 0.0;  // gastrocnemius, lateral head
  double soleus = 0.0;
  bool operator==(const LegContraction&) const = default;
};

/// All that the shape of one lower leg depends on, beside the person.
struct LegDrive {
  LegLoss loss;
  LegContraction contraction;
};

}  // namespace simulation
