#include <imgui.h>

#include "app/window/panels/panels.h"
#include "app/window/widgets/controls.h"

namespace app {

void label_bar(const Ui& ui, const ViewData& data, const Area& area) {
  begin_area("label", area, ImVec2(0, 0), packed(ui.colours.accent_soft));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string& words = ui.say("simulation_label");
  const ImVec2 size = text_size(ui, TextStyle::strong, words);
  draw_text_at(ui, list, TextStyle::strong, ImVec2(area.min.x + ui.px(20), area.min.y + (area.height() - size.y) / 2),
               ui.colours.on_soft, words);
  if (data.busy) {
    const std::string progress =
        ui.fill("label.computing", {{"percent", number_text(100 * data.progress, 0)}});
    const ImVec2 p = text_size(ui, TextStyle::caption, progress);
    const float right = area.max.x - ui.px(20), bar = ui.px(90), middle = (area.min.y + area.max.y) / 2;
    list.AddRectFilled({right - bar, middle - ui.px(3)}, {right, middle + ui.px(3)}, packed(ui.colours.panel), ui.px(3));
    list.AddRectFilled({right - bar, middle - ui.px(3)},
                       {right - bar * (1.0f - static_cast<float>(data.progress)), middle + ui.px(3)},
                       packed(ui.colours.accent), ui.px(3));
    draw_text_at(ui, list, TextStyle::caption, {right - bar - ui.px(10) - p.x, middle - p.y / 2},
                 ui.colours.on_soft, progress);
  } else if (!data.saved.empty()) {
    const float room = area.width() - size.x - ui.px(60);
    const std::string saved = shortened(ui, TextStyle::caption, ui.fill("label.saved", {{"path", data.saved}}), room);
    const ImVec2 p = text_size(ui, TextStyle::caption, saved);
    draw_text_at(ui, list, TextStyle::caption,
                 {area.max.x - ui.px(20) - p.x, (area.min.y + area.max.y - p.y) / 2}, ui.colours.on_soft, saved);
  }
  ImGui::End();
}

void consultant_panels(const Ui& ui, const History& history, const ViewData& data, ImVec2 window_size) {
  const Session& session = history.now;
  const Layout layout = consultant_layout(window_size, ui.scale);
  stage_overlay(ui, session, data, layout.stage);
  if (!layout.compact || session.side_panel == SidePanel::plan)
    plan_panel(ui, session, data, layout.compact ? layout.outcome : layout.plan);
  if (!layout.compact || session.side_panel == SidePanel::outcome) outcome_panel(ui, session, data, layout.outcome);
  timeline_panel(ui, session, data, layout.timeline);
  top_bar(ui, session, history, layout);
  label_bar(ui, data, layout.label);
  overlays(ui, session, window_size);
}

}  // namespace app
