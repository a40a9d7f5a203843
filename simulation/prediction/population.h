#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "simulation/prediction/prediction.h"
#include "simulation/response/cohort.h"

namespace simulation {

/// What the formulas of the table read: people under one plan at one week, and the body they share.
class Population {
 public:
  /// Refers to `region` as long as it lives. `options` are those of predict, checked.
  Population(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
             const PredictionOptions& options, const DoseReach& reach);

  void move_to(double week);

  double week() const { return week_; }
  std::size_t size() const { return cohort_.size(); }
  const Cohort& cohort() const { return cohort_; }
  const FaceBaseline& face_at_start() const { return face_at_start_; }
  const LegResponse& leg(BodySide side) const { return region_.calf[side]; }
  const FaceResponse& face() const { return region_.face; }

  /// The study of each person, 0 to studies() - 1.
  std::span<const std::size_t> study_of() const { return study_of_; }
  std::size_t studies() const { return studies_; }

  /// What a tape reads of a change that no treatment made, cm per person: the error of the first reading and
  /// of this one, and how girth moves by itself (weight, water, standing), which grows for weeks and then no
  /// further. 0 at week 0.
  std::span<const double> tape_error_cm() const { return tape_error_cm_; }
  /// Loss of the muscles of one leg, per person.
  std::span<const LegLoss> leg_losses(BodySide side);
  /// Grade 0 to 3 that a rater gives the line at full effort, per person; of crow's feet the worse side's.
  std::span<const double> effort_grades(FaceLine line);

 private:
  const RegionResponse& region_;
  FaceBaseline face_at_start_;
  Cohort cohort_;
  std::vector<std::size_t> study_of_;
  std::size_t studies_ = 1;
  double reading_sd_cm_ = 0.0, drift_sd_cm_ = 0.0, drift_weeks_ = 0.0;
  std::vector<double> tape_error_cm_;
  // Worked out once a week, for several quantities read them; empty: not asked for yet.
  Sided<std::vector<LegLoss>> leg_losses_;
  std::array<std::vector<double>, std::size(kFaceLines)> effort_grades_;
  double week_ = 0.0;
};

/// Of crow's feet the worse side counts; the other lines are the same on both.
template <typename Of>
auto worse_side(FaceLine line, Of of) {
  const auto left = of(BodySide::left);
  return line == FaceLine::crows_feet ? std::max(left, of(BodySide::right)) : left;
}

}  // namespace simulation
