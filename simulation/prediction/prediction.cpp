#include "simulation/prediction/prediction.h"

#include <algorithm>
#include <cmath>

#include "simulation/error.h"
#include "simulation/prediction/quantities.h"

namespace simulation {
namespace {

constexpr int kMaxPeople = 1000000;
constexpr double kMaxWeeks = 20000.0;

std::vector<double> weeks_of(double until, double step) {
  std::vector<double> weeks;
  for (std::size_t i = 0;; ++i) {
    const double week = static_cast<double>(i) * step;
    // A step such as 1/7 must not leave a sliver before the last week.
    if (week > until - 1e-6) break;
    weeks.push_back(week);
  }
  weeks.push_back(until);
  return weeks;
}

std::vector<double> sorted(std::vector<double> weeks) {
  std::sort(weeks.begin(), weeks.end());
  return weeks;
}

void check(const PredictionOptions& options, double until) {
  for (double week : options.weeks)
    if (!(week >= 0.0 && week <= kMaxWeek + kWeeksShown))
      throw InputError("weeks: one is out of range, expected 0 to 299 weeks");
  if (options.people < 1 || options.people > kMaxPeople)
    throw InputError("people: is out of range, expected 1 to 1000000");
  if (!(until >= 0.0 && until <= kMaxWeek + kWeeksShown))
    throw InputError("until: is out of range, expected 0 to 299 weeks");
  if (!(options.step_weeks > 0.0 && std::isfinite(options.step_weeks)) ||
      until / options.step_weeks > kMaxWeeks)
    throw InputError("step: is out of range, expected weeks above 0 that give at most 20000 steps");
}

}  // namespace

std::vector<PredictionRow> predict(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
                                   const PredictionOptions& options, const DoseReach& reach) {
  validate(plan);
  const double until = options.until_week.value_or(last_shown_week(plan));
  check(options, until);
  DrawOptions draw{options.people, options.seed, options.study, options.calf_prior, options.report};
  Cohort cohort(plan, model, draw_people(model, plan.person, draw), reach);
  // All people of a study that was asked for are of that one.
  const std::size_t studies = options.study ? 1 : study_count(cohort.size());
  std::vector<std::size_t> study_of_person(cohort.size(), 0);
  for (std::size_t p = 0; studies > 1 && p < cohort.size(); ++p)
    study_of_person[p] = study_of(p, cohort.size());
  std::vector<PredictionRow> rows;
  for (double week : options.weeks.empty() ? weeks_of(until, options.step_weeks) : sorted(options.weeks)) {
    cohort.move_to(week);
    RowWriter writer(rows, week, study_of_person, studies);
    if (plan.region == Region::calf)
      write_calf(writer, cohort, model, region.calf, week);
    else
      write_face(writer, cohort, plan.person, region.face);
  }
  return rows;
}

}  // namespace simulation
