#include "app/window/panels/held_out_page.h"

#include <imgui.h>

#include <algorithm>
#include <map>

#include "app/body/quantity_words.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

/// What all rows of one measure are drawn on.
struct Axis {
  double low = 0.0, high = 0.0;

  void hold(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  void hold(const HeldOutRow& one) {
    for (const HeldOutBand* band : {&one.now, &one.before}) {
      hold(band->p10);
      hold(band->p90);
    }
    hold(one.row.value);
  }
  float x(double value, float left, float width) const {
    return left + width * static_cast<float>((value - low) / std::max(high - low, 1e-9));
  }
};

using Axes = std::map<std::string, Axis>;

Axes axes_of(const std::vector<HeldOutStudy>& studies) {
  Axes axes;
  for (const HeldOutStudy& study : studies)
    for (const HeldOutRow& one : study.rows) axes[one.row.measure].hold(one);
  return axes;
}

std::string area_words(const Ui& ui, const std::string& area) {
  if (area == "calf") return ui.say("region.calf");
  return ui.say((area == "masseter" ? "muscle." : "place.") + area);
}

std::string value_with_unit(const Ui& ui, const PublishedRow& row) {
  if (row.unit == "%") return ui.fill("unit.percent", {{"n", number_text(row.value, 0)}});
  const std::string digits = number_text(row.value, row.unit == "cm" ? 2 : 1);
  return row.unit == "grade" ? digits : digits + "\u00A0" + row.unit;
}

std::string arm_words(const Ui& ui, const PublishedRow& row) {
  const std::string dose = product_words(ui, row.product) + ", " + number_text(row.units, 0) + "\u00A0U";
  return row.week ? dose + ", " + week_words(ui, *row.week) : dose;
}

void draw_published(const Ui& ui, ImVec2 at, bool inside) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = ui.px(4.5f);
  list.AddCircleFilled(at, radius + ui.px(1.5f), packed(ui.colours.panel), 24);
  if (inside)
    list.AddCircleFilled(at, radius, packed(ui.colours.text), 24);
  else  // told apart by shape as well
    list.AddQuadFilled({at.x, at.y - radius - 1}, {at.x + radius + 1, at.y}, {at.x, at.y + radius + 1},
                       {at.x - radius - 1, at.y}, packed(ui.colours.mark));
}

void draw_now(const Ui& ui, float from, float to, float middle, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ui.px(4);
  list.AddRectFilled({from, y - half}, {std::max(to, from + ui.px(2)), y + half}, packed(ui.colours.band));
  list.AddRect({from, y - half}, {std::max(to, from + ui.px(2)), y + half}, packed(ui.colours.band_edge),
               0.0f, 0, ui.px(1));
  list.AddLine({middle, y - half}, {middle, y + half}, packed(ui.colours.accent), ui.px(2));
}

void draw_before(const Ui& ui, float from, float to, float y) {
  ImGui::GetWindowDrawList()->AddLine({from, y}, {std::max(to, from + ui.px(2)), y}, packed(ui.colours.edge),
                                      ui.px(1.5f));
}

void row_of(const Ui& ui, const HeldOutRow& one, const Axis& axis, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float words = 0.44f * width, number = ui.px(64);
  const float left = start.x + words + ui.px(12), room = width - words - number - ui.px(24);
  const float caption = text_size(ui, TextStyle::caption, "0").y;
  const float height = 2 * caption + ui.px(6), y = start.y + height / 2 - ui.px(3);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string measure =
      area_words(ui, one.row.area) + ": " + ui.say("held_out.measure." + one.row.measure);
  draw_text_at(ui, list, TextStyle::caption, start, ui.colours.text,
               shortened(ui, TextStyle::caption, measure, words));
  draw_text_at(ui, list, TextStyle::caption, {start.x, start.y + caption + ui.px(1)}, ui.colours.text_quiet,
               shortened(ui, TextStyle::caption, arm_words(ui, one.row), words));
  const auto x = [&](double value) { return axis.x(value, left, room); };
  list.AddLine({left, y}, {left + room, y}, packed(ui.colours.hairline), ui.px(1));
  if (axis.low < 0.0 || axis.high > 0.0)
    list.AddLine({x(0.0), y - ui.px(9)}, {x(0.0), y + ui.px(9)}, packed(ui.colours.hairline), ui.px(1));
  draw_now(ui, x(one.now.p10), x(one.now.p90), x(one.now.p50), y);
  draw_before(ui, x(one.before.p10), x(one.before.p90), y + ui.px(9));
  const bool inside = is_inside(one.row, one.now);
  draw_published(ui, {x(one.row.value), y}, inside);
  const std::string value = value_with_unit(ui, one.row);
  const ImVec2 size = text_size(ui, TextStyle::strong, value);
  draw_text_at(ui, list, TextStyle::strong, {start.x + width - size.x, y - size.y / 2},
               inside ? ui.colours.text : ui.colours.mark, value);
  ImGui::Dummy(ImVec2(width, height));
}

void study_card(const Ui& ui, const HeldOutStudy& study, const Axes& axes, float width) {
  const Card card(ui, width, ui.colours.raised, 12);
  const HeldOutSum sum = sum_of({study});
  const std::string count = ui.fill("held_out.inside_short",
                                    {{"n", number_text(sum.inside, 0)}, {"rows", number_text(sum.rows, 0)}});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float count_width = text_size(ui, TextStyle::caption, count).x;
  const std::string& heading = study.name.by.empty() ? study.name.title : study.name.by;
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption,
               {start.x + card.inner_width() - count_width, start.y + ui.px(2)}, ui.colours.text_quiet,
               count);
  line(ui, TextStyle::strong, ui.colours.text,
       shortened(ui, TextStyle::strong, heading, card.inner_width() - count_width - ui.px(16)));
  if (!study.name.by.empty() && !study.name.title.empty())
    line(ui, TextStyle::caption, ui.colours.text_quiet,
         shortened(ui, TextStyle::caption, study.name.title, card.inner_width()));
  space(ui, 2);
  for (const HeldOutRow& one : study.rows) row_of(ui, one, axes.at(one.row.measure), card.inner_width());
}

void in_all(const Ui& ui, const HeldOutSum& sum, float width) {
  const float half = (width - ui.px(20)) / 2;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string rows = number_text(sum.rows, 0);
  const auto column = [&](float x, const std::string& number, const std::string& words,
                          const std::string& before) {
    ImGui::SetCursorScreenPos({x, start.y});
    ImGui::BeginGroup();
    line(ui, TextStyle::number, ui.colours.text, number);
    paragraph(ui, TextStyle::caption, ui.colours.text, words, half);
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, before, half);
    ImGui::EndGroup();
    return ImGui::GetItemRectMax().y;
  };
  const double share = 100.0 * sum.inside / sum.rows;
  const float first =
      column(start.x, ui.fill("unit.percent", {{"n", number_text(share, 0)}}),
             ui.fill("held_out.inside", {{"n", number_text(sum.inside, 0)}, {"rows", rows}}),
             ui.fill("held_out.inside_before", {{"n", number_text(sum.inside_before, 0)}, {"rows", rows}}));
  const float second =
      column(start.x + half + ui.px(20), number_text(sum.mean_score, 1), ui.say("held_out.score"),
             ui.fill("held_out.score_before", {{"score", number_text(sum.mean_score_before, 1)}}));
  ImGui::SetCursorScreenPos({start.x, std::max(first, second) + ui.px(10)});
}

/// `● published  ▭ 8 of 10 trials of the model  — before`
void key(const Ui& ui, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float height = text_size(ui, TextStyle::caption, "0").y, y = start.y + height / 2, swatch = ui.px(24);
  float x = start.x;
  const auto item = [&](std::string_view words, auto draw) {
    draw(x);
    x += swatch + ui.px(6);
    draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption, {x, start.y}, ui.colours.text_quiet,
                 words);
    x += text_size(ui, TextStyle::caption, words).x + ui.px(16);
  };
  item(ui.say("held_out.key_inside"), [&](float at) { draw_published(ui, {at + swatch / 2, y}, true); });
  item(ui.say("held_out.key_outside"), [&](float at) { draw_published(ui, {at + swatch / 2, y}, false); });
  item(ui.say("held_out.key_now"), [&](float at) { draw_now(ui, at, at + swatch, at + swatch / 2, y); });
  item(ui.say("held_out.key_before"), [&](float at) { draw_before(ui, at, at + swatch, y); });
  ImGui::Dummy(ImVec2(width, height + ui.px(4)));
}

}  // namespace

void held_out_page(const Ui& ui, const std::vector<HeldOutStudy>& studies, float width) {
  paragraph(ui, TextStyle::body, ui.colours.text, ui.say("card.held_out.text"), width);
  space(ui, 8);
  in_all(ui, sum_of(studies), width);
  key(ui, width);
  const Axes axes = axes_of(studies);
  for (const HeldOutStudy& study : studies) study_card(ui, study, axes, width);
  space(ui, 6);
  line(ui, TextStyle::strong, ui.colours.text, ui.say("card.limits"));
  paragraph(ui, TextStyle::body, ui.colours.text_quiet, ui.say("card.held_out.limits"), width);
}

}  // namespace app
