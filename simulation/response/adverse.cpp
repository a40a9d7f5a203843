#include "simulation/response/adverse.h"

#include <algorithm>

#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

void block_at_least(TreatmentState& state, Muscle muscle, BodySide side, double block) {
  double& current = state.muscles.at(muscle, side).block;
  current = std::max(current, block);
}

void untreat(TreatmentState& state, BodySide side) {
  for (std::size_t m = 0; m < kMuscleCount; ++m)
    if (!is_midline(static_cast<Muscle>(m))) state.muscles.at(static_cast<Muscle>(m), side) = MuscleState{};
  state.crows_feet[side] = LineState{};
  state.glabella_rest_share[side] = 1.0 / state.glabella.rest_relief;
  state.forehead_rest_share[side] = 1.0 / state.forehead.rest_relief;
}

}  // namespace

TreatmentState adverse_state(const TreatmentState& base, AdverseOutcome outcome, BodySide side) {
  TreatmentState state = base;
  switch (outcome) {
    case AdverseOutcome::no_visible_change:
      return TreatmentState{};
    case AdverseOutcome::asymmetry:
      untreat(state, side);
      break;
    case AdverseOutcome::eyelid_droop:
      block_at_least(state, Muscle::levator_palpebrae, side, kDroopingLidBlock);
      break;
    case AdverseOutcome::brow_droop:
      for (BodySide each : kBodySides) {
        block_at_least(state, Muscle::frontalis_medial, each, kDroopingBrowBlock);
        block_at_least(state, Muscle::frontalis_lateral, each, kDroopingBrowBlock);
      }
      break;
    case AdverseOutcome::uneven_smile:
      block_at_least(state, Muscle::zygomaticus, side, kUnevenSmileBlock);
      break;
    case AdverseOutcome::weak_push_off:
      for (BodySide each : kBodySides) {
        block_at_least(state, Muscle::gastrocnemius_medial, each, kWeakPushOffBlock);
        block_at_least(state, Muscle::gastrocnemius_lateral, each, kWeakPushOffBlock);
        block_at_least(state, Muscle::soleus, each, kWeakSoleusBlock);
      }
      break;
    case AdverseOutcome::injection_bumps:
    case AdverseOutcome::bruise:
      break;
  }
  return state;
}

}  // namespace simulation
