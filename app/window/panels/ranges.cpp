#include "app/window/panels/ranges.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/body/quantity_words.h"
#include "app/window/panels/words.h"
#include "app/window/view/curves.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using Kind = SpreadPart::Kind;

/// People as the typical line, the reading as the band's edge, what is not known hollow.
void fill_part(const Ui& ui, Kind kind, ImVec2 min, ImVec2 max) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float line = ui.px(1);
  if (kind == Kind::unknown) {
    const ImVec2 half(line / 2, line / 2);
    list.AddRect({min.x + half.x, min.y + half.y}, {max.x - half.x, max.y - half.y}, packed(ui.colours.edge),
                 0.0f, 0, line);
    return;
  }
  list.AddRectFilled(min, max, packed(kind == Kind::people ? ui.colours.accent : ui.colours.band));
  if (kind == Kind::reading) list.AddRect(min, max, packed(ui.colours.band_edge), 0.0f, 0, line);
}

void spread_bar(const Ui& ui, const std::vector<SpreadPart>& parts, float width, float height) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float gap = ui.px(2);
  const float room = width - gap * static_cast<float>(parts.size() - 1);
  float x = start.x;
  for (const SpreadPart& part : parts) {
    // A part that rounds to nothing is still there.
    const float part_width = std::max(ui.px(2), room * static_cast<float>(part.percent) / 100.0f);
    fill_part(ui, part.kind, {std::round(x), start.y}, {std::round(x + part_width), start.y + height});
    x += part_width + gap;
  }
  ImGui::Dummy(ImVec2(width, height));
}

std::vector<SpreadPart> parts_at(const Ui& ui, const Session& session, const Curve& curve) {
  return spread_parts(ui.texts, quantity_of(curve.quantity), shown_value(curve, session).range.spread);
}

/// Takes some of the space after the last item back: what follows belongs to it.
void nearer(const Ui& ui) {
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(3));
}

void part_row(const Ui& ui, const SpreadPart& part, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float swatch = ui.px(10), left = ui.px(18);
  const std::string percent = ui.fill("unit.percent", {{"n", number_text(part.percent, 0)}});
  const ImVec2 size = text_size(ui, TextStyle::strong, percent);
  const float top = start.y + (size.y - swatch) / 2;
  fill_part(ui, part.kind, {start.x, top}, {start.x + swatch, top + swatch});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text_at(ui, list, TextStyle::strong, {start.x + left, start.y}, ui.colours.text, part.name);
  draw_text_at(ui, list, TextStyle::strong, {start.x + width - size.x, start.y}, ui.colours.text, percent);
  ImGui::SetCursorScreenPos({start.x + left, start.y + size.y + ui.px(1)});
  ImGui::BeginGroup();
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, part.meaning, width - left);
  ImGui::EndGroup();
  ImGui::SetCursorScreenPos({start.x, ImGui::GetItemRectMax().y + ui.px(7)});
}

}  // namespace

ValueWords words_of_values(const Ui& ui, const Curve& curve) {
  return [&ui, &curve](double value) {
    if (quantity_of(curve.quantity).told == simulation::Told::grade) return grade_words(ui, value);
    return value_words(ui, curve.quantity, value);
  };
}

std::string people_words(const Ui& ui, const Session& session, const Curve& curve) {
  return range_words(ui.texts, quantity_of(curve.quantity), shown_value(curve, session).range,
                     words_of_values(ui, curve));
}

void range_of_people(const Ui& ui, const Session& session, const Curve& curve, const std::string& words,
                     float width) {
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, words, width);
  const auto parts = parts_at(ui, session, curve);
  if (parts.empty()) return;
  nearer(ui);
  spread_bar(ui, parts, width, ui.px(5));
  tooltip(ui, spread_line(ui.texts, parts));
}

void reading_and_parts(const Ui& ui, const Session& session, const Curve& curve, const std::string& side,
                       float width) {
  std::string reading = reading_words(ui.texts, quantity_of(curve.quantity),
                                      shown_value(curve, session).range, words_of_values(ui, curve));
  if (!reading.empty()) {
    if (!side.empty()) reading = ui.fill("outcome.side_range", {{"side", side}, {"range", reading}});
    nearer(ui);
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, reading, width);
  }
  const auto parts = parts_at(ui, session, curve);
  if (parts.empty()) return;
  spread_bar(ui, parts, width, ui.px(6));
  nearer(ui);
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, spread_line(ui.texts, parts), width);
}

void spread_section(const Ui& ui, const Session& session, const Curve& curve, float width) {
  const auto parts = parts_at(ui, session, curve);
  if (parts.empty()) return;
  space(ui, 14);
  line(ui, TextStyle::strong, ui.colours.text, ui.say("spread.title"));
  nearer(ui);
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet,
            ui.fill("spread.of", {{"quantity", quantity_words(ui, curve.quantity)},
                                  {"week", week_words(ui, session.week())}}),
            width);
  spread_bar(ui, parts, width, ui.px(10));
  space(ui, 8);
  for (const SpreadPart& part : parts) part_row(ui, part, width);
}

}  // namespace app
