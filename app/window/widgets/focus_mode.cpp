#include "app/window/widgets/focus_mode.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace app {

void follow_focus_mode() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  for (const ImGuiInputEvent& event : g.InputEventsQueue) {
    const bool key = event.Type == ImGuiInputEventType_Key && event.Key.Down;
    if (key && event.Key.Key == ImGuiKey_Tab) g.IO.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    const bool click = event.Type == ImGuiInputEventType_MouseButton && event.MouseButton.Down;
    if (!click && !(key && event.Key.Key == ImGuiKey_Escape)) continue;
    g.IO.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    g.NavDisableHighlight = true;
  }
}

void move_between_areas(std::span<const char* const> areas) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if ((g.IO.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) == 0 &&
      !ImGui::IsKeyPressed(ImGuiKey_F6, false))
    return;
  std::size_t current = areas.size();
  for (std::size_t i = 0; i < areas.size(); ++i)
    if (g.NavWindow && g.NavWindow == ImGui::FindWindowByName(areas[i])) current = i;
  const bool first_tab = current == areas.size() && ImGui::IsKeyPressed(ImGuiKey_Tab, false);
  if (!first_tab && !ImGui::IsKeyPressed(ImGuiKey_F6, false)) return;
  for (std::size_t step = 1; step <= areas.size(); ++step) {
    const std::size_t next = current == areas.size() ? step - 1 : (current + step) % areas.size();
    ImGuiWindow* window = ImGui::FindWindowByName(areas[next]);
    if (!window || !window->WasActive) continue;
    g.IO.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui::FocusWindow(window);
    ImGui::NavInitWindow(window, true);
    g.NavDisableHighlight = false;
    return;
  }
}

bool focus_moves() {
  const ImGuiIO& io = ImGui::GetIO();
  return (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0 && io.NavVisible;
}

}  // namespace app
