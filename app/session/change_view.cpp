#include <algorithm>
#include <cmath>

#include "app/marks/structure_pick.h"
#include "app/session/change.h"
#include "app/session/follow_camera.h"
#include "app/session/frame_of_session.h"
#include "app/studio/side_effect.h"

namespace app {
namespace {

void set_unit_interval(double& value, double wanted) {
  if (std::isfinite(wanted)) value = std::clamp(wanted, 0.0, 1.0);
}

bool framed(const render::Framing& framing) {
  return framing.height_mm > 0.0;
}

/// The camera goes along, so that legs and floor stay in the picture.
void set_pose(Session& session, simulation::CalfPose pose) {
  if (session.pose == pose) return;
  const render::Framing& before = session.calf_setup.framing_in(session.pose);
  session.pose = pose;
  session.calf.camera = follow_camera(session.calf.camera, {before, session.aspect},
                                      {session.calf_setup.framing_in(pose), session.aspect});
}

/// At a kiosk nobody sets a view right again: it stays nearer to the standard ones. Limits by eye,
/// assumptions.
render::CameraLimits kiosk_limits(render::CameraLimits limits) {
  limits.lowest_pitch_rad = std::max(limits.lowest_pitch_rad, -0.26);
  limits.highest_pitch_rad = std::min(limits.highest_pitch_rad, 0.7);
  limits.closest = std::max(limits.closest, 0.2);
  limits.farthest = std::min(limits.farthest, 1.1);
  return limits;
}

/// A side effect that the body no longer shows as it is held.
void drop_unseen(Session& session) {
  if (!session.side_effect) return;
  const Moment now = moment_of(session);
  if (held_to_show(*session.side_effect, now) != now) session.side_effect.reset();
}

/// A layer of which all is hidden shows all it has: fat alone is nothing in the layers that draw none.
void show_something(Session& session) {
  if (!shows_anatomy(session.layer)) return;
  if ((structures_of(session.region, session.layer) & ~session.hidden).none()) session.hidden.reset();
}

void keep_in_view(Session& session) {
  if (!framed(session.framing())) return;
  render::Framing framing = session.framing();
  if (session.mode == Mode::kiosk) framing.limits = kiosk_limits(framing.limits);
  session.view().camera = render::keep_in_view(session.view().camera, framing, session.aspect);
}

}  // namespace

render::Camera opening_camera(simulation::Region region, const render::Framing& framing, double aspect) {
  const bool calf = region == simulation::Region::calf;
  return render::standard_camera(calf ? render::StandardView::back : render::StandardView::front, framing,
                                 aspect);
}

void change(Session& session, const action::SetRegion& a) {
  if (session.region == a.region) return;
  session.region = a.region;
  session.session_shown = 0;
  session.points.selected = -1;
  if (session.compare == Join::beside && !session.view().beside) session.compare = Join::one;
  session.playback.playing = false;
  session.side_effect.reset();
  // The model has no fat of a face.
  if (session.layer == render::Layer::fat) session.layer = render::Layer::xray;
  show_something(session);
  // Without a line to make, a face that rests shows little of what the drug does.
  session.expression = simulation::Expression::neutral;
  set_pose(session, simulation::CalfPose::standing);
}

void change(Session& session, const action::SetResponder& a) {
  session.responder = a.responder;
}
void change(Session& session, const action::SetExpression& a) {
  session.expression = a.expression;
  drop_unseen(session);
}
void change(Session& session, const action::SetPose& a) {
  if (session.region == simulation::Region::calf) set_pose(session, a.pose);
  drop_unseen(session);
}
void change(Session& session, const action::SetSideEffect& a) {
  const auto shown = a.side_effect;
  session.side_effect.reset();
  if (!shown || !can_show(*shown, session.plan())) return;
  const Moment held = held_to_show(*shown, moment_of(session));
  session.expression = held.expression;
  set_pose(session, held.pose);
  if (session.effort == 0.0) session.effort = 1.0;
  if (!is_seen_in(session.layer, *shown)) session.layer = render::Layer::skin;
  // It reads the plan alone.
  session.tape.shown = false;
  session.side_effect = shown;
}
void change(Session& session, const action::SetEffort& a) {
  set_unit_interval(session.effort, a.effort);
}
void change(Session& session, const action::SetLayer& a) {
  if (a.layer == render::Layer::fat && session.region != simulation::Region::calf) return;
  session.layer = a.layer;
  show_something(session);
}
void change(Session& session, const action::SetCompare& a) {
  if (a.compare == Join::beside && !session.view().beside) return;
  session.compare = a.compare;
}
void change(Session& session, const action::SetLight& a) {
  session.light = Light{a.preset, nullptr, {}};
}
void change(Session& session, const action::SetLightMap& a) {
  if (a.light.environment) session.light = a.light;
}
void change(Session& session, const action::SetWipe& a) {
  set_unit_interval(session.wipe, a.wipe);
}
void change(Session& session, const action::SetGhost& a) {
  set_unit_interval(session.ghost_opacity, a.opacity);
}
void change(Session& session, const action::ShowTape& a) {
  session.tape.shown = a.shown;
  if (a.shown) session.side_effect.reset();
}
void change(Session& session, const action::PlaceTape& a) {
  if (!a.t)
    session.tape.t.reset();
  else if (std::isfinite(*a.t))
    session.tape.t = std::clamp(*a.t, 0.0, 1.0);
}
void change(Session& session, const action::SetQuantity& a) {
  session.view().quantity = a.quantity;
}
void change(Session& session, const action::ToggleFindings&) {
  session.findings_open = !session.findings_open;
}

void change(Session& session, const action::SetOutcomePage& a) {
  session.outcome_page = a.page;
}

void change(Session& session, const action::SetSidePanel& a) {
  session.side_panel = a.panel;
}

void change(Session& session, const action::SetFraming& a) {
  const bool calf = a.region == simulation::Region::calf;
  RegionView& view = calf ? session.calf : session.face;
  RegionSetup& setup = calf ? session.calf_setup : session.face_setup;
  const render::Framing before = setup.framing_in(session.pose);
  setup.framing = a.framing;
  setup.tiptoe_framing = a.tiptoe;
  const render::Framing& after = setup.framing_in(session.pose);
  if (!framed(before))
    view.camera = opening_camera(a.region, after, session.aspect);
  else
    view.camera = follow_camera(view.camera, {before, session.aspect}, {after, session.aspect});
  look_as_opened(session, a.region);
}

void change(Session& session, const action::SetAspect& a) {
  if (!std::isfinite(a.aspect) || a.aspect <= 0.0) return;
  const double before = session.aspect;
  session.aspect = std::clamp(a.aspect, 0.1, 10.0);
  if (session.aspect == before) return;
  const auto follow = [&](RegionView& view, const render::Framing& framing) {
    view.camera = follow_camera(view.camera, {framing, before}, {framing, session.aspect});
  };
  follow(session.calf, session.calf_setup.framing_in(session.pose));
  follow(session.face, session.face_setup.framing);
  for (const simulation::Region region : {simulation::Region::calf, simulation::Region::face})
    look_as_opened(session, region);
}

void change(Session& session, const action::SetView& a) {
  session.setup().opened_camera.reset();
  if (!framed(session.framing()) || !render::offers(session.framing(), a.view)) return;
  session.view().camera = render::standard_camera(a.view, session.framing(), session.aspect);
}

void change(Session& session, const action::Orbit& a) {
  session.setup().opened_camera.reset();
  session.view().camera = render::orbit(session.view().camera, a.yaw_rad, a.pitch_rad);
  keep_in_view(session);
}

void change(Session& session, const action::Pan& a) {
  session.setup().opened_camera.reset();
  session.view().camera = render::pan(session.view().camera, a.ndc_from, a.ndc_to, session.aspect);
  keep_in_view(session);
}

void change(Session& session, const action::Zoom& a) {
  session.setup().opened_camera.reset();
  if (!std::isfinite(a.factor) || a.factor <= 0.0) return;
  session.view().camera = render::zoom_at(session.view().camera, a.factor, a.ndc, session.aspect);
  keep_in_view(session);
}

void change(Session& session, const action::ResetView&) {
  session.setup().opened_camera.reset();
  if (framed(session.framing()))
    session.view().camera = opening_camera(session.region, session.framing(), session.aspect);
}

void change(Session& session, const action::SetTheme& a) {
  session.look.theme = a.theme;
}

void change(Session& session, const action::SetTextScale& a) {
  if (std::isfinite(a.scale)) session.look.text_scale = std::clamp(a.scale, 1.0, 2.0);
}

void change(Session& session, const action::SetReducedMotion& a) {
  session.look.reduced_motion = a.reduced;
  session.playback.carry_weeks = 0.0;
}

void change(Session& session, const action::OpenCard& a) {
  session.overlay.shortcuts = false;
  session.overlay.card = a.card;
  session.overlay.quantity = a.quantity;
}

void change(Session& session, const action::CloseOverlay&) {
  // What lies on top goes first.
  if (session.overlay == Overlay{}) session.tapped.reset();
  session.overlay = Overlay{};
}

void change(Session& session, const action::ToggleShortcuts&) {
  const bool open = !session.overlay.shortcuts;
  session.overlay = Overlay{};
  session.overlay.shortcuts = open;
}

void change(Session& session, const action::SetShortcutFilter& a) {
  session.overlay.shortcut_filter = a.filter;
}
void change(Session& session, const action::Capture&) {
  ++session.capture_requests;
}
void change(Session& session, const action::SetSheet& a) {
  session.sheet = a.choice;
}
void change(Session& session, const action::MakeSheet& a) {
  session.sheet_request = {session.sheet_request.number + 1, a.use};
}
void change(Session& session, const action::Quit&) {
  session.quit = true;
}

}  // namespace app
