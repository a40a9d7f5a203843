#include "app/body/curve.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/body/quantity_words.h"

namespace app {
namespace {

double mix(double a, double b, double share) {
  return a + (b - a) * share;
}

}  // namespace

CurvePoint at(const Curve& curve, double week) {
  const auto& points = curve.points;
  if (points.empty()) return {};
  const auto next = std::lower_bound(points.begin(), points.end(), week,
                                     [](const CurvePoint& p, double w) { return p.week < w; });
  if (next == points.begin()) return points.front();
  if (next == points.end()) return points.back();
  const CurvePoint& a = *(next - 1);
  const CurvePoint& b = *next;
  const double share = (week - a.week) / (b.week - a.week);
  const PredictedRange range = between(a.range(), b.range(), share);
  return {week,
          range.people.low,
          mix(a.middle, b.middle, share),
          range.people.high,
          range.people.low - range.read.low,
          range.read.high - range.people.high,
          range.spread};
}

std::vector<Milestone> milestones(const Curve& curve, double least) {
  const auto& points = curve.points;
  if (points.size() < 3) return {};
  const double rest = points.front().middle;
  const auto effect = [&](const CurvePoint& p) { return std::abs(p.middle - rest); };
  const auto peak = std::max_element(points.begin(), points.end(),
                                     [&](const auto& a, const auto& b) { return effect(a) < effect(b); });
  const double top = effect(*peak);
  if (top < least) return {};
  std::vector<Milestone> found;
  const auto onset = std::find_if(points.begin(), peak, [&](const auto& p) { return effect(p) >= top / 4; });
  if (onset != peak) found.push_back({MilestoneKind::onset, onset->week});
  found.push_back({MilestoneKind::peak, peak->week});
  const auto waning = std::find_if(peak, points.end(), [&](const auto& p) { return effect(p) <= top / 2; });
  if (waning != points.end()) found.push_back({MilestoneKind::waning, waning->week});
  return found;
}

std::vector<Curve> curves_of(const std::vector<simulation::PredictionRow>& rows) {
  std::vector<Curve> curves;
  std::map<std::string, std::size_t> index;
  for (const simulation::PredictionRow& row : rows) {
    const auto [found, added] = index.emplace(row.quantity, curves.size());
    if (added) curves.push_back({row.quantity, {}});
    const double middle = row.p50.value_or(row.mean);
    CurvePoint point{row.week, middle, middle, middle};
    if (const auto range = range_of(row))
      point = {row.week,
               range->people.low,
               middle,
               range->people.high,
               range->people.low - range->read.low,
               range->read.high - range->people.high,
               range->spread};
    curves[found->second].points.push_back(point);
  }
  return curves;
}

std::vector<Milestone> turns_of(const Curve& curve) {
  return milestones(curve, quantity_of(curve.quantity).unit == "fraction" ? 0.02 : 0.05);
}

ValueSpan value_span(const Curve& curve, bool with_reading, const Curve* other) {
  ValueSpan span;
  for (const Curve* shown : {&curve, other}) {
    if (!shown) continue;
    for (const CurvePoint& p : shown->points) {
      span.low = std::min({span.low, p.low, p.middle, p.high});
      span.high = std::max({span.high, p.low, p.middle, p.high});
      if (!with_reading) continue;
      span.low = std::min(span.low, p.range().read.low);
      span.high = std::max(span.high, p.range().read.high);
    }
  }
  const double width = std::max(span.high - span.low, 1e-6);
  if (span.low < 0) span.low -= 0.08 * width;
  span.high += 0.12 * width;
  return span;
}

double round_step(double span, int count) {
  const double raw = std::max(span, 1e-9) / count;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (raw <= factor * power) return factor * power;
  return 10.0 * power;
}

}  // namespace app
