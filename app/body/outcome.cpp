#include "app/body/outcome.h"

#include <algorithm>
#include <stdexcept>

#include "app/body/free_points.h"
#include "render/file/sha256.h"
#include "simulation/filler/filler_course.h"
#include "simulation/measure/surface_change.h"

namespace app {
namespace {

bool is_untreated(const simulation::TreatmentState& state) {
  const simulation::TreatmentState none;
  return state.muscles.values == none.muscles.values && state.glabella == none.glabella &&
         state.forehead == none.forehead && state.crows_feet == none.crows_feet &&
         state.glabella_rest_share == none.glabella_rest_share &&
         state.forehead_rest_share == none.forehead_rest_share && state.filler == none.filler;
}

std::shared_ptr<const Body> matching(std::shared_ptr<const Body> body, const simulation::Plan& plan) {
  if (body->region() != plan.region || body->person() != plan.person)
    throw std::invalid_argument("Outcome: the body is of another region or person than the plan");
  return body;
}

}  // namespace

Outcome::Outcome(std::shared_ptr<const Body> body, const simulation::ResponseModel& model,
                 const simulation::FillerModel& fillers, const simulation::Plan& plan, double until_week)
    : body_(matching(std::move(body), plan)),
      plan_(plan),
      last_week_(std::max(simulation::last_shown_week(plan), until_week)),
      model_(model),
      fillers_(fillers),
      reach_(reach_of(plan, *body_, model)),
      course_(plan, model, simulation::PredictionOptions{}.people, simulation::PredictionOptions{}.seed,
              reach_, last_week_) {}

std::vector<simulation::PredictionRow> Outcome::predict(const simulation::PredictionOptions& options) const {
  simulation::PredictionOptions whole = options;
  if (!whole.until_week) whole.until_week = last_week_;
  return simulation::predict(plan_, model_, body_->response(), whole, reach_);
}

void Outcome::work_out() const {
  course_.work_out();
  body_->work_out();
}

simulation::TreatmentState Outcome::state(const Moment& moment) const {
  simulation::TreatmentState state;
  if (moment.treatment != Treatment::filler) state = course_.state(moment.week, moment.responder);
  if (moment.treatment == Treatment::toxin) return state;
  state.filler = simulation::filler_state(plan_.fillers, fillers_, moment.week, moment.responder);
  // Filler props up what a line keeps at rest. What the muscle folds is the toxin's alone: at full effort the
  // depth stays that of the state's effort relief.
  state.glabella.rest_relief *=
      simulation::static_line_left(fillers_, state.filler[simulation::FillerSite::glabella]);
  return state;
}

simulation::TreatmentState Outcome::shown_state(const Moment& moment) const {
  const simulation::TreatmentState planned = state(moment);
  return moment.side_effect ? simulation::adverse_state(planned, *moment.side_effect, kShownSide) : planned;
}

std::optional<double> Outcome::filler_left_ml(std::size_t filler, const Moment& moment) const {
  const simulation::Filler& one = plan_.fillers.at(filler);
  if (moment.week <= one.week) return std::nullopt;
  return one.millilitres *
         simulation::filler_left(fillers_, one.site, moment.week - one.week, moment.responder);
}

bool Outcome::untreated(const Moment& moment) const {
  return is_untreated(state(moment));
}

Surface Outcome::surface(const Moment& moment) const {
  return body_->surface(shown_state(moment), moment);
}

void Outcome::surface(const Moment& moment, Surface& surface) const {
  body_->surface(shown_state(moment), moment, surface);
}

Surface Outcome::baseline(const Moment& moment) const {
  return body_->surface({}, without_side_effect(moment));
}

std::vector<float> Outcome::skin_change_mm(const Moment& moment) const {
  const Surface before = baseline(moment);
  const Surface now = surface(without_side_effect(moment));
  return simulation::signed_displacement_mm(before.parts.front().positions_mm, before.parts.front().normals,
                                            now.parts.front().positions_mm);
}

std::string surface_hash(const Surface& surface) {
  render::Sha256 hash;
  for (const PartSurface& part : surface.parts) {
    hash.add_values(std::span(part.positions_mm));
    hash.add_values(std::span(part.normals));
  }
  return hash.finish();
}

}  // namespace app
