#pragma once

#include <string>

#include "app/session/action_traits.h"
#include "app/session/session.h"

/// What can be done to the window round the model, and to the session as a whole.
namespace app::action {

// Look.
struct SetTheme {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  Theme theme;
};
struct SetTextScale {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
  double scale;
};
struct SetReducedMotion {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
  bool reduced;
};

// Panels and what lies over them.
struct SetSidePanel {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  SidePanel panel;
};
/// All findings of the plan, or the worst alone.
struct ToggleFindings {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};
/// What the outcome's side tells.
struct SetOutcomePage {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  OutcomePage page;
};
struct OpenCard {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
  std::string card;
  std::string quantity{};  // of the number it was opened from; empty: none
};
struct CloseOverlay {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
};
struct ToggleShortcuts {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};
struct SetShortcutFilter {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  std::string filter;
};

// The whole.
struct EndGesture {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::every_screen};
};
struct Undo {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};
struct Redo {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};
struct ResetAll {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
};
struct Capture {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};
struct Quit {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
};

}  // namespace app::action
