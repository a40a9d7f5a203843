#pragma once

#include <string>
#include <vector>

#include "app/body/spread.h"
#include "simulation/prediction/prediction.h"

/// The outcome curve as timeline, kiosk and take-home sheet draw it.
namespace app {

inline constexpr double kWeeksPerMonth = 365.25 / 12.0 / 7.0;

struct CurvePoint {
  double week = 0.0;
  double low = 0.0;     // p10 of people
  double middle = 0.0;  // p50
  double high = 0.0;    // p90
  /// How far the error of a reading moves low down and high up; 0 for what no tape or rater reads.
  double low_error = 0.0, high_error = 0.0;
  Spread spread{};  // as read

  PredictedRange range() const { return {{low, high}, {low - low_error, high + high_error}, spread}; }
};

/// One quantity of predict over the shown weeks, weeks ascending.
struct Curve {
  std::string quantity;  // `calf.left.max_girth_change`
  std::vector<CurvePoint> points;
};

/// Linear between points, the ends outside. Default when the curve is empty.
CurvePoint at(const Curve& curve, double week);

enum class MilestoneKind { onset, peak, waning };

/// A turn of the typical line: onset where a quarter of its peak is passed, waning where it is back at half.
struct Milestone {
  MilestoneKind kind = MilestoneKind::onset;
  double week = 0.0;
};

/// None for a curve that hardly moves (less than `least` in its unit).
std::vector<Milestone> milestones(const Curve& curve, double least);

/// The rows of predict as one curve per quantity, in the rows' order. Shares of people have one line, no
/// band.
std::vector<Curve> curves_of(const std::vector<simulation::PredictionRow>& rows);

/// Turns of the typical line that are large enough to be marked.
std::vector<Milestone> turns_of(const Curve& curve);

/// Whether a run is so long that it is told in years: ticks and marks are then coarser.
constexpr bool over_years(double last_week) {
  return last_week > 78.0;
}

/// Values that a drawn curve reaches.
struct ValueSpan {
  double low = 0.0;
  double high = 0.0;
};

/// The value axis that holds the bands and no change, with room above and below. `other`: of a second plan.
/// The curves have points.
ValueSpan value_span(const Curve& curve, bool with_reading, const Curve* other = nullptr);

/// 1, 2 or 5 times a power of ten, so that a span has about `count` steps.
double round_step(double span, int count);

}  // namespace app
