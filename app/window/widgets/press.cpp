#include <imgui.h>
#include <imgui_internal.h>

#include "app/window/widgets/controls.h"

namespace app {

float control_height(const Ui& ui) {
  return ui.px(ui.kiosk ? 56.0f : 34.0f);
}

Press press_area(const Ui& ui, const char* id, ImVec2 size, bool repeat) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  Press press;
  if (window->SkipItems) return press;
  const ImGuiID number = window->GetID(id);
  const ImVec2 from = window->DC.CursorPos;
  const ImRect box(from, ImVec2(from.x + size.x, from.y + size.y));
  ImGui::ItemSize(size, 0.0f);
  press.min = box.Min;
  press.max = box.Max;
  if (!ImGui::ItemAdd(box, number)) return press;
  ImGuiContext& g = *GImGui;
  IMGUI_TEST_ENGINE_ITEM_INFO(number, id, g.LastItemData.StatusFlags);
  (void)g;
  const ImGuiButtonFlags flags = repeat ? static_cast<int>(ImGuiButtonFlags_Repeat) : 0;
  press.clicked = ImGui::ButtonBehavior(box, number, &press.hovered, &press.held, flags);
  if (ImGui::GetFocusID() == number && g.NavDisableHighlight == false) {
    const float out = ui.px(2);
    window->DrawList->AddRect(ImVec2(box.Min.x - out, box.Min.y - out),
                              ImVec2(box.Max.x + out, box.Max.y + out), packed(ui.colours.accent), ui.px(10),
                              0, ui.px(2));
  }
  return press;
}

void tooltip(const Ui& ui, std::string_view words) {
  if (ui.kiosk || words.empty()) return;
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_NoSharedDelay)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(10), ui.px(7)));
  if (ImGui::BeginTooltip()) {
    paragraph(ui, TextStyle::caption, ui.colours.text, words, ui.px(280));
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

Card::Card(const Ui& ui, float width, Colour ground, float padding_dp)
    : ui_(ui),
      width_(width),
      padding_(ui.px(padding_dp)),
      ground_(ground),
      start_(ImGui::GetCursorScreenPos()) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  splitter_.Split(list, 2);
  splitter_.SetCurrentChannel(list, 1);
  ImGui::SetCursorScreenPos(ImVec2(start_.x + padding_, start_.y + padding_));
  ImGui::BeginGroup();
}

Card::~Card() {
  ImGui::EndGroup();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 end(start_.x + width_, ImGui::GetItemRectMax().y + padding_);
  splitter_.SetCurrentChannel(list, 0);
  list->AddRectFilled(start_, end, packed(ground_), ui_.px(12));
  if (ground_ == ui_.colours.panel || ui_.colours.raised == ui_.colours.panel)
    list->AddRect(start_, end, packed(ui_.colours.edge), ui_.px(12));
  splitter_.Merge(list);
  ImGui::SetCursorScreenPos(start_);
  ImGui::Dummy(ImVec2(width_, end.y - start_.y));
}

}  // namespace app
