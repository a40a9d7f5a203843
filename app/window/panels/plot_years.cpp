#include <algorithm>
#include <array>
#include <cmath>

#include "app/window/panels/plot.h"
#include "app/window/panels/words.h"
#include "app/window/view/curves.h"

namespace app {
namespace {

/// Words in one row, none over another; who comes first has the place.
class WordRow {
 public:
  WordRow(const Ui& ui, float left, float right, float top)
      : ui_(ui), left_(left), right_(right), top_(top) {}

  bool place(float x, std::string_view words, Colour colour) {
    const float width = text_size(ui_, TextStyle::caption, words).x;
    const float from = std::clamp(x, left_, std::max(left_, right_ - width));
    const float gap = ui_.px(10);
    for (const auto& [taken_from, taken_to] : taken_)
      if (from < taken_to + gap && from + width + gap > taken_from) return false;
    draw_text_at(ui_, *ImGui::GetWindowDrawList(), TextStyle::caption, {from, top_}, colour, words);
    taken_.emplace_back(from, from + width);
    return true;
  }

 private:
  const Ui& ui_;
  float left_, right_, top_;
  std::vector<std::pair<float, float>> taken_;
};

void session_marks(const Ui& ui, const Plot& plot, const simulation::Plan& plan, Colour colour, bool on_top) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  const float half = ui.px(4.5f);
  for (const simulation::Session& session : plan.sessions) {
    const float x = plot.x(session.week);
    if (on_top) {
      const float y = a.min.y - ui.px(4);
      list.AddLine({x, a.min.y}, {x, a.max.y}, packed(ui.colours.hairline), ui.px(1));
      list.AddTriangleFilled({x - half, y - half}, {x + half, y - half}, {x, y + half}, packed(colour));
    } else {
      const float y = a.max.y - ui.px(1);
      list.AddTriangleFilled({x - half, y}, {x, y - 2 * half}, {x + half, y}, packed(colour));
    }
  }
}

/// Rings on the curve, and their words.
void turns(const Ui& ui, const Plot& plot, const Curve& curve, WordRow& row) {
  static constexpr std::string_view kNames[] = {"timeline.onset", "timeline.peak", "timeline.waning"};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  auto found = turns_of(curve);
  // The turns of the whole run: the largest effect first, for it is asked for most.
  std::stable_sort(found.begin(), found.end(), [](const Milestone& x, const Milestone& y) {
    return (x.kind == MilestoneKind::peak) > (y.kind == MilestoneKind::peak);
  });
  for (const Milestone& m : found) {
    const float x = plot.x(m.week);
    const ImVec2 where{x, plot.y(at(curve, m.week).middle)};
    list.AddCircleFilled(where, ui.px(4.5f), packed(ui.colours.panel));
    list.AddCircle(where, ui.px(4.5f), packed(ui.colours.accent), 0, ui.px(2));
    row.place(x + ui.px(6), ui.say(kNames[static_cast<int>(m.kind)]), ui.colours.text_quiet);
  }
}

}  // namespace

void draw_year_axis(const Ui& ui, const Plot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  const float quarter = plot.x(3.0 * kWeeksPerMonth) - a.min.x;
  const int months = static_cast<int>(plot.last_week / kWeeksPerMonth + 0.05);
  for (int month = 0; month <= months; month += 3) {
    const bool year = month % 12 == 0;
    const float x = std::min(plot.x(month * kWeeksPerMonth), a.max.x);
    list.AddLine({x, a.max.y}, {x, a.max.y + ui.px(year ? 6.0f : 3.0f)}, packed(ui.colours.edge),
                 ui.px(year ? 1.5f : 1.0f));
    // Quarters between the years get their months where four words fit into a year.
    if (!year && quarter < ui.px(76)) continue;
    const std::string words = year ? ui.fill("timeline.year", {{"n", number_text(month / 12.0, 0)}})
                                   : ui.fill("timeline.months", {{"n", number_text(month, 0)}});
    const ImVec2 size = text_size(ui, TextStyle::caption, words);
    const float left = std::clamp(x - size.x / 2, a.min.x, a.max.x - size.x);
    draw_text_at(ui, list, TextStyle::caption, {left, a.max.y + ui.px(7)},
                 year ? ui.colours.text : ui.colours.text_quiet, words);
  }
}

void draw_year_marks(const Ui& ui, const Plot& plot, const Session& session, const Curve* curve) {
  const Area& a = plot.area;
  const simulation::Plan& plan = session.plan();
  const bool two = session.view().beside.has_value();
  const Colour own = two ? ui.colours.accent : ui.colours.mark;
  session_marks(ui, plot, plan, own, true);
  if (two) session_marks(ui, plot, *session.view().beside, ui.colours.second, false);
  const float height = text_size(ui, TextStyle::caption, "0").y;
  WordRow row(ui, a.min.x, a.max.x, a.min.y - height - ui.px(8));
  const bool repeats = plan.sessions.size() > 1;
  if (repeats) row.place(plot.x(plan.sessions.back().week) + ui.px(8), ui.say("timeline.pause_begins"), own);
  if (curve) turns(ui, plot, *curve, row);
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
    const std::string number = number_text(static_cast<double>(i + 1), 0);
    const float x = plot.x(plan.sessions[i].week);
    if (i == 0)
      row.place(x + ui.px(6), ui.fill("timeline.session", {{"n", number}}), own);
    else
      row.place(x - text_size(ui, TextStyle::caption, number).x / 2, number, own);
  }
}

void draw_plan_key(const Ui& ui, const Plot& plot, const Session& session, float top) {
  if (!session.view().beside) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  const std::array<const simulation::Plan*, 2> plans = {&session.plan(), &*session.view().beside};
  const float half = (a.width() - ui.px(20)) / 2;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const Colour colour = i == 0 ? ui.colours.accent : ui.colours.second;
    const float x = a.min.x + static_cast<float>(i) * (half + ui.px(20));
    const float middle = top + ui.px(8);
    // As the lines are drawn: one whole, one in dashes.
    const float length = ui.px(26), dash = ui.px(i == 0 ? 26.0f : 10.0f);
    for (float at = 0; at < length; at += 1.6f * dash)
      list.AddLine({x + at, middle}, {x + std::min(at + dash, length), middle}, packed(colour), ui.px(2.5f));
    const std::string words = plan_words(ui, i, *plans[i]);
    const ImVec2 size = text_size(ui, TextStyle::caption, words);
    draw_text_at(ui, list, TextStyle::caption, {x + length + ui.px(8), middle - size.y / 2}, colour,
                 shortened(ui, TextStyle::caption, words, half - length - ui.px(8)));
  }
}

}  // namespace app
