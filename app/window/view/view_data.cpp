#include "app/window/view/view_data.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

double mix(double a, double b, double share) {
  return a + (b - a) * share;
}

const Curve* find_quantity(const std::vector<Curve>& curves, std::string_view quantity) {
  const auto found =
      std::find_if(curves.begin(), curves.end(), [&](const Curve& x) { return x.quantity == quantity; });
  return found == curves.end() ? nullptr : &*found;
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

const Curve* BesideView::curve(std::string_view quantity) const {
  return find_quantity(curves, quantity);
}
const Curve* ViewData::curve(std::string_view quantity) const {
  return find_quantity(curves, quantity);
}

}  // namespace app
