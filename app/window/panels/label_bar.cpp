#include <imgui.h>

#include <array>

#include "app/window/panels/panels.h"
#include "app/window/widgets/controls.h"
#include "app/window/widgets/focus_mode.h"

namespace app {

void label_bar(const Ui& ui, const ViewData& data, const Area& area) {
  begin_area("label", area, ImVec2(0, 0), packed(ui.colours.accent_soft));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string& words = permanent_label(ui.texts);
  const ImVec2 size = text_size(ui, TextStyle::strong, words);
  draw_text_at(ui, list, TextStyle::strong,
               ImVec2(area.min.x + ui.px(20), area.min.y + (area.height() - size.y) / 2), ui.colours.on_soft,
               words);
  float used = size.x;
  if (const std::string stamp = stamp_words(stamp_of(data.findings), ui.texts); !stamp.empty()) {
    const ImVec2 s = text_size(ui, TextStyle::strong, stamp);
    const ImVec2 at(area.min.x + ui.px(36) + size.x, area.min.y + (area.height() - s.y) / 2);
    list.AddRectFilled({at.x - ui.px(8), area.min.y + ui.px(3)},
                       {at.x + s.x + ui.px(8), area.max.y - ui.px(3)}, packed(ui.colours.warn_ground),
                       ui.px(6));
    draw_text_at(ui, list, TextStyle::strong, at, ui.colours.on_warn, stamp);
    used += s.x + ui.px(32);
  }
  if (data.busy) {
    const std::string progress = ui.fill(data.first_shape ? "label.first_shape" : "label.computing",
                                         {{"percent", number_text(100 * data.progress, 0)}});
    const ImVec2 p = text_size(ui, TextStyle::caption, progress);
    const float right = area.max.x - ui.px(20), bar = ui.px(90), middle = (area.min.y + area.max.y) / 2;
    list.AddRectFilled({right - bar, middle - ui.px(3)}, {right, middle + ui.px(3)}, packed(ui.colours.panel),
                       ui.px(3));
    list.AddRectFilled({right - bar, middle - ui.px(3)},
                       {right - bar * (1.0f - static_cast<float>(data.progress)), middle + ui.px(3)},
                       packed(ui.colours.accent), ui.px(3));
    draw_text_at(ui, list, TextStyle::caption, {right - bar - ui.px(10) - p.x, middle - p.y / 2},
                 ui.colours.on_soft, progress);
  } else if (!data.cases.note.empty()) {
    const bool failed = data.cases.failed;
    const float side = ui.px(failed ? 34.0f : 20.0f);
    const float room = area.width() - used - ui.px(40) - 2 * side;
    const std::string note = shortened(ui, TextStyle::caption, data.cases.note, room);
    const ImVec2 p = text_size(ui, TextStyle::caption, note);
    const ImVec2 at(area.max.x - ui.px(20) - p.x, (area.min.y + area.max.y - p.y) / 2);
    if (failed) {
      list.AddRectFilled({at.x - ui.px(28), area.min.y + ui.px(3)},
                         {area.max.x - ui.px(10), area.max.y - ui.px(3)}, packed(ui.colours.warn_ground),
                         ui.px(8));
      draw_icon(list, Icon::warning, {at.x - ui.px(14), (area.min.y + area.max.y) / 2}, ui.px(14),
                packed(ui.colours.on_warn));
    }
    draw_text_at(ui, list, TextStyle::caption, at, failed ? ui.colours.on_warn : ui.colours.on_soft, note);
  }
  ImGui::End();
}

namespace {

/// In a narrow window: which of the two panels shows. Returns the height it took.
float panel_switch(const Ui& ui, const Session& session, const Area& area) {
  const float height = control_height(ui) + ui.px(16);
  begin_area("switch", {area.min, {area.max.x, area.min.y + height}}, ImVec2(ui.px(20), ui.px(12)),
             packed(ui.colours.panel));
  const std::array<std::string, 2> words = {ui.say("panel.plan"), ui.say("panel.outcome")};
  if (const auto chosen =
          segmented(ui, "side_panel", words, static_cast<int>(session.side_panel), area.width() - ui.px(40)))
    ui.act(action::SetSidePanel{static_cast<SidePanel>(*chosen)});
  ImGui::End();
  return height;
}

}  // namespace

void consultant_panels(const Ui& ui, const History& history, const ViewData& data, ImVec2 window_size) {
  const Session& session = history.now;
  static constexpr const char* kAreas[] = {"top", "switch", "plan", "stage", "outcome", "timeline"};
  if (session.overlay == Overlay{} && data.cases.dialog == CaseDialog::none) move_between_areas(kAreas);
  const Layout layout = consultant_layout(window_size, ui.scale);
  stage_overlay(ui, session, data, layout.stage);
  Area side = layout.outcome;
  if (layout.compact) side.min.y += panel_switch(ui, session, side);
  if (!layout.compact || session.side_panel == SidePanel::plan)
    plan_panel(ui, session, data, layout.compact ? side : layout.plan);
  if (!layout.compact || session.side_panel == SidePanel::outcome) outcome_panel(ui, session, data, side);
  timeline_panel(ui, session, data, layout.timeline);
  top_bar(ui, history, data, layout);
  label_bar(ui, data, layout.label);
  overlays(ui, session, data, window_size);
}

}  // namespace app
