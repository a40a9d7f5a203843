#include "simulation/prediction/population.h"

#include <cmath>

namespace simulation {

Population::Population(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
                       const PredictionOptions& options, const DoseReach& reach)
    : region_(region),
      face_at_start_(plan.person.face),
      cohort_(plan, model,
              draw_people(model, plan.person,
                          DrawOptions{options.people, options.seed, options.study, options.calf_prior}),
              reach),
      no_error_(cohort_.size()) {
  const double sd = std::sqrt(2.0) * model.value("tape.reading_sd");
  tape_error_cm_.reserve(cohort_.size());
  for (const PersonDraw& person : cohort_.people()) tape_error_cm_.push_back(sd * person.tape_z);
}

void Population::move_to(double week) {
  cohort_.move_to(week);
  week_ = week;
  for (const BodySide side : kBodySides) leg_losses_[side].clear();
  for (std::vector<double>& grades : effort_grades_) grades.clear();
}

std::span<const double> Population::tape_error_cm() const {
  return week_ > 0.0 ? tape_error_cm_ : no_error_;
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
