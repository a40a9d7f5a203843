#include "app/window/view/curves.h"

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

ShownValue shown_value(const Curve& curve, const Session& session) {
  const double week = shows_toxin(session) ? session.week() : 0.0;
  const CurvePoint p = at(curve, week);
  return {at(curve, 0.0).middle, of_responder(quantity_of(curve.quantity), p, session.responder), p.range()};
}

}  // namespace app
