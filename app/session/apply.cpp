#include "app/session/apply.h"

#include <algorithm>

#include "app/session/change.h"

namespace app {
namespace {

template <typename T, typename... Group>
constexpr bool is_one_of = (std::is_same_v<T, Group> || ...);

/// What belongs to a kiosk alone.
template <typename T>
constexpr bool kKioskOnly = is_one_of<T, action::Touch, action::AcceptNotice, action::StartOver,
                                      action::OpenPinPad, action::PinDigit, action::ClosePinPad>;

/// What a kiosk takes on every screen.
template <typename T>
constexpr bool kKioskAlways =
    kKioskOnly<T> || is_one_of<T, action::Tick, action::SetFraming, action::SetAspect, action::EndGesture>;

/// What a person at the kiosk may do on its main screen: region, product, time, view.
template <typename T>
constexpr bool kKioskMain =
    is_one_of<T, action::SetRegion, action::SetProduct, action::SetWeek, action::StepWeeks,
              action::StepMonths, action::GoFirst, action::GoLast, action::SetPlaying, action::TogglePlaying,
              action::SetExpression, action::SetPose, action::SetCompare, action::SetView, action::Orbit,
              action::Pan, action::Zoom, action::ResetView, action::SetTextScale, action::SetReducedMotion,
              action::OpenCard, action::CloseOverlay, action::TapStructure, action::CloseStructure>;

// These need the past; History does them.
void change(Session&, const action::EndGesture&) {}
void change(Session&, const action::Undo&) {}
void change(Session&, const action::Redo&) {}
void change(Session&, const action::ResetAll&) {}

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

bool allowed(Mode mode, const Action& action) {
  return std::visit(
      [mode](const auto& a) {
        using T = std::decay_t<decltype(a)>;
        return mode == Mode::kiosk ? kKioskAlways<T> || kKioskMain<T> : !kKioskOnly<T>;
      },
      action);
}

Session apply(Session session, const Action& action) {
  if (!allowed(session.mode, action)) return session;
  const bool main_screen =
      session.mode != Mode::kiosk ||
      (session.kiosk.screen == KioskScreen::main && !session.kiosk.still_there && !session.kiosk.pin_pad);
  // Only while a card is open is there something to hold the change against.
  std::optional<Session> before;
  if (session.tapped) before = session;
  std::visit(
      [&](const auto& a) {
        using T = std::decay_t<decltype(a)>;
        if (main_screen || kKioskAlways<T>) change(session, a);
      },
      action);
  if (before) drop_stale_tap(session, *before);
  return session;
}

}  // namespace app
