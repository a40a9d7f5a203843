#include "app/outcome/outcome.h"

#include <algorithm>
#include <stdexcept>

#include "app/files/hash.h"
#include "app/outcome/free_points.h"
#include "simulation/measure/surface_change.h"

namespace app {
namespace {

bool is_untreated(const simulation::TreatmentState& state) {
  const simulation::TreatmentState none;
  return state.muscles.values == none.muscles.values && state.glabella == none.glabella &&
         state.forehead == none.forehead && state.crows_feet == none.crows_feet;
}

std::shared_ptr<const Body> matching(std::shared_ptr<const Body> body, const simulation::Plan& plan) {
  if (body->region() != plan.region || body->person() != plan.person)
    throw std::invalid_argument("Outcome: the body is of another region or person than the plan");
  return body;
}

}  // namespace

Outcome::Outcome(std::shared_ptr<const Body> body, const simulation::ResponseModel& model,
                 const simulation::Plan& plan, double until_week)
    : body_(matching(std::move(body), plan)),
      plan_(plan),
      last_week_(std::max(simulation::last_shown_week(plan), until_week)),
      model_(model),
      reach_(reach_of(plan, *body_, model)),
      course_(plan, model, simulation::PredictionOptions{}.people, simulation::PredictionOptions{}.seed,
              reach_, last_week_) {}

std::vector<simulation::PredictionRow> Outcome::predict(const simulation::PredictionOptions& options) const {
  simulation::PredictionOptions whole = options;
  if (!whole.until_week) whole.until_week = last_week_;
  return simulation::predict(plan_, model_, body_->response(), whole, reach_);
}

simulation::TreatmentState Outcome::state(const Moment& moment) const {
  return course_.state(moment.week, moment.responder);
}

bool Outcome::untreated(const Moment& moment) const {
  return is_untreated(state(moment));
}

Surface Outcome::surface(const Moment& moment) const {
  return body_->surface(state(moment), moment);
}

void Outcome::surface(const Moment& moment, Surface& surface) const {
  body_->surface(state(moment), moment, surface);
}

Surface Outcome::baseline(const Moment& moment) const {
  return body_->surface({}, moment);
}

std::vector<float> Outcome::skin_change_mm(const Moment& moment) const {
  const Surface before = baseline(moment);
  const Surface now = surface(moment);
  return simulation::signed_displacement_mm(before.parts.front().positions_mm, before.parts.front().normals,
                                            now.parts.front().positions_mm);
}

std::string surface_hash(const Surface& surface) {
  Sha256 hash;
  for (const PartSurface& part : surface.parts) {
    hash.add_values(std::span(part.positions_mm));
    hash.add_values(std::span(part.normals));
  }
  return hash.finish();
}

}  // namespace app
