#include "app/session/case_of_session.h"

#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

/// By name where it is a standard view, so that it fits any body and window.
std::optional<std::variant<render::StandardView, CaseCamera>> camera_of(const Session& session,
                                                                        simulation::Region region) {
  const bool calf = region == simulation::Region::calf;
  const RegionView& view = calf ? session.calf : session.face;
  const RegionSetup& setup = calf ? session.calf_setup : session.face_setup;
  if (setup.opened_camera) return setup.opened_camera;
  const render::Framing& framing = setup.framing_in(calf ? session.pose : simulation::CalfPose::standing);
  if (framing.height_mm <= 0.0) return std::nullopt;
  for (const render::StandardView one : render::kStandardViews)
    if (render::offers(framing, one) && view.camera == render::standard_camera(one, framing, session.aspect))
      return one;
  return CaseCamera{view.camera, session.aspect};
}

}  // namespace

Case case_of(const Session& session, simulation::Region region) {
  const RegionView& shown = region == simulation::Region::calf ? session.calf : session.face;
  Case value{shown.words.title,     shown.plan,       shown.beside, CaseView{},
             shown.words.bookmarks, shown.words.notes};
  CaseView& view = *value.view;
  view.week = shown.week;
  view.camera = camera_of(session, region);
  if (!shown.quantity.empty()) view.quantity = shown.quantity;
  if (region != session.region) return value;
  view.responder = session.responder;
  view.layer = session.layer;
  view.effort = session.effort;
  if (region == simulation::Region::calf) {
    view.pose = session.pose;
    if (session.tape.shown) view.tape = CaseTape{session.tape.t};
  } else {
    view.expression = session.expression;
    view.treatment = session.treatment;
  }
  view.compare = session.compare;
  view.wipe = session.wipe;
  view.ghost = session.ghost_opacity;
  view.state = session.side_effect;
  view.points = session.points.shown;
  view.session = session.session_shown;
  if (!session.light.environment) view.light = session.light.preset;
  for (const simulation::AtlasRow& row : simulation::atlas())
    if (row.structure && has(session.hidden, *row.structure)) view.hidden.push_back(*row.structure);
  return value;
}

bool same_work(const Case& a, const Case& b) {
  return a.title == b.title && a.plan == b.plan && a.beside == b.beside && a.bookmarks == b.bookmarks &&
         a.notes == b.notes;
}

}  // namespace app
