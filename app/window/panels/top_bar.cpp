#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/window/panels/case_panels.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 2> kRegions = {"calf", "face"};
constexpr std::array<std::string_view, 5> kCompares = {"now", "side", "wipe", "ghost", "beside"};
constexpr std::array<std::string_view, 5> kLayers = {"skin", "muscle", "xray", "heat", "fat"};
constexpr std::array<std::string_view, 2> kLights = {"clinical", "beauty"};
constexpr std::array<std::string_view, 3> kThemes = {"light", "dark", "contrast"};
constexpr std::array<double, 5> kScales = {1.0, 1.25, 1.5, 1.75, 2.0};

/// Buttons when there is room, a list when there is not.
std::optional<int> choose(const Ui& ui, bool compact, const char* id, std::span<const std::string> words,
                          int selected, float compact_width) {
  return compact ? dropdown(ui, id, words, selected, compact_width) : segmented(ui, id, words, selected);
}

float segmented_width(const Ui& ui, std::span<const std::string> words) {
  float width = 0;
  for (const std::string& word : words) width += text_size(ui, TextStyle::strong, word).x + 2 * ui.px(13);
  return width;
}

void look_menu(const Ui& ui, const Session& session) {
  if (icon_button(ui, "top.look", Icon::text_size, ui.say("top.look"))) ImGui::OpenPopup("look");
  ImGui::SetNextWindowPos(ImVec2(ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + ui.px(8)),
                          ImGuiCond_Appearing, ImVec2(1, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(18), ui.px(16)));
  if (ImGui::BeginPopup("look")) {
    const float width = ui.px(300);
    std::vector<std::string> sizes;
    int size = 0;
    for (std::size_t i = 0; i < kScales.size(); ++i) {
      sizes.push_back(ui.fill("unit.percent", {{"n", number_text(100 * kScales[i], 0)}}));
      if (session.look.text_scale >= kScales[i] - 0.01) size = static_cast<int>(i);
    }
    line(ui, TextStyle::strong, ui.colours.text, ui.say("look.text_size"));
    if (const auto chosen = segmented(ui, "look.text_size", sizes, size, width))
      ui.act(action::SetTextScale{kScales[static_cast<std::size_t>(*chosen)]});
    space(ui, 14);
    line(ui, TextStyle::strong, ui.colours.text, ui.say("look.theme"));
    if (const auto chosen = segmented(ui, "look.theme", labels(ui, "theme", kThemes),
                                      static_cast<int>(session.look.theme), width))
      ui.act(action::SetTheme{static_cast<Theme>(*chosen)});
    space(ui, 14);
    line(ui, TextStyle::strong, ui.colours.text, ui.say("look.light"));
    // The map of a file is neither.
    const int light = session.light.environment ? -1 : static_cast<int>(session.light.preset);
    if (const auto chosen = segmented(ui, "look.light", labels(ui, "light", kLights), light, width))
      ui.act(action::SetLight{static_cast<render::LightPreset>(*chosen)});
    space(ui, 14);
    line(ui, TextStyle::strong, ui.colours.text, ui.say("look.motion"));
    const std::array<std::string, 2> motion = {ui.say("look.motion.full"), ui.say("look.motion.reduced")};
    if (const auto chosen = segmented(ui, "look.motion", motion, session.look.reduced_motion ? 1 : 0, width))
      ui.act(action::SetReducedMotion{*chosen == 1});
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

void tools(const Ui& ui, const History& history, const ViewData& data) {
  const Session& session = history.now;
  if (icon_button(ui, "top.undo", Icon::undo, ui.say("top.undo"), false, !history.past.empty()))
    ui.act(action::Undo{});
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "top.redo", Icon::redo, ui.say("top.redo"), false, !history.future.empty()))
    ui.act(action::Redo{});
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "top.capture", Icon::camera, ui.say("top.capture"))) ui.act(action::Capture{});
  ImGui::SameLine(0, ui.px(2));
  sheet_menu(ui, session, data);
  ImGui::SameLine(0, ui.px(2));
  look_menu(ui, session);
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "top.keys", Icon::keys, ui.say("top.keys"), session.overlay.shortcuts))
    ui.act(action::ToggleShortcuts{});
}

/// The three choices between the name and the tools.
void choices(const Ui& ui, const Session& session, const Layout& layout, float from, float to, float y) {
  const auto regions = labels(ui, "region", kRegions);
  // Two plans are offered while there are two.
  const auto compares = labels(ui, "compare", std::span(kCompares).first(session.view().beside ? 5 : 4));
  const auto layers =
      labels(ui, "layer", std::span(kLayers).first(session.region == simulation::Region::calf ? 5 : 4));
  const float gap = ui.px(layout.compact ? 8.0f : 20.0f);
  const float room = to - from - 4 * gap;  // in a narrow window
  ImGui::SetCursorScreenPos(ImVec2(
      layout.compact ? from + gap
                     : std::max(from + gap, layout.plan.max.x - ui.px(20) - segmented_width(ui, regions)),
      y));
  if (const auto chosen =
          choose(ui, layout.compact, "top.region", regions, static_cast<int>(session.region), room * 0.29f))
    ui.act(action::SetRegion{static_cast<simulation::Region>(*chosen)});
  if (layout.compact) {
    ImGui::SameLine(0, gap);
  } else {
    const float both = segmented_width(ui, compares) + gap + segmented_width(ui, layers);
    const float left = layout.plan.max.x + ui.px(16);
    ImGui::SetCursorScreenPos(ImVec2(std::max(left, (left + to - gap - both) / 2), y));
  }
  if (const auto chosen = choose(ui, layout.compact, "top.compare", compares,
                                 static_cast<int>(session.compare), room * 0.40f))
    ui.act(action::SetCompare{static_cast<Join>(*chosen)});
  ImGui::SameLine(0, gap);
  if (const auto chosen =
          choose(ui, layout.compact, "top.layer", layers, static_cast<int>(session.layer), room * 0.31f))
    ui.act(action::SetLayer{static_cast<render::Layer>(*chosen)});
}

}  // namespace

void top_bar(const Ui& ui, const History& history, const ViewData& data, const Layout& layout) {
  const Session& session = history.now;
  begin_area("top", layout.top, ImVec2(ui.px(20), 0), packed(ui.colours.panel));
  const float y = layout.top.min.y + (layout.top.height() - control_height(ui)) / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Its words stand in line with those of the panel below.
  ImGui::SetCursorScreenPos(ImVec2(ui.px(12), y));
  case_menu(ui, session, data.cases);
  const float menu_end = ImGui::GetItemRectMax().x;
  const float tools_width = 6 * control_height(ui) + 5 * ui.px(2);
  const float tools_x = layout.top.max.x - ui.px(16) - tools_width;
  choices(ui, session, layout, menu_end, tools_x, y);
  ImGui::SetCursorScreenPos(ImVec2(tools_x, y));
  tools(ui, history, data);
  list.AddLine(ImVec2(layout.top.min.x, layout.top.max.y - 1), ImVec2(layout.top.max.x, layout.top.max.y - 1),
               packed(ui.colours.hairline));
  ImGui::End();
}

}  // namespace app
