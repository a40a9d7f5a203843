#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/scene/light.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"

namespace app {
namespace {

constexpr std::array<const char*, 4> kQualityWords = {"", "quality.fewer_samples", "quality.three_quarters",
                                                      "quality.half"};

}  // namespace

void stage_notes(const Ui& ui, const Session& session, const ViewData& data, ImVec2 corner) {
  std::vector<std::string> notes;
  if (session.light.environment)
    notes.push_back(ui.fill("light.file_shown", {{"file", session.light.file}}));
  else if (session.light.preset == render::LightPreset::beauty)
    notes.push_back(ui.say("light.beauty_shown"));
  if (data.quality != QualityStep::full)
    notes.push_back(
        ui.fill("stage.preview", {{"step", ui.say(kQualityWords[static_cast<std::size_t>(data.quality)])}}));
  if (notes.empty()) return;
  float width = 0, row = 0;
  for (const std::string& note : notes) {
    const ImVec2 size = text_size(ui, TextStyle::caption, note);
    width = std::max(width, size.x);
    row = std::max(row, size.y);
  }
  const ImVec2 pad(ui.px(10), ui.px(5));
  const ImVec2 max(corner.x + width + 2 * pad.x,
                   corner.y + row * static_cast<float>(notes.size()) + 2 * pad.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(corner, max, packed(ui.colours.panel), ui.px(8));
  list.AddRect(corner, max, packed(ui.colours.hairline), ui.px(8));
  ImVec2 at(corner.x + pad.x, corner.y + pad.y);
  for (const std::string& note : notes) {
    draw_text_at(ui, list, TextStyle::caption, at, ui.colours.text, note);
    at.y += row;
  }
}

}  // namespace app
