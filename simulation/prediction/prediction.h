#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulation/calf/leg_response.h"
#include "simulation/face/face_response.h"
#include "simulation/plan/plan.h"
#include "simulation/response/dose_field.h"
#include "simulation/response/model.h"
#include "simulation/response/person_draw.h"

namespace simulation {

struct PredictionOptions {
  int people = 2000;
  std::uint64_t seed = 1;
  double step_weeks = 1.0;           // above 0; the last week is always written
  std::optional<double> until_week;  // default: last_shown_week()
  std::vector<double> weeks;         // these alone instead of steps, in any order, when there are some
  /// For comparing with one published study: all people share one study's effects, or one prior of calf size.
  std::optional<std::uint64_t> study;
  std::optional<std::size_t> calf_prior;
  Report report = Report::open_label;  // how `onset_reported` was asked
};

/// The range of one quantity over the population at one week. Shares of people are in `mean` alone.
struct PredictionRow {
  double week = 0.0;
  std::string quantity;
  std::string unit;
  std::optional<double> p10, p50, p90;
  double mean = 0.0;
  std::optional<double> sd;
  /// Of what is read by a tape or a rater: p10 and p90 of the people themselves, without what the reading
  /// adds. Empty for all else.
  std::optional<double> people_p10{}, people_p90{};
  // Parts of sd, independent of each other: how people of one study differ; what the tape (with the natural
  // drift of girth) or the rater adds; what the evidence leaves open, which moves all people of a study.
  std::optional<double> sd_people{}, sd_reading{}, sd_unknown{};
};

/// How the region's own surface answers to muscle states.
struct RegionResponse {
  Sided<LegResponse> calf;
  FaceResponse face;
};

/// Range of every quantity of the plan's region (quantities.h) over a population of people like the plan's
/// person, from week 0 in steps; the same arguments give the same rows.
///
/// - Girth (cm) is as a tape reads it: p10, p90 and sd of `max_girth` and `max_girth_change` after week 0
///   hold the repeat error of two readings (`tape.reading_sd`) and how girth moves by itself
///   (`tape.natural_drift_sd`); p50 and mean do not move with them.
/// - Grades are whole, as one rater gives them; their p10, p50 and p90 are grades too.
/// - `crows_feet` is the worse of both sides for each person.
/// - `one_grade_better_effort` is the share of people at least one grade better than at week 0.
///
/// Throws InputError as validate() does, and for `people` outside 1 to 1,000,000, a step that is not above 0
/// or gives more than 20,000 weeks, or a week or until week outside 0 to kMaxWeek + kWeeksShown.
std::vector<PredictionRow> predict(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
                                   const PredictionOptions& options, const DoseReach& reach = {});

}  // namespace simulation
