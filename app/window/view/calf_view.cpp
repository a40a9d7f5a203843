#include "app/window/view/calf_view.h"

#include <string>

namespace app {
namespace {

constexpr int kCurveSteps = 48;

}  // namespace

void CalfView::measure() {
  const Body& body = outcome_->body();
  before_ = outcome_->baseline(moment_);
  now_ = outcome_->surface(moment_);
  readings_.clear();
  curves_fresh_ = false;
  for (const auto side : simulation::kBodySides) {
    const LegMeasures leg =
        measure_leg(body, outcome_->state(moment_), before_.parts.front(), now_.parts.front(), side);
    const std::string start = side == simulation::BodySide::left ? "calf.left." : "calf.right.";
    readings_.push_back(
        {start + "gastrocnemius.thickness", leg.gastrocnemius_mm.before, leg.gastrocnemius_mm.now});
    readings_.push_back({start + "volume_change", 0.0, leg.volume_change_ml});
    readings_.push_back({start + "largest_inward", 0.0, leg.largest_inward_mm});
  }
}

void CalfView::lay_tape() {
  tape_.reset();
  if (!place_.shown) return;
  const Body& body = outcome_->body();
  const auto& untreated_mm = before_.parts.front().positions_mm;
  const auto& skin_mm = now_.parts.front().positions_mm;
  TapeView tape;
  tape.t = place_.t ? tape_height(body, place_) : widest_t_;
  tape.at_widest = !place_.t;
  tape.length_mm = body.tape(simulation::BodySide::left).frame().length_mm;
  tape.ring = make_tape_ring(body, skin_mm, tape.t);
  if (tape.ring.empty()) return;
  const auto before = tape_girth_cm(body, untreated_mm, tape.t);
  const auto now = tape_girth_cm(body, skin_mm, tape.t);
  for (const auto side : simulation::kBodySides) {
    tape.reading[side] = read_tape({before[side], now[side]}, tape_repeat_cm(*outcome_));
    if (!curves_fresh_) {
      before_cm_[side] = girth_curve_cm(body, side, untreated_mm, kCurveSteps);
      now_cm_[side] = girth_curve_cm(body, side, skin_mm, kCurveSteps);
    }
  }
  curves_fresh_ = true;
  tape.before_cm = before_cm_;
  tape.now_cm = now_cm_;
  tape_ = std::move(tape);
}

void CalfView::follow(const std::shared_ptr<const Outcome>& outcome, const Moment& moment,
                      const TapePlace& place) {
  const bool new_outcome = outcome != outcome_;
  const bool new_skin = new_outcome || moment != moment_;
  if (!new_skin && place == place_) return;
  if (new_outcome) widest_t_ = tape_height(outcome->body(), {});
  outcome_ = outcome;
  moment_ = moment;
  place_ = place;
  if (new_skin) measure();
  lay_tape();
}

}  // namespace app
