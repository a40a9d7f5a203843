#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/simulation/clinical.h"
#include "tests/simulation/face/mask.h"

/// Reading of predicted rows.
namespace clinical {

using Rows = std::vector<simulation::PredictionRow>;

/// As in the program, doses spread to the muscles beside those a plan names.
inline simulation::DoseReach reach(const simulation::Plan& plan) {
  simulation::DoseReach reach;
  if (plan.region == simulation::Region::face)
    reach.sheets = simulation::face_sheets(mask::landmarks(), model());
  return reach;
}

inline Rows predict(const simulation::Plan& plan, double step_weeks = 1.0, double until_week = 39.0,
                    int people = 2000) {
  simulation::PredictionOptions options;
  options.step_weeks = step_weeks;
  options.until_week = until_week;
  options.people = people;
  return simulation::predict(plan, model(), region(), options, reach(plan));
}

inline const simulation::PredictionRow& row(const Rows& rows, const std::string& quantity, double week) {
  for (const auto& r : rows)
    if (r.quantity == quantity && std::abs(r.week - week) < 1e-6) return r;
  throw std::runtime_error("no row of " + quantity + " at week " + std::to_string(week));
}

/// Last week at which a share of people falls through 50 %, between rows.
inline double median_lost(const Rows& rows, const std::string& quantity) {
  double week = 0.0;
  const simulation::PredictionRow* last = nullptr;
  for (const auto& r : rows) {
    if (r.quantity != quantity) continue;
    if (last && last->mean >= 50.0 && r.mean < 50.0)
      week = last->week + (r.week - last->week) * (last->mean - 50.0) / (last->mean - r.mean);
    last = &r;
  }
  return week;
}

}  // namespace clinical
