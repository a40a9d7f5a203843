#include "app/session/history.h"

#include "app/session/change.h"

namespace app {
namespace {

/// What undo leaves as it is: the window, how it looks, what the clock did, the kiosk.
void keep_surroundings(Session& restored, const Session& now) {
  restored.aspect = now.aspect;
  restored.look = now.look;
  restored.overlay = now.overlay;
  restored.side_panel = now.side_panel;
  restored.kiosk = now.kiosk;
  restored.points = now.points;
  restored.points.selected = -1;
  restored.tapped = now.tapped;
  drop_stale_tap(restored, now);
  restored.calf.point_units = now.calf.point_units;
  restored.face.point_units = now.face.point_units;
  restored.capture_requests = now.capture_requests;
  restored.quit = now.quit;
  restored.calf.framing = now.calf.framing;
  restored.calf.tiptoe_framing = now.calf.tiptoe_framing;
  restored.face.framing = now.face.framing;
  restored.playback.playing = false;
}

void move_between(History& history, std::vector<Session>& from, std::vector<Session>& to) {
  history.gesture = History::kNoGesture;
  if (from.empty()) return;
  to.push_back(history.now);
  Session restored = std::move(from.back());
  from.pop_back();
  keep_surroundings(restored, history.now);
  history.now = std::move(restored);
}

void remember(History& history, const Action& action) {
  const bool joins = history.gesture == action.index();
  const bool continuous = traits_of(action).gesture == action::Gesture::continuous;
  history.gesture = continuous ? action.index() : History::kNoGesture;
  history.future.clear();
  if (joins) return;
  history.past.push_back(history.now);
  if (history.past.size() > History::kUndoSteps) history.past.erase(history.past.begin());
}

void wipe(History& history) {
  history.now = history.start;
  history.past.clear();
  history.future.clear();
  history.gesture = History::kNoGesture;
}

}  // namespace

History apply(History history, const Action& action) {
  if (!allowed(history.now.mode, action)) return history;
  if (std::holds_alternative<action::Undo>(action)) {
    move_between(history, history.past, history.future);
  } else if (std::holds_alternative<action::Redo>(action)) {
    move_between(history, history.future, history.past);
  } else if (std::holds_alternative<action::EndGesture>(action)) {
    history.gesture = History::kNoGesture;
  } else if (std::holds_alternative<action::ResetAll>(action)) {
    remember(history, action);
    const Session before = std::move(history.now);
    history.now = history.start;
    keep_surroundings(history.now, before);
  } else {
    if (traits_of(action).undoable == action::Undoable::yes) remember(history, action);
    const KioskScreen before = history.now.kiosk.screen;
    history.now = apply(std::move(history.now), action);
    // The start follows the body and the window, so that going back to it fits them.
    if (std::holds_alternative<action::SetFraming>(action) ||
        std::holds_alternative<action::SetAspect>(action))
      history.start = apply(std::move(history.start), action);
    if (history.now.kiosk.screen == KioskScreen::attract && before != KioskScreen::attract) wipe(history);
  }
  return history;
}

}  // namespace app
