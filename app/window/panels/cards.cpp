#include "app/window/panels/cards.h"

#include <imgui.h>

#include "app/check/dose_sums.h"
#include "app/session/dose.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

bool treated(const Session& session, simulation::Side side) {
  for (const auto& one : session.plan().sessions)
    for (const simulation::Muscle muscle : offered_muscles(session.region))
      if (units_of(one, muscle, side) > 0) return true;
  return false;
}

}  // namespace

void card_heading(const Ui& ui, std::string_view words, const action::OpenCard& card, const std::string& id,
                  float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(ImVec2(start.x, start.y + ui.px(2)));
  line(ui, TextStyle::body, ui.colours.text_quiet, shortened(ui, TextStyle::body, words, width - ui.px(28)));
  ImGui::SetCursorScreenPos(ImVec2(start.x + width - ui.px(24), start.y - ui.px(2)));
  if (info_button(ui, ("info/" + id).c_str(), ui.say("card.open"))) ui.act(card);
}

action::OpenCard card_with_range(const std::string& quantity) {
  return {card_of(quantity), quantity};
}

/// `Left   36.4 → 35.9 cm`
void before_after(const Ui& ui, std::string_view place, const std::string& before, const std::string& now,
                  std::string_view unit) {
  if (!place.empty()) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption,
                 ImVec2(start.x, start.y + ui.fonts[TextStyle::number]->FontSize * 0.42f),
                 ui.colours.text_quiet, place);
    ImGui::SetCursorScreenPos(ImVec2(start.x + ui.px(42), start.y));
  }
  ImGui::BeginGroup();
  line(ui, TextStyle::number, ui.colours.text_quiet, before);
  ImGui::SameLine(0, ui.px(6));
  line(ui, TextStyle::number, ui.colours.text_quiet, "→");
  ImGui::SameLine(0, ui.px(6));
  line(ui, TextStyle::number, ui.colours.text, now);
  if (!unit.empty()) {
    ImGui::SameLine(0, ui.px(5));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + ui.fonts[TextStyle::number]->FontSize * 0.36f));
    line(ui, TextStyle::body, ui.colours.text_quiet, unit);
  }
  ImGui::EndGroup();
}

std::vector<std::string> sides_shown(const Session& session) {
  std::vector<std::string> sides;
  if (treated(session, simulation::Side::left)) sides.push_back("left");
  if (treated(session, simulation::Side::right)) sides.push_back("right");
  if (sides.empty()) sides = {"left", "right"};
  return sides;
}

}  // namespace app
