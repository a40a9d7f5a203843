#include "app/window/view/structure_view.h"

#include <array>

#include "app/marks/structure_step.h"
#include "app/window/view/curves.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/names.h"

namespace app {

StructureFollower::Shown StructureFollower::shown_in(std::size_t pane, const Session& session,
                                                     const std::shared_ptr<const Outcome>& outcome,
                                                     const std::shared_ptr<const Outcome>& beside,
                                                     const Moment& moment) {
  const bool second = session.compare == Join::beside && pane == 1;
  const bool untreated = session.compare == Join::side && pane == 0;
  // A side effect is of the treated body.
  return {second ? beside : outcome, untreated ? without_side_effect(moment) : moment, untreated,
          session.layer, shows_anatomy(session.layer) ? session.hidden : StructureSet{}};
}

StructureScene StructureFollower::scene_of(const Shown& shown, bool with_anatomy) {
  const Body& body = shown.outcome->body();
  const auto state =
      shown.untreated ? simulation::TreatmentState{} : shown.outcome->shown_state(shown.moment);
  StructureScene scene{&body, &shown.outcome->model(), shown.layer, body.surface(state, shown.moment), {},
                       {}};
  scene.hidden = shown.hidden;
  if (!with_anatomy) return scene;
  scene.anatomy = body.anatomy(state, shown.moment, scene.surface);
  if (shown.layer == render::Layer::fat)
    for (auto& mesh : body.fat(state, shown.moment)) scene.anatomy.push_back(std::move(mesh));
  return scene;
}

void StructureFollower::follow_tapped(const Shown& shown, const Session& session) {
  const Tapped& tapped = *session.tapped;
  const simulation::Plan& plan = shown.outcome->plan();
  const bool new_scene = !scene_ || !(shown == shown_);
  if (new_scene) scene_ = scene_of(shown, !tapped.below_skin);
  const render::Camera& camera = session.view().camera;
  if (!new_scene && tapped_ == tapped && camera_ == camera) return;
  shown_ = shown;
  tapped_ = tapped;
  camera_ = camera;
  // In the pane of week 0 as well: the card tells what the plan does.
  const auto state = shown.outcome->state(shown.moment);
  view_ = StructureView{structure_point(*scene_, tapped, camera),
                        effect_on(tapped.structure, tapped.side, plan, state)};
}

void StructureFollower::offer(const std::array<Shown, 2>& panes, const Session& session) {
  picker_ = [panes](std::span<const render::Ray> rays, std::size_t pane) -> std::optional<Tapped> {
    const Shown& here = panes.at(pane);
    if (!here.outcome) return std::nullopt;
    const StructureScene scene = scene_of(here, true);
    for (const render::Ray& ray : rays)
      if (auto met = structure_under(scene, ray)) {
        met->pane = pane;
        return met;
      }
    return std::nullopt;
  };
  if (!shows_anatomy(session.layer)) return;
  std::optional<SidedStructure> from;
  if (session.tapped) from = {session.tapped->structure, session.tapped->side};
  // Before and after: the pane of now. Two plans: the first.
  const std::size_t pane = session.tapped ? session.tapped->pane : session.compare == Join::side ? 1 : 0;
  stepper_ = [here = panes.at(pane), camera = session.view().camera, aspect = session.aspect, from,
              pane](int step) -> std::optional<Tapped> {
    if (!here.outcome) return std::nullopt;
    auto next = next_structure(scene_of(here, true), camera, aspect, from, step);
    if (next) next->pane = pane;
    return next;
  };
}

void StructureFollower::follow(const std::shared_ptr<const Outcome>& outcome,
                               const std::shared_ptr<const Outcome>& beside, const Moment& moment,
                               const Session& session) {
  picker_ = {};
  stepper_ = {};
  if (outcome && outcome->body().region() == session.region && session.tells_structures())
    offer({shown_in(0, session, outcome, beside, moment), shown_in(1, session, outcome, beside, moment)},
          session);
  const Shown shown = shown_in(session.tapped ? session.tapped->pane : 0, session, outcome, beside, moment);
  if (!session.tapped || !shown.outcome || shown.outcome->body().region() != session.region) {
    view_.reset();
    scene_.reset();
    return;
  }
  follow_tapped(shown, session);
}

void tell_as_predicted(StructureView& view, const Session& session, const ViewData& data) {
  using simulation::Muscle;
  const Tapped& tapped = *session.tapped;
  const auto muscles = simulation::columns_of(tapped.structure);
  if (muscles.empty()) return;
  const bool second = session.compare == Join::beside && tapped.pane == 1;
  const auto now = [&](const std::string& key) -> std::optional<double> {
    const Curve* curve = !second ? data.curve(key) : data.beside ? data.beside->curve(key) : nullptr;
    if (!curve) return std::nullopt;
    return shown_value(*curve, session).now;
  };
  const Muscle muscle = simulation::row_of(muscles.front()).group.value_or(muscles.front());
  const std::string side(name(tapped.side)), own(name(muscle));
  const bool calf = session.region == simulation::Region::calf;
  const std::string start = calf ? "calf." + side + "." + own : "face." + own + "." + side;
  if (const auto block = now(start + ".block")) view.effect.block = *block;
  if (const auto percent = now(start + (calf ? ".volume_change" : ".thickness_change")))
    view.effect.volume = 1.0 + *percent / 100.0;
}

}  // namespace app
