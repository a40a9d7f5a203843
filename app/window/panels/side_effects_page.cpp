#include "app/window/panels/side_effects_page.h"

#include <imgui.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "app/check/outcome_notes.h"
#include "app/studio/side_effect.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using simulation::AdverseOutcome;

constexpr int kRow = 10;  // people in a row of 100

/// Head and shoulders, `size` pixels high.
void person(ImDrawList& list, ImVec2 at, float size, ImU32 colour, bool filled) {
  const ImVec2 head(at.x + size / 2, at.y + size * 0.28f);
  const ImVec2 from(at.x + size * 0.16f, at.y + size * 0.56f), to(at.x + size * 0.84f, at.y + size);
  if (filled) {
    list.AddCircleFilled(head, size * 0.24f, colour, 12);
    list.AddRectFilled(from, to, colour, size * 0.2f);
  } else {
    list.AddCircle(head, size * 0.22f, colour, 12);
    list.AddRect(from, to, colour, size * 0.2f);
  }
}

/// 100 people, those who have it in one block from the bottom: the fewest filled, up to the most in outline
/// of the same colour.
void array_of(const Ui& ui, const std::optional<Per100>& rate, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float pitch = std::min(width / kRow, ui.px(12)), size = pitch * 0.78f;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const WholeCount have = rate ? whole_count(*rate) : WholeCount{};
  for (int i = 0; i < kRow * kRow; ++i) {
    const ImVec2 at(start.x + pitch * static_cast<float>(i % kRow),
                    start.y + pitch * static_cast<float>(kRow - 1 - i / kRow));
    const bool marked = i < have.high;
    person(list, at, size, packed(marked ? ui.colours.on_warn : ui.colours.edge),
           i < have.low || !(marked || !rate));
  }
  ImGui::Dummy(ImVec2(width, pitch * kRow));
}

/// Two columns, treated and untreated.
void arrays(const Ui& ui, const KnownOutcome& known, float width) {
  const float half = (width - ui.px(16)) / 2;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float bottom = start.y;
  const auto column = [&](const char* heading, const std::optional<Per100>& rate, float x) {
    ImGui::SetCursorScreenPos(ImVec2(x, start.y));
    ImGui::BeginGroup();
    line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say(heading));
    array_of(ui, rate, half);
    const std::string words = !rate ? ui.say("safety.not_measured")
                                    : ui.fill(rate->of_readings ? "safety.of_readings" : "safety.of_people",
                                              {{"n", count_words(whole_count(*rate), ui.texts)}});
    paragraph(ui, TextStyle::strong, rate ? ui.colours.text : ui.colours.text_quiet, words, half);
    ImGui::EndGroup();
    bottom = std::max(bottom, ImGui::GetItemRectMax().y);
  };
  column("safety.treated", known.per_100, start.x);
  column("safety.untreated", known.untreated_per_100, start.x + half + ui.px(16));
  ImGui::SetCursorScreenPos(ImVec2(start.x, bottom + ui.px(4)));
}

/// The other way to say the same.
std::string did_not(const Ui& ui, const Per100& rate) {
  const WholeCount people = whole_count(rate);
  return ui.fill(rate.of_readings ? "safety.readings_did_not" : "safety.did_not",
                 {{"n", count_words({100 - people.high, 100 - people.low}, ui.texts)}});
}

/// The same plan as it comes out when an outcome happens that is a plan of its own: nothing acts, or nothing
/// on the right.
std::optional<simulation::Plan> plan_that_shows(AdverseOutcome outcome, const simulation::Plan& plan,
                                                std::string title) {
  if (plan.sessions.empty()) return std::nullopt;
  simulation::Plan shown = plan;
  shown.title = std::move(title);
  if (outcome == AdverseOutcome::no_visible_change) {
    shown.sessions.clear();
    return shown;
  }
  if (outcome != AdverseOutcome::asymmetry) return std::nullopt;
  for (simulation::Session& session : shown.sessions) {
    std::erase_if(session.injections, [](simulation::Injection& injection) {
      auto* const target = std::get_if<simulation::MuscleTarget>(&injection.target);
      if (!target) return false;
      if (target->side == simulation::Side::both) target->side = simulation::Side::left;
      return target->side == simulation::Side::right;
    });
  }
  return shown;
}

void show_button(const Ui& ui, const Session& session, const KnownOutcome& known, const std::string& name,
                 float width) {
  const std::string id = "safety.show/" + std::string(name_of(kAdverseOutcomeNames, known.outcome));
  const bool state = can_show(known.outcome, session.plan());
  const bool now = session.side_effect == known.outcome;
  if (state) {
    if (button(ui, id.c_str(), ui.say(now ? "safety.hide" : "safety.show"),
               now ? ButtonLook::chosen : ButtonLook::secondary, Icon::cube, ImVec2(width, 0)))
      ui.act(action::SetSideEffect{now ? std::nullopt : std::optional(known.outcome)});
    return;
  }
  // A second plan of the user's is never taken away.
  const auto plan = plan_that_shows(known.outcome, session.plan(), name);
  if (!plan || session.view().beside) return;
  if (button(ui, id.c_str(), ui.say("safety.show_beside"), ButtonLook::secondary, Icon::cube,
             ImVec2(width, 0)))
    ui.act(action::SetBeside{*plan});
}

void outcome_card(const Ui& ui, const Session& session, const KnownOutcome& known, float width) {
  const Card card(ui, width, ui.colours.raised, 12);
  const std::string name = ui.say("adverse." + std::string(name_of(kAdverseOutcomeNames, known.outcome)));
  line(ui, TextStyle::strong, ui.colours.text, name);
  space(ui, 4);
  if (known.per_100) {
    arrays(ui, known, card.inner_width());
    paragraph(ui, TextStyle::body, ui.colours.text, did_not(ui, *known.per_100), card.inner_width());
  } else {
    paragraph(ui, TextStyle::body, ui.colours.text, ui.say("safety.no_rate"), card.inner_width());
  }
  const auto told = [&](const char* key, const std::string& words) {
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.fill(key, {{"words", words}}),
              card.inner_width());
  };
  told("safety.shows", known.shows);
  told("safety.lasts", known.lasts);
  told("safety.basis", known.basis);
  if (!known.untreated_basis.empty()) told("safety.untreated_basis", known.untreated_basis);
  space(ui, 4);
  show_button(ui, session, known, name, card.inner_width());
}

}  // namespace

void side_effects_page(const Ui& ui, const Session& session, const ViewData& data, float width) {
  if (button(ui, "safety.boxed", ui.say("safety.boxed"), ButtonLook::secondary, Icon::warning,
             ImVec2(width, 0)))
    ui.act(action::OpenCard{"boxed_warning"});
  space(ui, 6);
  // Rates first: an array says more than a sentence.
  for (const bool with_rate : {true, false})
    for (const KnownOutcome& known : data.known_outcomes)
      if (known.region == session.region && known.per_100.has_value() == with_rate)
        outcome_card(ui, session, known, width);
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("safety.size_assumed"), width);
}

}  // namespace app
