#pragma once

#include "app/session/action_traits.h"
#include "app/session/session.h"

/// What can be done to the week shown.
namespace app::action {

struct SetWeek {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::main_screen};
  double week;
};
struct StepWeeks {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  int weeks;
};
struct StepMonths {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  int months;
};
struct GoFirst {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
};
struct GoLast {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
};
struct SetPlaying {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  bool playing;
};
struct TogglePlaying {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
};
struct SetDirection {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  int direction;
};
struct SetSpeed {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  double weeks_per_second;
};
struct SetLoop {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  LoopMode loop;
};
/// Time has passed. The only way a clock enters.
struct Tick {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::every_screen};
  double seconds;
};

}  // namespace app::action
