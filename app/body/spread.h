#pragma once

#include <optional>

#include "simulation/prediction/prediction.h"

/// What a predicted range holds, as it is shown: how people differ, what a tape or a rater adds, what is not
/// known. All figures are those of a row of predict, in the unit of its quantity.
namespace app {

struct ValueRange {
  double low = 0.0;
  double high = 0.0;
};

/// Standard deviations, independent of each other: shares of a spread are shares of their squares.
struct Spread {
  double people = 0.0;   // between people of one study
  double reading = 0.0;  // of a tape, with the natural change of girth; or of a rater
  double unknown = 0.0;  // what the evidence leaves open
};

struct PredictedRange {
  ValueRange people;  // p10 and p90 of people, without what a reading adds
  ValueRange read;    // p10 and p90 as read; the same where nothing is read by tape or rater
  Spread spread;
};

/// The range of a row. Nothing for a share of people.
std::optional<PredictedRange> range_of(const simulation::PredictionRow& row);

/// Straight between two weeks, 0 to 1.
PredictedRange between(const PredictedRange& from, const PredictedRange& to, double share);

/// Whether the spread is that of the reading alone: nothing was treated here by then.
bool only_read(const Spread& spread);

}  // namespace app
