#include <imgui.h>
#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>
#include <cctype>

#include "app/window/panels/case_panels.h"
#include "app/window/panels/dialog.h"
#include "app/window/panels/held_out_page.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/ranges.h"
#include "app/window/panels/shortcuts.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

void evidence_card(const Ui& ui, const Session& session, const ViewData& data, ImVec2 window_size) {
  const std::string key = "card." + session.overlay.card;
  begin_dialog(ui, "card", window_size, 560, 560);
  dialog_heading(ui, ui.say(key + ".title"), action::CloseOverlay{});
  ImGui::BeginChild("card.text");
  const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
  paragraph(ui, TextStyle::body, ui.colours.text, ui.say(key + ".text"), width);
  if (const Curve* curve = data.curve(session.overlay.quantity)) spread_section(ui, session, *curve, width);
  space(ui, 14);
  line(ui, TextStyle::strong, ui.colours.text, ui.say("card.sources"));
  for (int i = 1; ui.texts.has(key + ".source" + std::to_string(i)); ++i) {
    const Card one(ui, width, ui.colours.raised, 12);
    paragraph(ui, TextStyle::caption, ui.colours.text, ui.say(key + ".source" + std::to_string(i)),
              one.inner_width());
  }
  if (ui.texts.has(key + ".limits")) {
    space(ui, 10);
    line(ui, TextStyle::strong, ui.colours.text, ui.say("card.limits"));
    paragraph(ui, TextStyle::body, ui.colours.text_quiet, ui.say(key + ".limits"), width);
  }
  if (!data.held_out.empty()) {
    space(ui, 10);
    if (button(ui, "card.held_out", ui.say("card.held_out.open"), ButtonLook::secondary))
      ui.act(action::OpenCard{kHeldOutCard});
  }
  ImGui::EndChild();
  ImGui::End();
}

void held_out_dialog(const Ui& ui, const ViewData& data, ImVec2 window_size) {
  begin_dialog(ui, "held_out", window_size, 760, 720);
  dialog_heading(ui, ui.say("card.held_out.title"), action::CloseOverlay{});
  ImGui::BeginChild("held_out.text");
  held_out_page(ui, data.held_out, ImGui::GetContentRegionAvail().x - ui.px(8));
  ImGui::EndChild();
  ImGui::End();
}

bool contains(std::string_view words, std::string_view part) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  return std::search(words.begin(), words.end(), part.begin(), part.end(), same) != words.end();
}

void key_row(const Ui& ui, std::string_view keys, std::string_view words, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size = text_size(ui, TextStyle::strong, keys);
  const float height = ui.px(30), pad = ui.px(9);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float cap = std::max(size.x + 2 * pad, ui.px(30));
  list.AddRectFilled(start, ImVec2(start.x + cap, start.y + height), packed(ui.colours.raised), ui.px(6));
  list.AddRect(start, ImVec2(start.x + cap, start.y + height), packed(ui.colours.edge), ui.px(6));
  draw_text_at(ui, list, TextStyle::strong,
               ImVec2(start.x + (cap - size.x) / 2, start.y + (height - size.y) / 2), ui.colours.text, keys);
  const float left = ui.px(112);
  draw_text_at(ui, list, TextStyle::body, ImVec2(start.x + left, start.y + (height - size.y) / 2),
               ui.colours.text, shortened(ui, TextStyle::body, words, width - left));
  ImGui::Dummy(ImVec2(width, height));
}

void shortcut_sheet(const Ui& ui, const Session& session, ImVec2 window_size) {
  begin_dialog(ui, "keys", window_size, 760, 620);
  dialog_heading(ui, ui.say("keys.title"), action::CloseOverlay{});
  std::string filter = session.overlay.shortcut_filter;
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  if (ImGui::InputTextWithHint("##keys.filter", ui.say("keys.search").c_str(), &filter))
    ui.act(action::SetShortcutFilter{filter});
  space(ui, 8);
  ImGui::BeginChild("keys.list");
  const float width = ImGui::GetContentRegionAvail().x;
  const int columns = width > ui.px(560) ? 2 : 1;
  const float column = (width - ui.px(12)) / static_cast<float>(columns);
  int shown = 0;
  const float left = ImGui::GetCursorPosX();
  const auto row = [&](std::string_view keys, std::string_view words) {
    if (!filter.empty() && !contains(keys, filter) && !contains(words, filter)) return;
    if (shown % columns != 0) ImGui::SameLine(left + column * static_cast<float>(shown % columns));
    key_row(ui, keys, words, column - ui.px(16));
    ++shown;
  };
  for (const Shortcut& shortcut : shortcuts()) row(shortcut.keys, ui.say(shortcut.text));
  for (const std::string_view mouse :
       {"turn", "move", "zoom", "tape", "points", "structure", "focus", "area"})
    row(ui.say("mouse." + std::string(mouse) + ".how"), ui.say("mouse." + std::string(mouse)));
  if (shown == 0) line(ui, TextStyle::body, ui.colours.text_quiet, ui.say("keys.none"));
  ImGui::EndChild();
  ImGui::End();
}

}  // namespace

void overlays(const Ui& ui, const Session& session, const ViewData& data, ImVec2 window_size) {
  const Overlay& overlay = session.overlay;
  if (data.cases.dialog != CaseDialog::none) return case_dialog(ui, session, data.cases, window_size);
  if (overlay.card.empty() && !overlay.shortcuts) return;
  shade(ui, window_size, action::CloseOverlay{});
  if (overlay.shortcuts)
    shortcut_sheet(ui, session, window_size);
  else if (overlay.card == kHeldOutCard && !data.held_out.empty())
    held_out_dialog(ui, data, window_size);
  else
    evidence_card(ui, session, data, window_size);
}

}  // namespace app
