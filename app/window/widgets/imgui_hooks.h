#pragma once

#include <cstdint>
#include <string_view>

struct ImGuiContext;

namespace app {

/// A rectangle on the screen in pixels of the window, y down.
struct WidgetRect {
  float left = 0, top = 0, right = 0, bottom = 0;
};

/// Sees every widget as it is laid out, so that a test can find it and click it. Called during the frame, in
/// the order of drawing; do not call ImGui from here.
class WidgetObserver {
 public:
  virtual ~WidgetObserver() = default;
  /// Every widget with an id, the number ImGuiWindow::GetID(label) gives.
  virtual void placed(std::uint32_t id, const WidgetRect& rect) = 0;
  /// Widgets that report their label; called after placed() with the same id. A combo box does not report its
  /// own: find it by ImGui::FindWindowByName(window)->GetID(label).
  virtual void labelled(std::uint32_t id, std::string_view label) = 0;
};

/// From now on `observer` sees the widgets of `context`; null stops it. The caller keeps both alive; nothing
/// is observed unless this was called. Errors: none.
void observe_widgets(ImGuiContext& context, WidgetObserver* observer);

}  // namespace app
