#pragma once

#include <vector>

#include "app/session/session.h"
#include "app/window/view/view_data.h"
#include "simulation/prediction/prediction.h"

namespace app {

/// The rows of predict as one curve per quantity, in the rows' order. Shares of people have one line, no
/// band.
std::vector<Curve> curves_of(const std::vector<simulation::PredictionRow>& rows);

/// What the panels tell of a quantity at the session's week.
struct ShownValue {
  double before = 0.0;  // at week 0
  double now = 0.0;     // of the session's responder
  PredictedRange range;
};

/// The figures of predict, and none but these: the typical responder is its p50; low and high ones are p10
/// and p90 of the people without a reading's error, whichever responds less or more. A share of people is the
/// same for all three. While the toxin is not shown, as at week 0.
ShownValue shown_value(const Curve& curve, const Session& session);

/// Turns of the typical line that are large enough to be marked.
std::vector<Milestone> turns_of(const Curve& curve);

}  // namespace app
