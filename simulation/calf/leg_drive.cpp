#include "simulation/calf/leg_drive.h"

#include <algorithm>

namespace simulation {
namespace {

// Assumed, see the header.
constexpr LegContraction kTiptoe{0.9, 0.8, 0.8};

}  // namespace

Sided<LegDrive> leg_drives(const TreatmentState& state, CalfPose pose, double effort) {
  const double pull = pose == CalfPose::tiptoe ? std::clamp(effort, 0.0, 1.0) : 0.0;
  Sided<LegDrive> drives;
  for (const BodySide side : kBodySides) {
    const auto left_by_block = [&](Muscle muscle) {
      return 1.0 - std::clamp(state.muscles.at(muscle, side).block, 0.0, 1.0);
    };
    drives[side].loss = leg_loss(state, side);
    drives[side].contraction = {pull * kTiptoe.medial * left_by_block(Muscle::gastrocnemius_medial),
                                pull * kTiptoe.lateral * left_by_block(Muscle::gastrocnemius_lateral),
                                pull * kTiptoe.soleus * left_by_block(Muscle::soleus)};
  }
  return drives;
}

}  // namespace simulation
