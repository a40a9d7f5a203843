#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/window/widgets/controls.h"

namespace app {
namespace {

/// The field between the two buttons. It must be told from the buttons for hooks and keys by its own id.
std::optional<double> typed_value(const Ui& ui, const std::string& id, double value,
                                  const StepperRange& range, float width) {
  std::string format = "%." + std::to_string(range.decimals) + "f";
  if (!range.unit.empty()) format += " " + (range.unit == "%" ? std::string("%%") : range.unit);
  double edited = value;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 0.0f);
  const float line_height = ui.fonts[TextStyle::body]->FontSize;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2(ui.px(4), std::max(0.0f, (control_height(ui) - line_height) / 2)));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
  ImGui::SetNextItemWidth(width);
  // A drag field: drag to change, click with Ctrl or press Enter to type.
  ImGui::DragScalar(("##" + id).c_str(), ImGuiDataType_Double, &edited, static_cast<float>(range.step) / 6.0f,
                    &range.least, &range.most, "", ImGuiSliderFlags_AlwaysClamp);
  const bool typing = ImGui::TempInputIsActive(ImGui::GetItemID());
  if (ImGui::IsItemHovered() && !ImGui::IsItemActive()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
  if (!typing) {
    char words[48];
    std::snprintf(words, sizeof words, format.c_str(), value);
    const ImVec2 size = text_size(ui, TextStyle::strong, words);
    const ImVec2 before =
        range.prefix.empty() ? ImVec2(0, 0) : text_size(ui, TextStyle::caption, range.prefix);
    const float gap = range.prefix.empty() ? 0.0f : ui.px(6);
    const float x = start.x + (width - size.x - before.x - gap) / 2;
    const float middle = start.y + control_height(ui) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!range.prefix.empty())
      draw_text_at(ui, list, TextStyle::caption, ImVec2(x, middle - before.y / 2 + ui.px(0.5f)),
                   ui.colours.text_quiet, range.prefix);
    draw_text_at(ui, list, TextStyle::strong, ImVec2(x + before.x + gap, middle - size.y / 2),
                 ui.colours.text, words);
  }
  const double whole = std::round(edited / range.step) * range.step;
  if (edited == value || std::abs(whole - value) < range.step / 2) return std::nullopt;
  return std::clamp(whole, range.least, range.most);
}

}  // namespace

std::optional<double> stepper(const Ui& ui, const char* id, double value, const StepperRange& range,
                              float width) {
  const float height = control_height(ui);
  const float side = ui.kiosk ? 56.0f : 30.0f;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(start, ImVec2(start.x + width, start.y + height), packed(ui.colours.panel), ui.px(8));
  list.AddRect(start, ImVec2(start.x + width, start.y + height), packed(ui.colours.edge), ui.px(8), 0,
               ui.px(1));
  const std::string name(id);
  std::optional<double> wanted;
  const auto step_button = [&](const char* part, Icon icon, double step) {
    ImGui::BeginGroup();
    const Press press = press_area(ui, (name + part).c_str(), ImVec2(ui.px(side), height), true);
    const float inset = ui.px(2);
    if (press.hovered)
      list.AddRectFilled(ImVec2(press.min.x + inset, press.min.y + inset),
                         ImVec2(press.max.x - inset, press.max.y - inset), packed(ui.colours.hover),
                         ui.px(7));
    draw_icon(list, icon, ImVec2((press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2), ui.px(13),
              packed(ui.colours.text));
    ImGui::EndGroup();
    if (press.clicked) wanted = std::clamp(value + step, range.least, range.most);
  };
  ImGui::BeginGroup();
  step_button("/less", Icon::minus, -range.step);
  ImGui::SameLine(0, 0);
  if (const auto typed = typed_value(ui, name + "/value", value, range, width - 2 * ui.px(side)))
    wanted = typed;
  ImGui::SameLine(0, 0);
  step_button("/more", Icon::plus, range.step);
  ImGui::EndGroup();
  return wanted && *wanted != value ? wanted : std::nullopt;
}

std::optional<double> slider(const Ui& ui, const char* id, double value, double least, double most,
                             float width) {
  const float height = control_height(ui);
  const Press press = press_area(ui, id, ImVec2(width, height));
  const float knob = ui.px(ui.kiosk ? 16.0f : 9.0f);
  const float from = press.min.x + knob, to = press.max.x - knob;
  const float middle = (press.min.y + press.max.y) / 2;
  const double share = most > least ? std::clamp((value - least) / (most - least), 0.0, 1.0) : 0.0;
  const float at_x = from + static_cast<float>(share) * (to - from);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ui.px(ui.kiosk ? 4.0f : 2.5f);
  list.AddRectFilled(ImVec2(from, middle - half), ImVec2(to, middle + half), packed(ui.colours.edge), half);
  list.AddRectFilled(ImVec2(from, middle - half), ImVec2(at_x, middle + half), packed(ui.colours.accent),
                     half);
  list.AddCircleFilled(ImVec2(at_x, middle), knob, packed(ui.colours.accent));
  list.AddCircleFilled(ImVec2(at_x, middle), knob * 0.45f, packed(ui.colours.panel));
  double wanted = value;
  if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left))
    wanted =
        least + (most - least) * std::clamp((ImGui::GetIO().MousePos.x - from) / (to - from), 0.0f, 1.0f);
  if (ImGui::IsItemFocused() && GImGui->NavDisableHighlight == false) {
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) wanted = std::max(least, value - (most - least) / 20);
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) wanted = std::min(most, value + (most - least) / 20);
  }
  return wanted != value ? std::optional<double>(wanted) : std::nullopt;
}

}  // namespace app
