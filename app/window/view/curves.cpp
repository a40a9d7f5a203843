#include "app/window/view/curves.h"

#include <map>

#include "app/body/quantity_words.h"

namespace app {
namespace {

using simulation::Responder;
using simulation::Response;

bool rises(const simulation::Quantity& quantity, const CurvePoint& p) {
  if (quantity.response == Response::away_from_zero) return p.middle > 0.0;
  return quantity.response == Response::rises;
}

double of_responder(const simulation::Quantity& quantity, const CurvePoint& p, Responder responder) {
  if (responder == Responder::typical || quantity.told == simulation::Told::share) return p.middle;
  const bool upper = rises(quantity, p) == (responder == Responder::high);
  return upper ? p.high : p.low;
}

bool shows_toxin(const Session& session) {
  return session.region != simulation::Region::face || session.treatment != Treatment::filler;
}

}  // namespace

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

ShownValue shown_value(const Curve& curve, const Session& session) {
  const double week = shows_toxin(session) ? session.week() : 0.0;
  const CurvePoint p = at(curve, week);
  return {at(curve, 0.0).middle, of_responder(quantity_of(curve.quantity), p, session.responder), p.range()};
}

std::vector<Milestone> turns_of(const Curve& curve) {
  return milestones(curve, quantity_of(curve.quantity).unit == "fraction" ? 0.02 : 0.05);
}

}  // namespace app
