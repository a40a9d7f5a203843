#include <imgui.h>

#include "app/window/panels/stage_parts.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"
#include "render/camera/camera.h"

namespace app {
namespace {

/// One column of the view menu: views of the whole subject, or close-ups.
void view_column(const Ui& ui, const Session& session, bool close_ups) {
  ImGui::BeginGroup();
  for (const render::StandardView view : render::kStandardViews) {
    if (render::is_close_up(view) != close_ups || !render::offers(session.framing(), view)) continue;
    const std::string name(render::view_name(view));
    if (!button(ui, ("stage.views/" + name).c_str(), ui.say("view." + name), ButtonLook::quiet, Icon::none,
                ImVec2(ui.px(170), 0)))
      continue;
    ui.act(action::SetView{view});
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndGroup();
}

/// The standard views as a list beside their button, and the close-ups as a second one.
void view_menu(const Ui& ui, const Session& session, bool to_the_left) {
  if (icon_button(ui, "stage.views", Icon::cube, ui.say("stage.views"))) ImGui::OpenPopup("views");
  const ImVec2 from = ImGui::GetItemRectMin();
  ImGui::SetNextWindowPos(
      to_the_left ? ImVec2(from.x - ui.px(12), from.y) : ImVec2(from.x, from.y - ui.px(12)),
      ImGuiCond_Appearing, to_the_left ? ImVec2(1, 0) : ImVec2(0, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
  if (ImGui::BeginPopup("views")) {
    view_column(ui, session, false);
    ImGui::SameLine(0, ui.px(8));
    view_column(ui, session, true);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

bool has_tape(const Session& session) {
  return session.region == simulation::Region::calf;
}

/// Views, turn, zoom, reset: the single-tap way to do every drag; needle points; and the tape of the calf.
void camera_tool_row(const Ui& ui, const Session& session, ImVec2 at, bool upright) {
  const float step = control_height(ui) + ui.px(2);
  int place = 0;
  const auto next = [&] {
    const float along = static_cast<float>(place++) * step;
    ImGui::SetCursorScreenPos(upright ? ImVec2(at.x, at.y + along) : ImVec2(at.x + along, at.y));
  };
  const auto tool = [&](const char* id, Icon icon, Action action) {
    next();
    if (icon_button(ui, id, icon, ui.say(id), false, true, true)) ui.act(std::move(action));
  };
  next();
  view_menu(ui, session, upright);
  tool("stage.turn_left", Icon::turn_left, action::Orbit{-0.2618, 0.0});
  tool("stage.turn_right", Icon::turn_right, action::Orbit{0.2618, 0.0});
  tool("stage.closer", Icon::plus, action::Zoom{1.25, glm::dvec2(0.0)});
  tool("stage.farther", Icon::minus, action::Zoom{0.8, glm::dvec2(0.0)});
  tool("stage.reset", Icon::reset, action::ResetView{});
  next();
  if (icon_button(ui, "stage.points", Icon::needle, ui.say("stage.points"), session.points.shown))
    ui.act(action::ShowPoints{!session.points.shown});
  if (!has_tape(session)) return;
  next();
  if (icon_button(ui, "stage.tape", Icon::tape, ui.say("stage.tape"), session.tape.shown))
    ui.act(action::ShowTape{!session.tape.shown});
}

}  // namespace

void floating_ground(const Ui& ui, ImVec2 min, ImVec2 max) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, packed(ui.colours.panel), ui.px(12));
  list.AddRect(min, max, packed(ui.colours.hairline), ui.px(12));
}

void camera_tools(const Ui& ui, const Session& session, const Area& area) {
  const float pad = ui.px(5), side = control_height(ui), margin = ui.px(14);
  const float count = has_tape(session) ? 8.0f : 7.0f;
  const float length = count * side + (count - 1) * ui.px(2) + 2 * pad, width = side + 2 * pad;
  if (area.height() > length + ui.px(88)) {
    const ImVec2 min(area.max.x - margin - width, (area.min.y + area.max.y - length) / 2);
    floating_ground(ui, min, ImVec2(min.x + width, min.y + length));
    return camera_tool_row(ui, session, ImVec2(min.x + pad, min.y + pad), true);
  }
  const ImVec2 min(area.max.x - ui.px(8) - width, area.min.y + ui.px(8));
  floating_ground(ui, min, ImVec2(min.x + width, min.y + width));
  ImGui::SetCursorScreenPos(ImVec2(min.x + pad, min.y + pad));
  if (icon_button(ui, "stage.tools", Icon::cube, ui.say("stage.views"))) ImGui::OpenPopup("tools");
  ImGui::SetNextWindowPos(ImVec2(min.x + width, min.y + width + ui.px(4)), ImGuiCond_Appearing, ImVec2(1, 0));
  ImGui::SetNextWindowSize(ImVec2(length, width));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
  if (ImGui::BeginPopup("tools")) {
    camera_tool_row(ui, session, ImGui::GetCursorScreenPos(), false);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace app
