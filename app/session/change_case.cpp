#include "app/session/change.h"
#include "app/session/follow_camera.h"

namespace app {
namespace {

/// The end of a text that may not be longer; no letter is cut in two.
void shorten(std::string& text, std::size_t most) {
  if (text.size() <= most) return;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  text.resize(most);
}

/// As a new session looks at it.
void forget_view(Session& session) {
  const Undone fresh;
  session.view().week = 0.0;
  session.view().quantity.clear();
  session.responder = fresh.responder;
  session.expression = fresh.expression;
  change(session, action::SetPose{fresh.pose});
  session.effort = fresh.effort;
  session.layer = fresh.layer;
  session.hidden = fresh.hidden;
  session.side_effect.reset();
  session.compare = session.view().beside ? Join::beside : Join::one;
  session.light = fresh.light;
  session.treatment = fresh.treatment;
  session.wipe = fresh.wipe;
  session.ghost_opacity = fresh.ghost_opacity;
  session.tape = fresh.tape;
  session.session_shown = 0;
  session.playback.playing = false;
  session.points.selected = -1;
  session.points.placing = false;
  session.points.shown = false;
  session.tapped.reset();
  change(session, action::ResetView{});
}

template <typename A, typename T>
void if_told(Session& session, const std::optional<T>& value) {
  if (value) change(session, A{*value});
}

void show_view(Session& session, const CaseView& view) {
  // A side effect holds the body as it needs it; what is told after it has the last word.
  if_told<action::SetSideEffect>(session, view.state);
  if_told<action::SetResponder>(session, view.responder);
  if_told<action::SetExpression>(session, view.expression);
  if_told<action::SetPose>(session, view.pose);
  if_told<action::SetEffort>(session, view.effort);
  if_told<action::SetLayer>(session, view.layer);
  if_told<action::SetTreatment>(session, view.treatment);
  if_told<action::SetCompare>(session, view.compare);
  if_told<action::SetWipe>(session, view.wipe);
  if_told<action::SetGhost>(session, view.ghost);
  if_told<action::SetLight>(session, view.light);
  if_told<action::ShowPoints>(session, view.points);
  if_told<action::ShowSession>(session, view.session);
  if_told<action::SetQuantity>(session, view.quantity);
  if_told<action::SetWeek>(session, view.week);
  if (view.tape) session.tape = {true, view.tape->t};
  for (const simulation::Structure structure : view.hidden)
    session.hidden.set(static_cast<std::size_t>(structure));
  if (!view.camera) return;
  session.setup().opened_camera = view.camera;
  look_as_opened(session, session.region);
}

}  // namespace

void look_as_opened(Session& session, simulation::Region region) {
  const bool calf = region == simulation::Region::calf;
  const RegionSetup& setup = calf ? session.calf_setup : session.face_setup;
  RegionView& shown = calf ? session.calf : session.face;
  const render::Framing& framing = setup.framing_in(calf ? session.pose : simulation::CalfPose::standing);
  if (!setup.opened_camera || framing.height_mm <= 0.0) return;
  if (const auto* view = std::get_if<render::StandardView>(&*setup.opened_camera)) {
    if (render::offers(framing, *view))
      shown.camera = render::standard_camera(*view, framing, session.aspect);
    return;
  }
  const auto& free = std::get<CaseCamera>(*setup.opened_camera);
  // Exactly, where nothing has to follow.
  shown.camera = free.aspect == session.aspect
                     ? free.camera
                     : follow_camera(free.camera, {framing, free.aspect}, {framing, session.aspect});
}

void change(Session& session, const action::SetCaseTitle& a) {
  session.view().words.title = a.title;
  shorten(session.view().words.title, kMaxTitleBytes);
}

void change(Session& session, const action::SetNotes& a) {
  session.view().words.notes = a.notes;
  shorten(session.view().words.notes, kMaxNotesBytes);
}

void change(Session& session, const action::OpenCase& a) {
  change(session, action::SetRegion{a.value.plan.region});
  RegionView& view = session.view();
  session.setup().opened_camera.reset();
  view.plan = a.value.plan;
  view.beside = a.value.beside;
  view.words = {a.value.title, a.value.notes, a.value.bookmarks};
  forget_view(session);
  if (a.value.view) show_view(session, *a.value.view);
  settle(session);
}

void change(Session&, const action::AskCase&) {}

}  // namespace app
