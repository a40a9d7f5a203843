#pragma once

#include <cstddef>
#include <vector>

#include "app/session/apply.h"

namespace app {

/// A session with its past and future. A value as well.
struct History {
  explicit History(Session first) : start(first), now(std::move(first)) {}

  Session start;  // what ResetAll and an idle kiosk go back to
  Session now;
  std::vector<Undone> past;          // oldest first, at most kUndoSteps
  std::vector<Undone> future;        // next redo last
  std::size_t gesture = kNoGesture;  // kind of action that further ones of the same kind join

  static constexpr std::size_t kUndoSteps = 200;
  static constexpr std::size_t kNoGesture = static_cast<std::size_t>(-1);
};

/// Applies the action, or undoes, redoes, resets. A drag (many SetWeek, Orbit, ... until EndGesture) is one
/// step. When a kiosk returns to its start, past and future are wiped as well.
History apply(History history, const Action& action);

}  // namespace app
