#include "app/window/panels/legend.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/body/quantity_words.h"
#include "app/studio/presenter.h"
#include "render/scene/heat_colour.h"

namespace app {
namespace {

constexpr int kColourSteps = 32;

constexpr Colour kFat{226, 199, 128};  // as render/scene/surface_pass.cpp lights it
// Middle of a working and of a fully blocked muscle as shaders/muscle.frag paints them, sRGB.
constexpr Colour kWorking{176, 84, 74};
constexpr Colour kBlocked{176, 168, 186};

Colour mixed(double share) {
  Colour over = kBlocked;
  over.alpha = static_cast<std::uint8_t>(std::lround(255 * share));
  return blend(over, kWorking);
}

Colour heat(double share) {
  const glm::vec3 c = render::heat_colour(static_cast<float>((2 * share - 1) * kHeatLimitMm), kHeatLimitMm);
  const auto channel = [](float v) {
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(v, 0.0f, 1.0f)));
  };
  return {channel(c.x), channel(c.y), channel(c.z)};
}

}  // namespace

void layer_legend(const Ui& ui, const Session& session, const Area& stage, float bottom) {
  if (session.layer == render::Layer::skin) return;
  const bool is_heat = session.layer == render::Layer::heat;
  const std::string title = ui.say(is_heat ? "stage.heat_title" : "stage.blocked");
  const std::string limit = number_text(kHeatLimitMm, 0);
  const simulation::Quantity& block = block_of(session.region);
  const std::string left =
      is_heat ? "−" + limit + " mm " + ui.say("stage.heat_in") : quantity_value(ui.texts, block, 0);
  const std::string right =
      is_heat ? "+" + limit + " mm " + ui.say("stage.heat_out") : quantity_value(ui.texts, block, 1);
  const float pad = ui.px(12), bar = ui.px(10), gap = ui.px(6);
  const ImVec2 title_size = text_size(ui, TextStyle::caption, title);
  const float ends = text_size(ui, TextStyle::caption, left).x + text_size(ui, TextStyle::caption, right).x;
  // How thick the person's fat is, over the colours of the muscles that show through its cut.
  const bool is_fat = session.layer == render::Layer::fat;
  const std::string fat =
      is_fat ? ui.fill("stage.fat", {{"mm", number_text(session.plan().person.calf.fat_mm, 1)}}) : "";
  const float fat_row = is_fat ? title_size.y + 2 * gap : 0.0f;
  const float fat_width = is_fat ? title_size.y + gap + text_size(ui, TextStyle::caption, fat).x : 0.0f;
  const float width = std::max({title_size.x, fat_width, ends + ui.px(24), ui.px(170)});
  const float height = 2 * title_size.y + bar + 2 * gap + 2 * pad + fat_row;
  const ImVec2 min(stage.min.x + ui.px(14), bottom - height);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, ImVec2(min.x + width + 2 * pad, min.y + height), packed(ui.colours.panel),
                     ui.px(12));
  list.AddRect(min, ImVec2(min.x + width + 2 * pad, min.y + height), packed(ui.colours.hairline), ui.px(12));
  const float x = min.x + pad;
  float y = min.y + pad;
  if (is_fat) {
    const ImVec2 end(x + title_size.y, y + title_size.y);
    list.AddRectFilled(ImVec2(x, y), end, packed(kFat), ui.px(3));
    draw_text_at(ui, list, TextStyle::caption, ImVec2(end.x + gap, y), ui.colours.text, fat);
    y += fat_row;
  }
  draw_text_at(ui, list, TextStyle::caption, ImVec2(x, y), ui.colours.text, title);
  y += title_size.y + gap;
  for (int i = 0; i < kColourSteps; ++i) {
    const float x0 = std::round(x + width * static_cast<float>(i) / kColourSteps);
    const float x1 = std::round(x + width * static_cast<float>(i + 1) / kColourSteps);
    const double share = (i + 0.5) / kColourSteps;
    list.AddRectFilled(ImVec2(x0, y), ImVec2(x1, y + bar), packed(is_heat ? heat(share) : mixed(share)));
  }
  list.AddRect(ImVec2(x, y), ImVec2(x + width, y + bar), packed(ui.colours.edge));
  y += bar + gap;
  draw_text_at(ui, list, TextStyle::caption, ImVec2(x, y), ui.colours.text_quiet, left);
  draw_text_at(ui, list, TextStyle::caption,
               ImVec2(x + width - text_size(ui, TextStyle::caption, right).x, y), ui.colours.text_quiet,
               right);
}

}  // namespace app
