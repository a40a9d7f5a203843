#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/studio/light.h"
#include "app/studio/side_effect.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"

namespace app {
namespace {

constexpr std::array<const char*, 4> kQualityWords = {"", "quality.fewer_samples", "quality.three_quarters",
                                                      "quality.half"};

}  // namespace

void stage_notes(const Ui& ui, const Session& session, const ViewData& data, ImVec2 corner) {
  std::vector<std::string> notes;
  if (session.side_effect && is_seen_in(session.layer, *session.side_effect))
    notes.push_back(side_effect_line(*session.side_effect, session.plan(), session.week(),
                                     data.known_outcomes, ui.texts));
  if (session.light.environment)
    notes.push_back(ui.fill("light.file_shown", {{"file", session.light.file}}));
  else if (session.light.preset == render::LightPreset::beauty)
    notes.push_back(ui.say("light.beauty_shown"));
  if (data.quality != QualityStep::full)
    notes.push_back(
        ui.fill("stage.preview", {{"step", ui.say(kQualityWords[static_cast<std::size_t>(data.quality)])}}));
  if (!data.drop_problem.empty()) notes.push_back(data.drop_problem);
  if (notes.empty()) return;
  const ImVec2 pad(ui.px(10), ui.px(5));
  // A message can be long; the tools at the right edge stay free.
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - ui.px(76);
  const float room = std::max(right - corner.x - 2 * pad.x, 1.0f);
  ImGui::PushFont(ui.fonts[TextStyle::caption]);
  const auto size_of = [&](const std::string& note) {
    return ImGui::CalcTextSize(note.c_str(), note.c_str() + note.size(), false, room);
  };
  ImVec2 size(0, 0);
  for (const std::string& note : notes) {
    size.x = std::max(size.x, size_of(note).x);
    size.y += size_of(note).y;
  }
  const ImVec2 max(corner.x + size.x + 2 * pad.x, corner.y + size.y + 2 * pad.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(corner, max, packed(ui.colours.panel), ui.px(8));
  list.AddRect(corner, max, packed(ui.colours.hairline), ui.px(8));
  ImVec2 at(corner.x + pad.x, corner.y + pad.y);
  for (const std::string& note : notes) {
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, packed(ui.colours.text), note.c_str(),
                 note.c_str() + note.size(), room);
    at.y += size_of(note).y;
  }
  ImGui::PopFont();
}

}  // namespace app
