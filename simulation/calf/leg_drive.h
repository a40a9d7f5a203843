#pragma once

#include "simulation/calf/foot_pose.h"
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

/// What drives both legs in a pose held with `effort` 0 to 1 (clamped): the loss of every muscle, and as
/// contraction effort times the muscle's share in that pose times what its block leaves. Standing is relaxed.
/// Shares on tip-toe are assumed: 0.9 medial, 0.8 lateral, 0.8 soleus. Trials of heel raises
/// [ferri_caruana2025] find the medial head near its strongest at full height and the lateral head
/// below it on two legs; they give no share of full contraction for the three muscles together.
Sided<LegDrive> leg_drives(const TreatmentState& state, CalfPose pose, double effort);

}  // namespace simulation
