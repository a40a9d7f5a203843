#pragma once

#include "app/session/action_traits.h"
#include "app/session/sheet_choice.h"

/// What can be done about the take-home sheet.
namespace app::action {

struct SetSheet {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  SheetChoice choice;
};
struct MakeSheet {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  SheetUse use;
};

}  // namespace app::action
