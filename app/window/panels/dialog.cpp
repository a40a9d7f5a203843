#include "app/window/panels/dialog.h"

#include <imgui_internal.h>

#include <algorithm>

#include "app/window/widgets/controls.h"

namespace app {

void shade(const Ui& ui, ImVec2 window_size, const Action& action) {
  // The permanent label is never shaded.
  const Area above{{0, 0}, {window_size.x, consultant_layout(window_size, ui.scale).label.min.y}};
  begin_area("shade", above, ImVec2(0, 0), packed(ui.colours.shade));
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  if (ImGui::InvisibleButton("overlay.shade", window_size)) ui.act(action);
  ImGui::PopItemFlag();
  ImGui::End();
}

void begin_dialog(const Ui& ui, const char* name, ImVec2 window_size, float width_dp, float height_dp) {
  const float margin = ui.px(24);
  const ImVec2 size(std::min(ui.px(width_dp), window_size.x - 2 * margin),
                    std::min(ui.px(height_dp), window_size.y - 2 * margin));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings;
  if (height_dp > 0) {
    ImGui::SetNextWindowPos(ImVec2((window_size.x - size.x) / 2, (window_size.y - size.y) / 2));
    ImGui::SetNextWindowSize(size);
  } else {
    ImGui::SetNextWindowPos(ImVec2(window_size.x / 2, window_size.y / 2), ImGuiCond_Always,
                            ImVec2(0.5f, 0.5f));
    ImGui::SetNextWindowSizeConstraints(ImVec2(size.x, 0), ImVec2(size.x, window_size.y - 2 * margin));
    flags |= ImGuiWindowFlags_AlwaysAutoResize;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(28), ui.px(24)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(16));
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleVar(2);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
}

void dialog_heading(const Ui& ui, std::string_view words, const Action& action) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  line(ui, TextStyle::title, ui.colours.text, words);
  ImGui::SetCursorScreenPos(ImVec2(start.x + width - control_height(ui), start.y - ui.px(6)));
  if (icon_button(ui, "overlay.close", Icon::close, ui.say("overlay.close"))) ui.act(action);
}

}  // namespace app
