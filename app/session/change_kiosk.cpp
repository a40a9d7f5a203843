#include <cmath>

#include "app/session/change.h"

namespace app {
namespace {

constexpr double kAttractYawPerSecond = 0.12;

void tick_attract(Session& session, double seconds) {
  if (session.look.reduced_motion) return;
  session.view().camera = render::orbit(session.view().camera, kAttractYawPerSecond * seconds, 0.0);
}

}  // namespace

void tick_kiosk(Session& session, double seconds) {
  KioskState& kiosk = session.kiosk;
  if (kiosk.screen == KioskScreen::attract) return tick_attract(session, seconds);
  if (!kiosk.still_there) {
    kiosk.idle_s += seconds;
    if (kiosk.idle_s < kiosk.settings.idle_s) return;
    kiosk.still_there = true;
    kiosk.countdown_s = kiosk.settings.countdown_s;
    session.playback.playing = false;
    return;
  }
  kiosk.countdown_s -= seconds;
  if (kiosk.countdown_s <= 0.0) change(session, action::StartOver{});
}

void change(Session& session, const action::Touch&) {
  KioskState& kiosk = session.kiosk;
  kiosk.idle_s = 0.0;
  kiosk.still_there = false;
  kiosk.countdown_s = 0.0;
  if (kiosk.screen != KioskScreen::attract) return;
  kiosk.screen = KioskScreen::notice;
  session.playback.playing = false;
}

void change(Session& session, const action::AcceptNotice&) {
  if (session.kiosk.screen != KioskScreen::notice) return;
  session.kiosk.screen = KioskScreen::main;
  session.playback = Playback{};
  set_week(session, 0.0);
  change(session, action::ResetView{});
}

void change(Session& session, const action::StartOver&) {
  const KioskSettings settings = session.kiosk.settings;
  session.kiosk = KioskState{};
  session.kiosk.settings = settings;
}

void change(Session& session, const action::OpenPinPad&) {
  KioskState& kiosk = session.kiosk;
  if (kiosk.settings.exit_pin.empty()) return;
  kiosk.pin_pad = true;
  kiosk.pin.clear();
  kiosk.pin_wrong = false;
}

void change(Session& session, const action::PinDigit& a) {
  KioskState& kiosk = session.kiosk;
  if (!kiosk.pin_pad || a.digit < 0 || a.digit > 9) return;
  kiosk.pin_wrong = false;
  kiosk.pin.push_back(static_cast<char>('0' + a.digit));
  if (kiosk.pin.size() < kiosk.settings.exit_pin.size()) return;
  if (kiosk.pin == kiosk.settings.exit_pin) {
    session.quit = true;
  } else {
    kiosk.pin_wrong = true;
  }
  kiosk.pin.clear();
}

void change(Session& session, const action::ClosePinPad&) {
  session.kiosk.pin_pad = false;
  session.kiosk.pin.clear();
  session.kiosk.pin_wrong = false;
}

}  // namespace app
