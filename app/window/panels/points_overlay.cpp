#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "app/base/number_text.h"
#include "app/marks/point_labels.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/panes.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr float kPointReachDp = 12.0f;  // how near to a free point the pointer takes it
constexpr float kCloseDp = 18.0f;  // side of the button that removes a point

ImVec2 place(const glm::dvec2& p) {
  return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

std::vector<PointMark> marks_of(const Session& session, const PointsView& points, const Area& pane) {
  return point_marks(*points.map, points.seen, *points.topology, points.skin->positions_mm,
                     session.view().camera, {pane.min.x, pane.min.y}, {pane.width(), pane.height()});
}

/// Units beside the points, over the picture.
void labels(const Ui& ui, const PointsView& points, const std::vector<PointMark>& marks, const Area& pane) {
  const ImVec2 pad(ui.px(4), ui.px(1));
  std::vector<std::string> words;
  std::vector<glm::dvec2> sizes;
  for (const PointMark& mark : marks) {
    words.push_back(ui.fill("points.units", {{"units", number_text(points.map->points[mark.point].units)}}));
    const ImVec2 size = text_size(ui, TextStyle::caption, words.back());
    sizes.emplace_back(size.x + 2 * pad.x, size.y + 2 * pad.y);
  }
  const NoteBox room{{pane.min.x, pane.min.y}, {pane.max.x, pane.max.y}};
  const auto places = label_places(marks, sizes, room);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    const ImVec2 min = place(places[i]->min), max = place(places[i]->max);
    list.AddRectFilled(min, max, packed(ui.colours.panel), ui.px(5));
    list.AddRect(min, max, packed(ui.colours.hairline), ui.px(5));
    draw_text_at(ui, list, TextStyle::caption, ImVec2(min.x + pad.x, min.y + pad.y), ui.colours.text,
                 words[i]);
  }
}

/// The texture coordinate of the skin under a pixel.
std::optional<glm::dvec2> uv_under(const Session& session, const PointsView& points, const Area& pane,
                                   ImVec2 pixel) {
  const render::Ray ray = render::ray_through(session.view().camera, to_ndc(pane, pixel),
                                              pane.width() / std::max(1.0f, pane.height()));
  const auto under = place_under(*points.topology, points.skin->positions_mm, ray);
  if (!under) return std::nullopt;
  return uv_of(*points.topology, *under);
}

/// A free point that can be chosen and dragged over the skin.
void handle(const Ui& ui, const Session& session, const PointsView& points, const PointMark& mark,
            const Area& pane) {
  const int injection = static_cast<int>(points.map->points[mark.point].injection);
  const float reach = std::max(ui.px(kPointReachDp), static_cast<float>(mark.dot_px));
  const ImVec2 centre = place(mark.pixel);
  const std::string id = "points.point/" + std::to_string(injection);
  ImGui::SetCursorScreenPos(ImVec2(centre.x - reach, centre.y - reach));
  const Press press = press_area(ui, id.c_str(), ImVec2(2 * reach, 2 * reach));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool selected = session.points.selected == injection;
  if (selected || press.hovered)
    list.AddCircle(centre, reach * 0.8f, packed(ui.colours.accent), 32, ui.px(selected ? 2.5f : 1.5f));
  if (press.hovered || press.held) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ImGui::IsItemActivated()) ui.act(action::SelectPoint{injection});
  if (!press.held || !ImGui::IsMouseDragging(ImGuiMouseButton_Left, ui.px(3))) return;
  if (const auto uv = uv_under(session, points, pane, ImGui::GetIO().MousePos))
    ui.act(action::MovePoint{session.session_shown, injection, *uv});
}

void remove_button(const Ui& ui, const Session& session, const PointMark& mark) {
  const float side = ui.px(kCloseDp);
  const ImVec2 centre(static_cast<float>(mark.pixel.x) + ui.px(kPointReachDp) + 0.4f * side,
                      static_cast<float>(mark.pixel.y) - ui.px(kPointReachDp) - 0.4f * side);
  ImGui::SetCursorScreenPos(ImVec2(centre.x - side / 2, centre.y - side / 2));
  const Press press = press_area(ui, "points.remove", ImVec2(side, side));
  tooltip(ui, ui.say("points.remove"));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(centre, side / 2, packed(press.hovered ? ui.colours.accent : ui.colours.panel), 24);
  list.AddCircle(centre, side / 2, packed(ui.colours.accent), 24, ui.px(1));
  draw_icon(list, Icon::close, centre, side * 0.5f,
            packed(press.hovered ? ui.colours.on_accent : ui.colours.accent));
  if (press.clicked) ui.act(action::RemovePoint{session.session_shown, session.points.selected});
}

void delete_key(const Ui& ui, const Session& session) {
  if (ImGui::GetIO().WantTextInput || session.points.selected < 0) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Delete, false) || ImGui::IsKeyPressed(ImGuiKey_Backspace, false))
    ui.act(action::RemovePoint{session.session_shown, session.points.selected});
}

}  // namespace

void points_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area,
                    bool clicked) {
  if (!data.points || session.setup().framing.height_mm <= 0.0) return;
  const PointsView& points = *data.points;
  const auto panes = stage_panes(session.compare, area);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (std::size_t i = 0; i < panes.size(); ++i) {
    const Area& pane = panes[i];
    const auto marks = marks_of(session, points, pane);
    labels(ui, points, marks, pane);
    if (!session.points.placing) continue;
    ImGui::PushID(static_cast<int>(i));
    for (const PointMark& mark : marks) {
      const InjectionPoint& point = points.map->points[mark.point];
      if (!point.free() || !mark.seen) continue;
      handle(ui, session, points, mark, pane);
      if (session.points.selected == static_cast<int>(point.injection)) remove_button(ui, session, mark);
    }
    ImGui::PopID();
    const bool here = mouse.x >= pane.min.x && mouse.x < pane.max.x;
    if (!clicked || !here || session.plan().sessions.empty()) continue;
    if (const auto uv = uv_under(session, points, pane, mouse))
      ui.act(action::AddPoint{session.session_shown, *uv, session.setup().point_units});
  }
  if (session.points.placing && session.overlay == Overlay{}) delete_key(ui, session);
}

float points_bar(const Ui& ui, const Session& session, const Area& area, float bottom) {
  if (!session.points.shown) return bottom;
  const float pad = ui.px(6), height = control_height(ui), stepper_width = ui.px(140);
  const std::string& place_words = ui.say("points.place");
  const std::string& key = ui.say("points.key_short");
  const float button_width = text_size(ui, TextStyle::strong, place_words).x + ui.px(24);
  const float key_width = text_size(ui, TextStyle::caption, key).x;
  const bool placing = session.points.placing;
  float width = button_width + 2 * pad + (placing ? stepper_width + pad : 0.0f);
  const bool with_key = width + key_width + 2 * pad < area.width() - ui.px(150);
  if (with_key) width += key_width + 2 * pad;
  const float x = area.min.x + (area.width() - width) / 2, y = bottom - height - 2 * pad;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(ImVec2(x, y), ImVec2(x + width, bottom), packed(ui.colours.panel), ui.px(12));
  list.AddRect(ImVec2(x, y), ImVec2(x + width, bottom), packed(ui.colours.hairline), ui.px(12));
  ImGui::SetCursorScreenPos(ImVec2(x + pad, y + pad));
  if (button(ui, "points.place", place_words, placing ? ButtonLook::chosen : ButtonLook::secondary,
             Icon::none, ImVec2(button_width, 0)))
    ui.act(action::PlacePoints{!placing});
  float next = x + 2 * pad + button_width;
  if (placing) {
    ImGui::SetCursorScreenPos(ImVec2(next, y + pad));
    const double step = session.region == simulation::Region::calf ? 5.0 : 1.0;
    if (const auto units = stepper(ui, "points.next_units", session.setup().point_units,
                                   {step / 2, 200.0, step, 1, "U", ""}, stepper_width))
      ui.act(action::SetPointUnits{*units});
    next += stepper_width + pad;
  }
  if (with_key) {
    const float text_height = text_size(ui, TextStyle::caption, key).y;
    draw_text_at(ui, list, TextStyle::caption, ImVec2(next + pad / 2, y + pad + (height - text_height) / 2),
                 ui.colours.text_quiet, key);
  }
  return y - ui.px(8);
}

}  // namespace app
