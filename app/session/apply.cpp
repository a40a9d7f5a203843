#include "app/session/apply.h"

#include <algorithm>

#include "app/session/change.h"

namespace app {

Session start_session(Mode mode, const simulation::Plan& calf, const simulation::Plan& face,
                      const KioskSettings& settings) {
  Session session;
  session.mode = mode;
  session.calf.plan = calf;
  session.face.plan = face;
  session.calf_setup.point_units = 10.0;
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
  std::optional<Undone> before;
  if (session.tapped) before.emplace(session);
  std::visit([&](const auto& a) { change(session, a); }, action);
  if (before) drop_stale_tap(session, *before);
  return session;
}

}  // namespace app
