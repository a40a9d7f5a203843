#pragma once

#include "app/session/session.h"
#include "app/window/view/view_data.h"

namespace app {

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

}  // namespace app
