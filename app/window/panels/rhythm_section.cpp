#include <imgui.h>

#include <cmath>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/session/rhythm.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr double kUsualGapWeeks = 13.0;  // a quarter of a year; leaflets say every 3 to 4 months

/// `7 sessions, 24 weeks apart, 31 U each`.
std::string rhythm_words(const Ui& ui, const simulation::Plan& plan) {
  const Rhythm rhythm = rhythm_of(plan);
  if (rhythm.sessions == 0) return ui.say("beside.rhythm_none");
  const std::string units = number_text(session_units(plan.sessions.front()), 0);
  if (rhythm.sessions == 1) return ui.fill("beside.rhythm_one", {{"units", units}});
  return ui.fill("beside.rhythm", {{"n", std::to_string(rhythm.sessions)},
                                   {"weeks", number_text(rhythm.every_weeks, 0)},
                                   {"units", units}});
}

}  // namespace

void rhythm_section(const Ui& ui, const Session& session, float width) {
  const Rhythm rhythm = rhythm_of(session.plan());
  if (rhythm.sessions == 0) return;
  const float half = (width - ui.px(8)) / 2;
  const bool repeats = rhythm.sessions > 1;
  const double gap = repeats ? std::round(rhythm.every_weeks) : kUsualGapWeeks;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("plan.repeat_sessions"));
  const float below = ImGui::GetCursorScreenPos().y;
  if (repeats)
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption,
                 ImVec2(start.x + half + ui.px(8), start.y), ui.colours.text_quiet,
                 ui.say("plan.repeat_every"));
  ImGui::SetCursorScreenPos(ImVec2(start.x, below));
  const StepperRange counts{1.0, kMostSessions, 1.0, 0, "", ""};
  if (const auto n = stepper(ui, "plan.repeat_sessions", rhythm.sessions, counts, half))
    ui.act(action::SetRhythm{static_cast<int>(std::lround(*n)), gap});
  if (!repeats) return;
  ImGui::SameLine(0, ui.px(8));
  const StepperRange gaps{
      kWeeksBetweenSessions, kMostWeeksBetweenSessions, 1.0, 0, ui.say("unit.week_short"), ""};
  if (const auto weeks = stepper(ui, "plan.repeat_every", gap, gaps, half))
    ui.act(action::SetRhythm{rhythm.sessions, *weeks});
  if (!rhythm.even)
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("plan.repeat_uneven"), width);
}

void beside_section(const Ui& ui, const Session& session, float width) {
  if (session.plan().sessions.empty()) return;
  if (!session.view().beside) {
    if (button(ui, "plan.compare_gentler", ui.say("beside.compare"), ButtonLook::secondary, Icon::none,
               ImVec2(width, 0)))
      ui.act(action::CompareGentler{ui.say("beside.gentler_title")});
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("beside.no_advice"), width);
    return;
  }
  const Card card(ui, width, ui.colours.raised, 12);
  const simulation::Plan& plan = *session.view().beside;
  paragraph(ui, TextStyle::strong, ui.colours.second, plan_words(ui, 1, plan), card.inner_width());
  paragraph(ui, TextStyle::body, ui.colours.text, rhythm_words(ui, plan), card.inner_width());
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("beside.no_advice"), card.inner_width());
  space(ui, 4);
  if (button(ui, "plan.stop_comparing", ui.say("beside.stop"), ButtonLook::secondary, Icon::none,
             ImVec2(card.inner_width(), 0)))
    ui.act(action::SetBeside{});
}

}  // namespace app
