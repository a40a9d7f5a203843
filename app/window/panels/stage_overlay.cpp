#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/names.h"
#include "app/studio/side_effect.h"
#include "app/window/panels/legend.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/panes.h"
#include "app/window/panels/stage_parts.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 5> kExpressions = {"neutral", "frown", "raise", "squint", "smile"};
constexpr std::array<std::string_view, 2> kPoses = {"standing", "tiptoe"};

/// Words on a rounded ground, readable over any picture.
void pill(const Ui& ui, ImVec2 top_centre, std::string_view words) {
  const ImVec2 size = text_size(ui, TextStyle::strong, words);
  const ImVec2 pad(ui.px(14), ui.px(6));
  const ImVec2 min(top_centre.x - size.x / 2 - pad.x, top_centre.y);
  const ImVec2 max(top_centre.x + size.x / 2 + pad.x, top_centre.y + size.y + 2 * pad.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, packed(ui.colours.panel), (max.y - min.y) / 2);
  list.AddRect(min, max, packed(ui.colours.hairline), (max.y - min.y) / 2);
  draw_text_at(ui, list, TextStyle::strong, ImVec2(min.x + pad.x, min.y + pad.y), ui.colours.text, words);
}

/// Letter and title over each pane; the week, which is that of both, on the line between them.
void plan_labels(const Ui& ui, const Session& session, const Area& area, const std::string& now) {
  const auto panes = stage_panes(session.compare, area);
  ImGui::GetWindowDrawList()->AddLine(ImVec2(panes[1].min.x, area.min.y), ImVec2(panes[1].min.x, area.max.y),
                                      packed(ui.colours.panel), ui.px(2));
  const std::array<const simulation::Plan*, 2> plans = {&session.plan(), &*session.view().beside};
  for (std::size_t i = 0; i < 2; ++i) {
    // Clear of the tools at the right edge.
    const float left = panes[i].min.x + ui.px(12), right = panes[i].max.x - ui.px(i == 1 ? 68.0f : 12.0f);
    const std::string words =
        shortened(ui, TextStyle::strong, plan_words(ui, i, *plans[i]), right - left - ui.px(28));
    pill(ui, ImVec2((left + right) / 2, area.min.y + ui.px(14)), words);
  }
  pill(ui, ImVec2(panes[1].min.x, area.min.y + ui.px(52)), now);
}

/// Until the second plan is worked out its pane is empty.
void empty_pane(const Ui& ui, const Session& session, const Area& area) {
  const Area pane = stage_panes(session.compare, area).back();
  const std::string& words = ui.say("stage.preparing");
  const ImVec2 size = text_size(ui, TextStyle::body, words);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(pane.min, pane.max, packed(ui.colours.ground));
  draw_text_at(ui, list, TextStyle::body,
               ImVec2((pane.min.x + pane.max.x - size.x) / 2, (pane.min.y + pane.max.y - size.y) / 2),
               ui.colours.text_quiet, words);
}

void pane_labels(const Ui& ui, const Session& session, const Area& area) {
  const std::string now = ui.fill(
      "stage.now",
      {{"week", week_words(ui, session.week())},
       {"responder", ui.say("responder_long." + std::string(name_of(kResponderNames, session.responder)))}});
  const std::string before = ui.say("stage.before");
  const float y = area.min.y + ui.px(14);
  if (session.compare == Join::beside) {
    plan_labels(ui, session, area, now);
  } else if (session.compare == Join::side) {
    const auto panes = stage_panes(session.compare, area);
    pill(ui, ImVec2((panes[0].min.x + panes[0].max.x) / 2, y), before);
    pill(ui, ImVec2((panes[1].min.x + panes[1].max.x) / 2, y), now);
    const float x = panes[1].min.x;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(x, area.min.y), ImVec2(x, area.max.y),
                                        packed(ui.colours.panel), ui.px(2));
  } else if (session.compare == Join::wipe) {
    const float quarter = area.width() / 4;
    pill(ui, ImVec2(area.min.x + quarter, y), before);
    pill(ui, ImVec2(area.max.x - quarter, y), now);
  } else {
    // Beside the tools where both would not fit one over the other.
    const float width = text_size(ui, TextStyle::strong, now).x + ui.px(28);
    const float most = area.max.x - ui.px(68) - width / 2;
    pill(ui, ImVec2(std::min((area.min.x + area.max.x) / 2, most), y), now);
  }
}

void wipe_handle(const Ui& ui, const Session& session, const Area& area) {
  const float x = area.min.x + static_cast<float>(session.wipe) * area.width();
  const float half = ui.px(20);
  ImGui::SetCursorScreenPos(ImVec2(x - half, (area.min.y + area.max.y) / 2 - half));
  const Press press = press_area(ui, "stage.wipe", ImVec2(2 * half, 2 * half));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine(ImVec2(x, area.min.y), ImVec2(x, area.max.y), packed(ui.colours.panel), ui.px(3));
  list.AddLine(ImVec2(x, area.min.y), ImVec2(x, area.max.y), packed(ui.colours.accent), ui.px(1.5f));
  const ImVec2 centre(x, (press.min.y + press.max.y) / 2);
  list.AddCircleFilled(centre, ui.px(18), packed(press.held ? ui.colours.accent : ui.colours.panel), 48);
  list.AddCircle(centre, ui.px(18), packed(ui.colours.accent), 48, ui.px(2));
  const ImU32 ink = packed(press.held ? ui.colours.on_accent : ui.colours.accent);
  draw_icon(list, Icon::left, ImVec2(centre.x - ui.px(7), centre.y), ui.px(12), ink);
  draw_icon(list, Icon::right, ImVec2(centre.x + ui.px(7), centre.y), ui.px(12), ink);
  if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left))
    ui.act(action::SetWipe{(ImGui::GetIO().MousePos.x - area.min.x) / area.width()});
}

/// How the body is held: a choice whose first is at rest, and for the others how hard.
struct Held {
  const char* id;
  std::vector<std::string> words;
  int now;
};

Held held_of(const Ui& ui, const Session& session) {
  if (session.region == simulation::Region::calf)
    return {"stage.pose", labels(ui, "pose", kPoses), static_cast<int>(session.pose)};
  return {"stage.expression", labels(ui, "expression", kExpressions), static_cast<int>(session.expression)};
}

/// Side effects that the shown plan can show, none first.
struct SideEffects {
  std::vector<std::optional<simulation::AdverseOutcome>> offered;
  std::vector<std::string> words;
  int now = 0;
};

SideEffects side_effects_of(const Ui& ui, const Session& session) {
  SideEffects all;
  for (const auto& [shown, name] : kStateNames) {
    if (shown && !can_show(*shown, session.plan())) continue;
    if (session.side_effect == shown) all.now = static_cast<int>(all.offered.size());
    all.offered.push_back(shown);
    all.words.push_back(ui.say("state." + std::string(name)));
  }
  return all;
}

float held_row(const Ui& ui, const Session& session, const Area& area, float bottom) {
  const Held held = held_of(ui, session);
  const float pad = ui.px(6), slider_width = ui.px(120), height = control_height(ui);
  float buttons = 0;
  for (const std::string& word : held.words)
    buttons += text_size(ui, TextStyle::strong, word).x + 2 * ui.px(13);
  const std::string effort = ui.fill("unit.percent", {{"n", number_text(100 * session.effort, 0)}});
  const bool moving = held.now != 0;
  const float value_width = text_size(ui, TextStyle::strong, "100 %").x;
  const SideEffects effects = side_effects_of(ui, session);
  const float effects_width = ui.px(160);
  const bool narrow =
      buttons + effects_width + 2 * pad + slider_width + value_width + 5 * pad > area.width() - ui.px(24);
  if (narrow) buttons = ui.px(130);
  const float width = buttons + (moving ? slider_width + value_width + 3 * pad : 0) + effects_width + 4 * pad;
  const float x = area.min.x + (area.width() - width) / 2, y = bottom - height - 2 * pad;
  floating_ground(ui, ImVec2(x, y), ImVec2(x + width, bottom));
  ImGui::SetCursorScreenPos(ImVec2(x + pad, y + pad));
  const auto chosen = narrow ? dropdown(ui, held.id, held.words, held.now, buttons)
                             : segmented(ui, held.id, held.words, held.now);
  if (chosen && session.region == simulation::Region::calf)
    ui.act(action::SetPose{static_cast<simulation::CalfPose>(*chosen)});
  else if (chosen)
    ui.act(action::SetExpression{static_cast<simulation::Expression>(*chosen)});
  if (moving) {
    ImGui::SameLine(0, 2 * pad);
    if (const auto value = slider(ui, "stage.effort", session.effort, 0, 1, slider_width))
      ui.act(action::SetEffort{*value});
    const ImVec2 size = text_size(ui, TextStyle::strong, effort);
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::strong,
                 ImVec2(x + width - effects_width - 3 * pad - size.x, y + pad + (height - size.y) / 2),
                 ui.colours.text, effort);
  }
  ImGui::SetCursorScreenPos(ImVec2(x + width - pad - effects_width, y + pad));
  if (const auto wanted = dropdown(ui, "stage.side_effect", effects.words, effects.now, effects_width))
    ui.act(action::SetSideEffect{effects.offered[static_cast<std::size_t>(*wanted)]});
  return y - ui.px(8);
}

float ghost_slider(const Ui& ui, const Session& session, const Area& area, float bottom) {
  const float pad = ui.px(10), slider_width = ui.px(140), height = control_height(ui);
  const std::string& words = ui.say("stage.ghost");
  const float words_width = text_size(ui, TextStyle::body, words).x;
  const float width = words_width + slider_width + 3 * pad;
  const float x = area.min.x + (area.width() - width) / 2, y = bottom - height - pad;
  floating_ground(ui, ImVec2(x, y), ImVec2(x + width, bottom));
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::body,
               ImVec2(x + pad, y + (height + pad - text_size(ui, TextStyle::body, words).y) / 2),
               ui.colours.text, words);
  ImGui::SetCursorScreenPos(ImVec2(x + 2 * pad + words_width, y + pad / 2));
  if (const auto value = slider(ui, "stage.ghost", session.ghost_opacity, 0, 1, slider_width))
    ui.act(action::SetGhost{*value});
  return y - ui.px(8);
}

}  // namespace

void stage_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  begin_area("stage", area, ImVec2(0, 0),
             data.model_ready ? IM_COL32_BLACK_TRANS : packed(ui.colours.ground));
  if (!data.model_ready) {
    const std::string& words = ui.say("stage.preparing");
    const ImVec2 size = text_size(ui, TextStyle::title, words);
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::title,
                 ImVec2((area.min.x + area.max.x - size.x) / 2, (area.min.y + area.max.y - size.y) / 2),
                 ui.colours.text_quiet, words);
    ImGui::End();
    return;
  }
  const bool clicked = model_input(ui, session, area);
  points_overlay(ui, session, data, area, clicked);
  tape_overlay(ui, session, data, area);
  if (session.compare == Join::beside && !(data.beside && data.beside->model_ready))
    empty_pane(ui, session, area);
  pane_labels(ui, session, area);
  if (session.compare == Join::wipe) wipe_handle(ui, session, area);
  camera_tools(ui, session, area);
  // Below the pills of the panes.
  stage_notes(ui, session, data, ImVec2(area.min.x + ui.px(14), area.min.y + ui.px(52)));
  float bottom = area.max.y - ui.px(14);
  bottom = held_row(ui, session, area, bottom);
  bottom = points_bar(ui, session, area, bottom);
  if (session.compare == Join::ghost) bottom = ghost_slider(ui, session, area, bottom);
  layer_legend(ui, session, area, bottom);
  const Area room{{area.min.x + ui.px(14), area.min.y + ui.px(52)}, {area.max.x - ui.px(68), bottom}};
  structure_overlay(ui, session, data, area, room, clicked);
  ImGui::End();
}

}  // namespace app
