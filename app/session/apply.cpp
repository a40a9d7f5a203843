#include "app/session/apply.h"

#include <algorithm>

#include "app/session/change.h"

namespace app {
namespace {

RegionView view_of(const simulation::Plan& plan) {
  RegionView view;
  view.plan = plan;
  view.point_units = plan.region == simulation::Region::calf ? 10.0 : 4.0;
  view.framing.height_mm = 0.0;  // not framed yet; the body says how large it is
  view.tiptoe_framing.height_mm = 0.0;
  return view;
}

}  // namespace

Session start_session(Mode mode, const simulation::Plan& calf, const simulation::Plan& face,
                      const KioskSettings& settings) {
  Session session;
  session.mode = mode;
  session.calf = view_of(calf);
  session.face = view_of(face);
  if (mode != Mode::kiosk) return session;
  session.kiosk.settings = settings;
  session.region = settings.region;
  session.look.text_scale = std::clamp(settings.text_scale, 1.0, 2.0);
  session.look.reduced_motion = settings.reduced_motion;
  session.playback.playing = true;
  session.playback.loop = LoopMode::ping_pong;
  return session;
}

// These need the past; History does them.
void change(Session&, const action::EndGesture&) {}
void change(Session&, const action::Undo&) {}
void change(Session&, const action::Redo&) {}
void change(Session&, const action::ResetAll&) {}

bool allowed(Mode mode, const Action& action) {
  return traits_of(action).kiosk != (mode == Mode::kiosk ? action::Kiosk::never : action::Kiosk::only);
}

bool allowed(const Session& session, const Action& action) {
  if (!allowed(session.mode, action)) return false;
  if (session.mode != Mode::kiosk || traits_of(action).kiosk != action::Kiosk::main_screen) return true;
  const KioskState& kiosk = session.kiosk;
  return kiosk.screen == KioskScreen::main && !kiosk.still_there && !kiosk.pin_pad;
}

Session apply(Session session, const Action& action) {
  if (!allowed(session, action)) return session;
  // Only while a card is open is there something to hold the change against.
  std::optional<Session> before;
  if (session.tapped) before = session;
  std::visit([&](const auto& a) { change(session, a); }, action);
  if (before) drop_stale_tap(session, *before);
  return session;
}

}  // namespace app
