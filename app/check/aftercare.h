#pragma once

#include <span>
#include <string>
#include <string_view>

#include "simulation/plan/plan.h"

/// What holds so long after a session; the words are `aftercare.REGION.NAME` of the texts.
namespace app {

struct AftercarePhase {
  std::string_view name;
  double from_week = 0.0;  // since the session; the first phases hold from then on, `waning` and `late` after
  double until_week = 0.0;  // infinite of the last
};

/// All phases after a session, in time. When one begins to wane and is late is an assumption of ours between
/// what leaflets and trials say (source keys clinic_leaflets, alexander2018, carruthers2023).
std::span<const AftercarePhase> aftercare_phases();

/// The text key of a phase.
std::string aftercare_key(simulation::Region region, std::string_view phase);

/// The text key of what holds at a week of the plan, by its last session until then.
std::string aftercare_key(const simulation::Plan& plan, double week);

}  // namespace app
