#include "app/window/view/view_data.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

double mix(double a, double b, double share) {
  return a + (b - a) * share;
}

template <typename List>
auto* find_quantity(List& list, std::string_view quantity) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.quantity == quantity; });
  return found == list.end() ? nullptr : &*found;
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
  return {week, mix(a.low, b.low, share), mix(a.middle, b.middle, share), mix(a.high, b.high, share)};
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
const Reading* BesideView::reading(std::string_view quantity) const {
  return find_quantity(readings, quantity);
}
const Curve* ViewData::curve(std::string_view quantity) const {
  return find_quantity(curves, quantity);
}
const Reading* ViewData::reading(std::string_view quantity) const {
  return find_quantity(readings, quantity);
}

}  // namespace app
