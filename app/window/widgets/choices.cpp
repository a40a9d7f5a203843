#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/window/widgets/controls.h"

namespace app {
namespace {

void draw_segment(const Ui& ui, const Press& press, std::string_view label, bool selected) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float inset = ui.px(3);
  const ImVec2 min(press.min.x + inset, press.min.y + inset), max(press.max.x - inset, press.max.y - inset);
  const float rounding = ui.px(ui.kiosk ? 11.0f : 6.0f);
  if (selected) {
    list.AddRectFilled(min, max, packed(ui.colours.accent_soft), rounding);
    list.AddRect(min, max, packed(ui.colours.accent), rounding, 0, ui.px(1.5f));
  } else if (press.hovered) {
    list.AddRectFilled(min, max, packed(ui.colours.hover), rounding);
  }
  const TextStyle style = selected ? TextStyle::strong : TextStyle::body;
  const std::string words = shortened(ui, style, label, max.x - min.x - ui.px(2));
  const ImVec2 size = text_size(ui, style, words);
  draw_text_at(ui, list, style,
               ImVec2((min.x + max.x - size.x) / 2, (press.min.y + press.max.y - size.y) / 2),
               selected ? ui.colours.on_soft : ui.colours.text, words);
}

/// For fingers: targets with room between them.
std::optional<int> separate_buttons(const Ui& ui, const char* id, std::span<const std::string> labels,
                                    int selected) {
  std::optional<int> chosen;
  ImGui::BeginGroup();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, ui.px(8));
    const std::string name = std::string(id) + "/" + std::to_string(i);
    const float width = text_size(ui, TextStyle::strong, labels[i]).x + 2 * ui.px(24);
    const Press press = press_area(ui, name.c_str(), ImVec2(width, control_height(ui)));
    const float rounding = ui.px(14);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(press.min, press.max, packed(ui.colours.panel), rounding);
    list.AddRect(press.min, press.max, packed(ui.colours.edge), rounding, 0, ui.px(1));
    draw_segment(ui, press, labels[i], static_cast<int>(i) == selected);
    if (press.clicked && static_cast<int>(i) != selected) chosen = static_cast<int>(i);
  }
  ImGui::EndGroup();
  return chosen;
}

}  // namespace

std::optional<int> segmented(const Ui& ui, const char* id, std::span<const std::string> labels, int selected,
                             float width) {
  if (ui.kiosk) return separate_buttons(ui, id, labels, selected);
  const float height = control_height(ui);
  const float padding = ui.px(13.0f);
  std::vector<float> widths;
  float total = 0;
  for (const std::string& label : labels) {
    // The semi-bold width always, so that nothing moves when another one is chosen.
    const float one = width > 0 ? width / static_cast<float>(labels.size())
                                : text_size(ui, TextStyle::strong, label).x + 2 * padding;
    widths.push_back(std::round(one));
    total += widths.back();
  }
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float rounding = ui.px(8.0f);
  list.AddRectFilled(start, ImVec2(start.x + total, start.y + height), packed(ui.colours.panel), rounding);
  list.AddRect(start, ImVec2(start.x + total, start.y + height), packed(ui.colours.edge), rounding, 0,
               ui.px(1));
  std::optional<int> chosen;
  ImGui::BeginGroup();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    const std::string name = std::string(id) + "/" + std::to_string(i);
    const Press press = press_area(ui, name.c_str(), ImVec2(widths[i], height));
    draw_segment(ui, press, labels[i], static_cast<int>(i) == selected);
    if (press.clicked && static_cast<int>(i) != selected) chosen = static_cast<int>(i);
  }
  ImGui::EndGroup();
  return chosen;
}

std::optional<int> dropdown(const Ui& ui, const char* id, std::span<const std::string> labels, int selected,
                            float width) {
  const std::string shown = selected >= 0 && selected < static_cast<int>(labels.size())
                                ? labels[static_cast<std::size_t>(selected)]
                                : "";
  const std::string list_name = std::string(id) + "/list";
  const float height = control_height(ui);
  const Press press = press_area(ui, id, ImVec2(width, height));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, packed(press.hovered ? ui.colours.hover : ui.colours.panel),
                     ui.px(8));
  list.AddRect(press.min, press.max, packed(ui.colours.edge), ui.px(8), 0, ui.px(1));
  const float middle = (press.min.y + press.max.y) / 2;
  const float icon = ui.px(14);
  const std::string words = shortened(ui, TextStyle::body, shown, width - ui.px(36));
  draw_text_at(ui, list, TextStyle::body,
               ImVec2(press.min.x + ui.px(12), middle - text_size(ui, TextStyle::body, words).y / 2),
               ui.colours.text, words);
  draw_icon(list, Icon::chevron_down, ImVec2(press.max.x - ui.px(18), middle), icon, packed(ui.colours.text));
  if (press.clicked) ImGui::OpenPopup(list_name.c_str());
  std::optional<int> chosen;
  ImGui::SetNextWindowPos(ImVec2(press.min.x, press.max.y + ui.px(4)), ImGuiCond_Appearing);
  float widest = width;
  for (const std::string& label : labels)
    widest = std::max(widest, text_size(ui, TextStyle::strong, label).x + ui.px(36));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(6), ui.px(6)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
  if (ImGui::BeginPopup(list_name.c_str())) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::string name = std::string(id) + "/" + std::to_string(i);
      const Press item = press_area(ui, name.c_str(), ImVec2(widest - ui.px(12), height));
      draw_segment(ui, item, labels[i], static_cast<int>(i) == selected);
      if (!item.clicked) continue;
      chosen = static_cast<int>(i);
      ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return chosen && *chosen != selected ? chosen : std::nullopt;
}

}  // namespace app
