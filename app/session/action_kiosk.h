#pragma once

#include "app/session/action_traits.h"

/// What can be done at a kiosk alone.
namespace app::action {

/// Any input of a person: wakes the attract loop, answers "Still there?", restarts the idle clock.
struct Touch {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
};
struct AcceptNotice {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
};
struct StartOver {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
};
struct OpenPinPad {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
};
struct PinDigit {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
  int digit;
};
struct ClosePinPad {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::only};
};

}  // namespace app::action
