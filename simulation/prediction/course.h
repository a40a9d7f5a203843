#pragma once

#include <cstdint>
#include <memory>

#include "simulation/plan/plan.h"
#include "simulation/response/dose_field.h"
#include "simulation/response/model.h"
#include "simulation/response/state.h"

namespace simulation {

/// The course of a plan for the low, typical and high responder, to be asked for any week: pure. A week is
/// worked out when it is first asked for, which takes milliseconds, and kept; after that it is cheap enough
/// for every frame. What it gives does not depend on what was asked before. Safe from several threads.
///
/// Each figure (block, volume, relief) is the 10th, 50th or 90th percentile of the response over the very
/// population that `predict` draws for the same plan, people and seed, at each half day to week of a fixed
/// grid, straight between. A soleus that grows in compensation grows by the population's median share of what
/// the responder's own gastrocnemius has lost.
class OutcomeCourse {
 public:
  /// Throws InputError as validate() does. `people` is at least 1; `reach` places free skin points. Followed
  /// to last_shown_week(), or to `until_week` where that is later.
  OutcomeCourse(const Plan& plan, const ResponseModel& model, int people = 2000, std::uint64_t seed = 1,
                const DoseReach& reach = {}, double until_week = 0.0);

  /// State of the body at a week. Exactly the default state up to the first dose, and for muscles no dose
  /// reaches. Past the last week followed it stays as it was then.
  TreatmentState state(double week, Responder responder) const;
  /// Works all weeks out, so that none has to be waited for.
  void work_out() const;

 private:
  class Weeks;
  std::shared_ptr<Weeks> weeks_;  // null: no dose
};

}  // namespace simulation
