#include "simulation/prediction/population.h"

#include <cmath>

#include "simulation/response/parameter_sampler.h"

namespace simulation {

Population::Population(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
                       const PredictionOptions& options, const DoseReach& reach)
    : region_(region),
      face_at_start_(plan.person.face),
      cohort_(plan, model,
              draw_people(model, plan.person,
                          DrawOptions{options.people, options.seed, options.study, options.calf_prior,
                                      options.report}),
              reach),
      study_of_(cohort_.size(), 0),
      // All people of a study that was asked for are of that one.
      studies_(options.study ? 1 : study_count(cohort_.size())),
      reading_sd_cm_(std::sqrt(2.0) * model.value("tape.reading_sd")),
      drift_sd_cm_(model.value("tape.natural_drift_sd")),
      drift_weeks_(model.value("tape.natural_drift_time") / 7.0),
      tape_error_cm_(cohort_.size(), 0.0) {
  if (studies_ > 1)
    for (std::size_t p = 0; p < study_of_.size(); ++p) study_of_[p] = simulation::study_of(p, cohort_.size());
}

void Population::move_to(double week) {
  cohort_.move_to(week);
  week_ = week;
  for (const BodySide side : kBodySides) leg_losses_[side].clear();
  for (std::vector<double>& grades : effort_grades_) grades.clear();
  const double reading = week > 0.0 ? reading_sd_cm_ : 0.0;
  const double drift = drift_sd_cm_ * std::sqrt(-std::expm1(-week / drift_weeks_));
  for (std::size_t p = 0; p < size(); ++p) {
    const PersonDraw& person = cohort_.people()[p];
    tape_error_cm_[p] = reading * person.tape_z + drift * person.drift_z;
  }
}

std::span<const LegLoss> Population::leg_losses(BodySide side) {
  std::vector<LegLoss>& losses = leg_losses_[side];
  if (!losses.empty()) return losses;
  const auto medial = cohort_.loss(Muscle::gastrocnemius_medial, side);
  const auto lateral = cohort_.loss(Muscle::gastrocnemius_lateral, side);
  for (std::size_t p = 0; p < size(); ++p)
    losses.push_back({medial[p], lateral[p], cohort_.soleus_loss(p, side)});
  return losses;
}

std::span<const double> Population::effort_grades(FaceLine line) {
  std::vector<double>& grades = effort_grades_[static_cast<std::size_t>(line)];
  if (grades.empty())
    for (std::size_t p = 0; p < size(); ++p)
      grades.push_back(
          worse_side(line, [&](BodySide side) { return cohort_.rated_effort_grade(line, side, p); }));
  return grades;
}

}  // namespace simulation
