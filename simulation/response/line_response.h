#pragma once

#include "simulation/plan/plan.h"
#include "simulation/response/model.h"
#include "simulation/response/person_draw.h"

namespace simulation {

/// How a facial line follows its muscles; the part that is the same for all people.
struct LineModel {
  double depth_exponent = 0.5;
  double static_share = 0.6;   // of the effort depth, per rest grade over effort grade
  double tone_share = 0.07;    // of the rest depth that resting tone holds
  double seen_exponent = 1.5;  // above 1: small changes go unseen

  explicit LineModel(const ResponseModel& model);
};

/// Depth of the line at rest against week 0. `softened` is the share of static depth lost so far, `drive` the
/// share of the muscles' pull that is left (1 = untreated). 1 exactly when nothing changed.
double rest_relief(const LineModel& model, double softened, double drive);

/// Depth of the line at full effort against week 0. `muscle_share` is the part of the fold that the line's
/// treated muscles make.
double effort_relief(const LineModel& model, const LineGrade& grade, double muscle_share, double softened,
                     double drive);

/// Grade 0 to 3 that a rater gives to a line whose true depth is `relief` of week 0. The person's place
/// within the stated grade is 0 to 1, `seen_factor` how large the rater sees the change at this reading.
int rated_grade(const LineModel& model, int grade_at_start, double place, double relief, double seen_factor);

}  // namespace simulation
