#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/remark.h"
#include "app/session/dose.h"
#include "app/session/rhythm.h"
#include "app/window/panels/case_panels.h"
#include "app/window/panels/findings.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

using simulation::Muscle;
using simulation::Side;

constexpr std::size_t kMostTabs = 6;

/// Many sessions as a list, which takes one row.
void session_list(const Ui& ui, const Session& session, float width) {
  std::vector<std::string> words;
  for (const auto& one : session.plan().sessions)
    words.push_back(ui.fill("plan.session_of",
                            {{"n", std::to_string(words.size() + 1)}, {"week", number_text(one.week, 0)}}));
  const float side = control_height(ui);
  if (const auto chosen =
          dropdown(ui, "plan.sessions", words, session.session_shown, width - side - ui.px(6)))
    ui.act(action::ShowSession{*chosen});
  ImGui::SameLine(0, ui.px(6));
  if (icon_button(ui, "plan.add_session", Icon::plus, ui.say("plan.add_session"), false,
                  words.size() < static_cast<std::size_t>(kMostSessions)))
    ui.act(action::AddSession{});
}

void session_tabs(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto& sessions = session.plan().sessions;
  if (sessions.size() > kMostTabs) return session_list(ui, session, width);
  const float start = ImGui::GetCursorScreenPos().x;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const std::string words = ui.fill("plan.week", {{"week", number_text(sessions[i].week, 0)}});
    const float button_width = text_size(ui, TextStyle::strong, words).x + ui.px(24);
    if (i > 0) {
      ImGui::SameLine(0, ui.px(6));
      if (ImGui::GetCursorScreenPos().x + button_width > start + width) ImGui::NewLine();
    }
    const bool shown = static_cast<int>(i) == session.session_shown;
    const std::string id = "plan.session/" + std::to_string(i);
    if (button(ui, id.c_str(), words, shown ? ButtonLook::chosen : ButtonLook::secondary))
      ui.act(action::ShowSession{static_cast<int>(i)});
    if (!shown) mark_item(ui, data, session_path(i), true);
  }
  if (!sessions.empty()) ImGui::SameLine(0, ui.px(6));
  if (ImGui::GetCursorScreenPos().x + control_height(ui) > start + width) ImGui::NewLine();
  if (icon_button(ui, "plan.add_session", Icon::plus, ui.say("plan.add_session"), false,
                  sessions.size() < static_cast<std::size_t>(kMostSessions)))
    ui.act(action::AddSession{});
}

void product_choice(const Ui& ui, const Session& session, const ViewData& data, float width) {
  std::vector<std::string> words;
  for (const auto& [product, name] : kProductNames) words.push_back(product_words(ui, product));
  const auto& shown = session.plan().sessions[static_cast<std::size_t>(session.session_shown)];
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("plan.product"));
  const auto chosen = dropdown(ui, "plan.product", words, static_cast<int>(shown.product), width);
  mark_item(ui, data, session_path(static_cast<std::size_t>(session.session_shown)) + ".product");
  if (!chosen) return;
  const auto product = kProductNames[static_cast<std::size_t>(*chosen)].first;
  action::SetProduct set{session.session_shown, product, {}};
  for (const Protocol& protocol : data.protocols)
    if (protocol.region == session.region && protocol.product == product) set.protocol = protocol.injections;
  ui.act(set);
}

void units_of_muscle(const Ui& ui, const Session& session, const ViewData& data, Muscle muscle, float width) {
  const auto& shown = session.plan().sessions[static_cast<std::size_t>(session.session_shown)];
  const std::string name(simulation::name(muscle));
  const bool botox_like = shown.product != simulation::Product::abobotulinumtoxin_a;
  const double fine =
      session.region == simulation::Region::calf ? 5.0 : (muscle == Muscle::orbicularis_oculi ? 3.0 : 1.0);
  StepperRange range{0.0, kMaxEnteredUnits, botox_like ? fine : 2 * fine, 0, "U", ""};
  const float gap = ui.px(8);
  line(ui, TextStyle::body, ui.colours.text, muscle_words(ui, muscle));
  const auto one = [&](Side side, const char* part, float one_width) {
    const std::string id = "plan.units/" + name + "/" + part;
    range.prefix =
        side == Side::midline ? "" : ui.say(side == Side::left ? "side.left_short" : "side.right_short");
    if (const auto units = stepper(ui, id.c_str(), units_of(shown, muscle, side), range, one_width))
      ui.act(action::SetUnits{session.session_shown, muscle, side, *units});
    for (std::size_t i = 0; i < shown.injections.size(); ++i) {
      const auto* target = std::get_if<simulation::MuscleTarget>(&shown.injections[i].target);
      if (target && target->muscle == muscle && (target->side == side || target->side == Side::both))
        mark_item(ui, data, injection_path(static_cast<std::size_t>(session.session_shown), i), true);
    }
  };
  if (simulation::is_midline(muscle)) return one(Side::midline, "midline", (width - gap) / 2);
  one(Side::left, "left", (width - gap) / 2);
  ImGui::SameLine(0, gap);
  one(Side::right, "right", (width - gap) / 2);
}

/// Points placed by hand, each with its units and a button that removes it.
void free_points(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto& shown = session.plan().sessions[static_cast<std::size_t>(session.session_shown)];
  const bool calf = session.region == simulation::Region::calf;
  const float side = control_height(ui), gap = ui.px(8), name_width = ui.px(72);
  int number = 0;
  for (std::size_t i = 0; i < shown.injections.size(); ++i) {
    if (!std::holds_alternative<simulation::SkinPoint>(shown.injections[i].target)) continue;
    const int injection = static_cast<int>(i);
    if (++number == 1) line(ui, TextStyle::body, ui.colours.text, ui.say("points.free"));
    const std::string id = "plan.point/" + std::to_string(injection);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const std::string words = ui.fill("points.number", {{"n", std::to_string(number)}});
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::body,
                 ImVec2(start.x, start.y + (side - text_size(ui, TextStyle::body, words).y) / 2),
                 session.points.selected == injection ? ui.colours.accent : ui.colours.text_quiet, words);
    ImGui::SetCursorScreenPos(ImVec2(start.x + name_width, start.y));
    const StepperRange range{0.0, kMaxEnteredUnits, calf ? 5.0 : 1.0, 1, "U", ""};
    if (const auto units =
            stepper(ui, id.c_str(), shown.injections[i].units, range, width - name_width - side - gap))
      ui.act(action::SetFreeUnits{session.session_shown, injection, *units});
    mark_item(ui, data, injection_path(static_cast<std::size_t>(session.session_shown), i), true);
    ImGui::SameLine(0, gap);
    if (icon_button(ui, (id + "/remove").c_str(), Icon::close, ui.say("points.remove")))
      ui.act(action::RemovePoint{session.session_shown, injection});
  }
}

void totals(const Ui& ui, const simulation::Session& shown, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string words = ui.fill("plan.total", {{"units", number_text(session_units(shown), 0)}});
  ImGui::AlignTextToFramePadding();
  line(ui, TextStyle::strong, ui.colours.text, words);
  ImGui::SetCursorScreenPos(ImVec2(start.x + width - ui.px(24), start.y));
  if (info_button(ui, "plan.units_card", ui.say("card.open"))) ui.act(action::OpenCard{"units"});
}

void session_section(const Ui& ui, const Session& session, const ViewData& data, float width) {
  session_tabs(ui, session, data, width);
  if (session.plan().sessions.empty()) {
    paragraph(ui, TextStyle::body, ui.colours.text_quiet, ui.say("plan.no_session"), width);
    return;
  }
  const auto& shown = session.plan().sessions[static_cast<std::size_t>(session.session_shown)];
  space(ui, 10);
  product_choice(ui, session, data, width);
  space(ui, 10);
  for (const Muscle muscle : offered_muscles(session.region))
    units_of_muscle(ui, session, data, muscle, width);
  free_points(ui, session, data, width);
  space(ui, 10);
  const ImVec2 sums = ImGui::GetCursorScreenPos();
  totals(ui, shown, width);
  for (const char* part : {"", ".injections"})
    mark_field(ui, data, {sums.x - ui.px(6), sums.y}, {sums.x + width, sums.y + control_height(ui)},
               session_path(static_cast<std::size_t>(session.session_shown)) + part);
  space(ui, 6);
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("plan.session_week"));
  const float half = (width - ui.px(8)) / 2;
  if (const auto week = stepper(ui, "plan.session_week", shown.week,
                                {0, simulation::kMaxWeek, 1, 0, ui.say("unit.week_short"), ""}, half))
    ui.act(action::SetSessionWeek{session.session_shown, *week});
  mark_item(ui, data, session_path(static_cast<std::size_t>(session.session_shown)) + ".week");
  ImGui::SameLine(0, ui.px(8));
  if (button(ui, "plan.remove_session", ui.say("plan.remove_session"), ButtonLook::quiet, Icon::none,
             ImVec2(half, 0)))
    ui.act(action::RemoveSession{session.session_shown});
  space(ui, 6);
  rhythm_section(ui, session, width);
  space(ui, 10);
  beside_section(ui, session, width);
}

}  // namespace

void plan_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& whole) {
  Area area = whole;
  area.min.y += findings_strip(ui, session, data, whole);
  begin_area("plan", area, ImVec2(ui.px(20), ui.px(18)), packed(ui.colours.panel), true);
  const float width = area.width() - ui.px(40) - (ImGui::GetScrollMaxY() > 0 ? ui.px(4) : 0);
  line(ui, TextStyle::title, ui.colours.text, ui.say("plan.title"));
  std::string title = case_title(ui, session);
  if (data.cases.changed)
    title = ui.fill("case.line_changed", {{"title", title}});
  else if (!data.cases.file.empty())
    title = ui.fill("case.line_saved", {{"title", title}});
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, title, width);
  space(ui, 10);
  session_section(ui, session, data, width);
  if (session.region == simulation::Region::face) {
    space(ui, 20);
    filler_section(ui, session, data, width);
  }
  space(ui, 20);
  line(ui, TextStyle::title, ui.colours.text, ui.say("person.title"));
  space(ui, 4);
  person_section(ui, session, data, width);
  space(ui, 16);
  ImGui::End();
}

}  // namespace app
