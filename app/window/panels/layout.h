#pragma once

#include <imgui.h>

namespace app {

struct Area {
  ImVec2 min, max;
  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
};

/// Where everything lies in the consultant's window, in pixels. The areas never overlap and fill the window.
struct Layout {
  bool compact = false;  // too narrow for two side panels: `outcome` shows one of them, `plan` is empty
  Area top, plan, outcome, stage, timeline, label;
};

/// size: of the window in pixels; scale: pixels per dp.
Layout consultant_layout(ImVec2 size, float scale);

/// Opens a window without decoration that fills an area; ends with ImGui::End().
void begin_area(const char* name, const Area& area, ImVec2 padding, ImU32 ground, bool scrolls = false);

}  // namespace app
