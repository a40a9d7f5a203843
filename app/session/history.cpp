#include "app/session/history.h"

#include <utility>

#include "app/session/change.h"

namespace app {
namespace {

/// Puts `then` in the place of the undone part and gives back what was there. What ran stands still, and what
/// was picked is let go: it was picked from what is gone.
Undone bring_back(Session& session, Undone then) {
  Undone& part = session;
  std::swap(part, then);
  session.playback.playing = false;
  session.points.selected = -1;
  drop_stale_tap(session, then);
  return then;
}

void move_between(History& history, std::vector<Undone>& from, std::vector<Undone>& to) {
  history.gesture = History::kNoGesture;
  if (from.empty()) return;
  to.push_back(bring_back(history.now, std::move(from.back())));
  from.pop_back();
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
    bring_back(history.now, history.start);
  } else if (std::holds_alternative<action::OpenCase>(action)) {
    // What came before belongs to another case; there is no way back into it.
    history.start = apply(std::move(history.now), action);
    wipe(history);
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
