#pragma once

#include <optional>
#include <span>

#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

namespace app {

/// A key of the consultant's window. The sheet and the handling read the same list, so no key is missing from
/// the sheet.
struct Shortcut {
  ImGuiKey key;
  bool control;      // Ctrl held
  const char* keys;  // as shown: `Ctrl+Z`
  const char* text;  // text key of what it does
  /// What it does; empty: nothing now.
  std::optional<Action> (*action)(const Session& session, const ViewData& data);
  bool shift = false;  // Shift held, for keys that also do something without
};

std::span<const Shortcut> shortcuts();

/// Turns keys pressed in this frame into actions, unless a text field or the focus ring has the keyboard.
void handle_shortcuts(const Ui& ui, const Session& session, const ViewData& data);

}  // namespace app
