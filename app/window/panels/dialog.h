#pragma once

#include <string_view>

#include "app/window/panels/layout.h"
#include "app/window/widgets/ui.h"

/// What lies over the whole window.
namespace app {

/// A dark sheet over the window, but never over the permanent label; a click on it does `action`.
void shade(const Ui& ui, ImVec2 window_size, const Action& action);

/// A window in the middle, as large as told where there is room; height 0: as high as what is laid out in it.
/// Ends with ImGui::End().
void begin_dialog(const Ui& ui, const char* name, ImVec2 window_size, float width_dp, float height_dp);

/// Its title with a button that does `action`.
void dialog_heading(const Ui& ui, std::string_view words, const Action& action);

}  // namespace app
