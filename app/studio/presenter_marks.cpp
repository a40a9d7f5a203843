#include <stdexcept>

#include "app/body/calf_measures.h"
#include "app/marks/blemishes.h"
#include "app/studio/materials.h"
#include "app/studio/presenter.h"
#include "app/studio/side_effect.h"
#include "app/studio/stage_parts.h"

// Whole panes, and what is laid on the skin of a stage: tape and needle points.
namespace app {

const Presenter::StageParts& Presenter::parts(Stage stage) const {
  return *stages_[static_cast<std::size_t>(stage)];
}
const TapeRing& Presenter::ring(Stage stage) const {
  return parts(stage).ring;
}
std::optional<double> Presenter::tape_t(Stage stage) const {
  return parts(stage).tape_t;
}
std::shared_ptr<const InjectionMap> Presenter::points(Stage stage) const {
  return parts(stage).points;
}
const PartSurface& Presenter::skin(Stage stage) const {
  return parts(stage).surface.parts.front();
}

render::SceneView Presenter::stage(const Pane& pane) {
  light_ = pane.light;
  show(pane.stage, *pane.outcome, pane.moment, pane.layer);
  lay_tape(pane.stage, pane.tape);
  lay_needles(pane.stage, pane.needles);
  lay_blemishes(pane);
  hidden_ = pane.hidden;
  highlighted_ = pane.highlighted;
  return view(pane.stage, pane.layer, pane.camera);
}

render::SceneView Presenter::stage_ghost(const Pane& shell, const Pane& body, double opacity) {
  if (shell.stage != Stage::before || body.stage != Stage::now ||
      shell.outcome->shared_body() != body.outcome->shared_body())
    throw std::invalid_argument("stage_ghost: expected the untreated shell of the same body");
  stage(shell);
  render::SceneView scene = stage(body);
  // Only the skin: eyes and teeth of two bodies in one place would flicker.
  scene.items.push_back({parts(Stage::before).body.front(), static_cast<float>(opacity)});
  return scene;
}

void Presenter::lay_tape(Stage stage, const TapePlace& place) {
  StageParts& laid = *stages_[static_cast<std::size_t>(stage)];
  std::optional<double> t;
  if (place.shown && body_->region() == simulation::Region::calf) {
    // Where the calf is widest takes many sections to find.
    if (!place.t && !widest_t_) widest_t_ = tape_height(*body_, place);
    t = place.t ? tape_height(*body_, place) : *widest_t_;
  }
  if (laid.tape_t == t) return;
  laid.tape_t = t;
  laid.ring = t ? make_tape_ring(*body_, laid.surface.parts.front().positions_mm, *t) : TapeRing{};
  if (laid.ring.empty()) return;
  if (laid.tape == render::PartId::none) {
    render::Material material;
    material.kind = render::MaterialKind::tape;
    laid.tape = renderer_.add_part(tape_topology(), material);
  }
  renderer_.upload(laid.tape, laid.ring.positions_mm, laid.ring.normals, laid.ring.along_mm);
}

void Presenter::lay_needles(Stage stage, const std::optional<Needles>& needles) {
  StageParts& laid = *stages_[static_cast<std::size_t>(stage)];
  if (needles && needles_ != needles) {
    needles_ = needles;
    needle_points_ =
        std::make_shared<const InjectionMap>(injection_map(*needles, *body_, laid.outcome->model()));
  }
  const auto map = needles ? needle_points_ : nullptr;
  if (laid.points != map) {
    if (laid.decal != render::PartId::none) renderer_.remove_part(laid.decal);
    laid.decal = render::PartId::none;
    laid.points = map;
    laid.decals = map ? make_point_decals(*map, body_->parts().front()) : PointDecals{};
    laid.decals_laid = false;
  }
  if (laid.decals.empty() || laid.decals_laid) return;
  if (laid.decal == render::PartId::none)
    laid.decal = renderer_.add_part(laid.decals.topology, decal_material(body_->person()));
  std::vector<glm::vec3> positions_mm, normals;
  lay_decals(laid.decals, skin(stage).positions_mm, skin(stage).normals, positions_mm, normals);
  renderer_.upload(laid.decal, positions_mm, normals, laid.decals.kinds);
  laid.decals_laid = true;
}

void Presenter::lay_blemishes(const Pane& pane) {
  StageParts& laid = *stages_[static_cast<std::size_t>(pane.stage)];
  const auto shown = pane.moment.side_effect;
  std::optional<StageParts::Blemishes> wanted;
  if (shown && is_on_skin(*shown) && is_seen_in(pane.layer, *shown)) {
    const simulation::Plan& plan = pane.outcome->plan();
    const bool bruise = *shown == simulation::AdverseOutcome::bruise;
    // Of a bruise that is gone nothing is left.
    if (const auto day = bruise ? bruise_day(plan, pane.moment.week) : 0)
      wanted = {*shown, needles_of(plan, session_at(plan, pane.moment.week)), *day};
  }
  const BodyPart& skin_part = body_->parts().front();
  if (laid.blemishes != wanted) {
    if (laid.blemish != render::PartId::none) renderer_.remove_part(laid.blemish);
    laid.blemish = render::PartId::none;
    laid.blemishes = wanted;
    laid.blemishes_laid = false;
    laid.stains = {};
    if (wanted) {
      const InjectionMap map = injection_map(wanted->needles, *body_, laid.outcome->model());
      laid.stains = *shown == simulation::AdverseOutcome::bruise ? make_bruises(map, skin_part)
                                                                 : make_bumps(map, skin_part);
    }
  }
  if (laid.stains.empty() || laid.blemishes_laid) return;
  if (laid.blemish == render::PartId::none)
    laid.blemish = renderer_.add_part(laid.stains.topology, stain_material(bruise_tint(wanted->day)));
  std::vector<glm::vec3> positions_mm, normals;
  lay_decals(laid.stains, skin(pane.stage).positions_mm, skin(pane.stage).normals, positions_mm, normals);
  renderer_.upload(laid.blemish, positions_mm, normals, laid.stains.kinds);
  laid.blemishes_laid = true;
}

}  // namespace app
