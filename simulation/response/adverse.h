#pragma once

#include <optional>

#include "simulation/response/state.h"

namespace simulation {

/// Results nobody hopes for, which the program can show as they would look.
enum class AdverseOutcome {
  no_visible_change,
  asymmetry,
  eyelid_droop,
  brow_droop,
  uneven_smile,
  weak_push_off,
  injection_bumps,
  bruise
};
inline constexpr AdverseOutcome kAdverseOutcomes[] = {
    AdverseOutcome::no_visible_change, AdverseOutcome::asymmetry,    AdverseOutcome::eyelid_droop,
    AdverseOutcome::brow_droop,        AdverseOutcome::uneven_smile, AdverseOutcome::weak_push_off,
    AdverseOutcome::injection_bumps,   AdverseOutcome::bruise};

/// How much of a muscle is blocked when the outcome shows. Assumptions: no study measured it.
inline constexpr double kDroopingLidBlock = 0.5;   // levator of the lid, reached by spread
inline constexpr double kDroopingBrowBlock = 0.9;  // the plateau of a full dose, over the whole frontalis
inline constexpr double kUnevenSmileBlock = 0.65;  // zygomaticus of one side, reached by spread
inline constexpr double kWeakPushOffBlock = 0.9;   // the same, over both heads of the gastrocnemius
inline constexpr double kWeakSoleusBlock = 0.5;    // soleus, reached by spread
/// How far the heel still rises on tip-toe, share of the turn of the foot. An assumption: no study measured
/// it.
inline constexpr double kWeakHeelRise = 0.55;

/// The state of a body that would be `base` had the outcome not come. A muscle is never less blocked than in
/// `base`, but where the treatment did not take:
/// - no_visible_change: the untreated body.
/// - asymmetry: `side` is as untreated; the midline procerus and the lines of the whole brow stay as they
/// are.
/// - eyelid_droop: the lid of `side`. brow_droop: both brows. uneven_smile: the corner of the mouth of
/// `side`. weak_push_off: both calves; how high the heels rise is no state of a muscle, see heel_rise().
/// - injection_bumps, bruise: `base`; they are of the skin, no muscle has a part in them.
TreatmentState adverse_state(const TreatmentState& base, AdverseOutcome outcome, BodySide side);

/// Share of the full turn of the foot that is left on tip-toe: 1 but for a weak push-off.
constexpr double heel_rise(std::optional<AdverseOutcome> shown) {
  return shown == AdverseOutcome::weak_push_off ? kWeakHeelRise : 1.0;
}

}  // namespace simulation
