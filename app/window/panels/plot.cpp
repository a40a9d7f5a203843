#include "app/window/panels/plot.h"

#include <algorithm>
#include <cmath>

#include "app/window/panels/words.h"
#include "app/window/view/curves.h"

namespace app {
namespace {

/// A dotted line under a diamond: told apart from a session by colour and by shape.
void filler_mark(const Ui& ui, const Plot& plot, float x) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  for (float y = a.min.y + ui.px(2); y < a.max.y; y += ui.px(4.5f))
    list.AddCircleFilled({x, y}, ui.px(1), packed(ui.colours.filler), 8);
  const float middle = a.min.y - ui.px(6), half = ui.px(5);
  list.AddQuadFilled({x, middle - half}, {x + half, middle}, {x, middle + half}, {x - half, middle},
                     packed(ui.colours.filler));
}

}  // namespace

float Plot::x(double week) const {
  return area.min.x + static_cast<float>(week / last_week) * area.width();
}

float Plot::y(double value) const {
  return area.max.y - static_cast<float>((value - low) / (high - low)) * area.height();
}

double Plot::week_at(float place) const {
  const double week = (place - area.min.x) / area.width() * last_week;
  return std::clamp(std::round(week * 7.0) / 7.0, 0.0, last_week);
}

Plot make_plot(const Area& area, const Curve* curve, double last_week, Bands bands, const Curve* other) {
  Plot plot{area, last_week, -1.0, 1.0};
  if (!curve || curve->points.empty()) return plot;
  const ValueSpan span = value_span(*curve, bands == Bands::with_reading, other);
  plot.low = span.low;
  plot.high = span.high;
  return plot;
}

void draw_axes(const Ui& ui, const Plot& plot, const Curve* curve, bool values) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  if (curve && values) {
    const double step = round_step(plot.high - plot.low, a.height() > ui.px(120) ? 6 : 4);
    for (double v = std::ceil(plot.low / step) * step; v <= plot.high; v += step) {
      const float y = plot.y(v);
      list.AddLine({a.min.x, y}, {a.max.x, y}, packed(ui.colours.hairline), ui.px(1));
      const std::string words = value_words(ui, curve->quantity, std::abs(v) < step / 2 ? 0.0 : v);
      const ImVec2 size = text_size(ui, TextStyle::caption, words);
      draw_text_at(ui, list, TextStyle::caption, {a.min.x - size.x - ui.px(8), y - size.y / 2},
                   ui.colours.text_quiet, words);
    }
  }
  list.AddLine({a.min.x, a.max.y}, {a.max.x, a.max.y}, packed(ui.colours.edge), ui.px(1));
  if (plot.over_years()) return draw_year_axis(ui, plot);
  const double months = plot.last_week / kWeeksPerMonth;
  const int every = a.width() / static_cast<float>(months) < ui.px(34) ? 2 : 1;
  // Nine months are 39 weeks and a day: the last month is marked at the last week.
  for (int month = 0; month <= static_cast<int>(months + 0.05); month += every) {
    const float x = std::min(plot.x(month * kWeeksPerMonth), a.max.x);
    list.AddLine({x, a.max.y}, {x, a.max.y + ui.px(4)}, packed(ui.colours.edge), ui.px(1));
    const std::string words = month == 0 ? ui.say("timeline.month_0") : number_text(month, 0);
    const ImVec2 size = text_size(ui, TextStyle::caption, words);
    draw_text_at(ui, list, TextStyle::caption, {x - (month == 0 ? 0 : size.x / 2), a.max.y + ui.px(5)},
                 ui.colours.text_quiet, words);
  }
}

void draw_marks(const Ui& ui, const Plot& plot, const Session& session, const Curve* curve) {
  if (plot.over_years() || session.view().beside) return draw_year_marks(ui, plot, session, curve);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Area& a = plot.area;
  float used_to = -FLT_MAX;  // right end of the words in the top row
  const auto word = [&](float x, std::string_view words, Colour colour) {
    const ImVec2 size = text_size(ui, TextStyle::caption, words);
    const float left = std::clamp(x + ui.px(6), a.min.x, a.max.x - size.x);
    if (left < used_to) return;
    draw_text_at(ui, list, TextStyle::caption, {left, a.min.y - size.y - ui.px(1)}, colour, words);
    used_to = left + size.x + ui.px(10);
  };
  enum class Kind { toxin, filler, turn };
  struct Mark {
    double week;
    std::string words;
    Kind kind;
  };
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < session.plan().sessions.size(); ++i)
    marks.push_back({session.plan().sessions[i].week,
                     ui.fill("timeline.session", {{"n", number_text(static_cast<double>(i + 1), 0)}}),
                     Kind::toxin});
  for (const simulation::Filler& filler : session.plan().fillers)
    marks.push_back({filler.week, ui.say("timeline.filler"), Kind::filler});
  static constexpr std::string_view kNames[] = {"timeline.onset", "timeline.peak", "timeline.waning"};
  if (curve)
    for (const Milestone& m : turns_of(*curve))
      marks.push_back({m.week, ui.say(kNames[static_cast<int>(m.kind)]), Kind::turn});
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& x, const Mark& y) { return x.week < y.week; });
  for (const Mark& mark : marks) {
    const float x = plot.x(mark.week);
    if (mark.kind == Kind::filler) {
      filler_mark(ui, plot, x);
    } else if (mark.kind == Kind::toxin) {
      for (float y = a.min.y; y < a.max.y; y += ui.px(7))
        list.AddLine({x, y}, {x, std::min(y + ui.px(4), a.max.y)}, packed(ui.colours.mark), ui.px(1.5f));
      const float top = a.min.y - ui.px(6), half = ui.px(4.5f);
      list.AddTriangleFilled({x - half, top - half}, {x + half, top - half}, {x, top + half},
                             packed(ui.colours.mark));
    } else {
      const ImVec2 where = plot.at(mark.week, at(*curve, mark.week).middle);
      list.AddLine({x, a.min.y}, {x, where.y}, packed(ui.colours.hairline), ui.px(1));
      list.AddCircleFilled(where, ui.px(4.5f), packed(ui.colours.panel));
      list.AddCircle(where, ui.px(4.5f), packed(ui.colours.accent), 0, ui.px(2));
    }
    word(x, mark.words,
         mark.kind == Kind::toxin    ? ui.colours.mark
         : mark.kind == Kind::filler ? ui.colours.filler
                                     : ui.colours.text_quiet);
  }
}

void draw_claims(const Ui& ui, const Plot& plot, const std::vector<Claim>& claims, simulation::Region region,
                 float top, float height) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  static constexpr std::string_view kLanes[] = {"timeline.leaflets", "timeline.trials"};
  static constexpr std::string_view kKinds[] = {"claim.onset", "claim.peak", "claim.lasts"};
  for (int lane = 0; lane < 2; ++lane) {
    const float y0 = top + static_cast<float>(lane) * height, y1 = y0 + height - ui.px(3);
    const std::string name = ui.say(kLanes[lane]);
    const ImVec2 size = text_size(ui, TextStyle::caption, name);
    draw_text_at(ui, list, TextStyle::caption, {plot.area.min.x - size.x - ui.px(8), (y0 + y1 - size.y) / 2},
                 ui.colours.text_quiet, name);
    float used_to = -FLT_MAX;
    for (const Claim& claim : claims) {
      if (claim.region != region || static_cast<int>(claim.source) != lane) continue;
      const float x0 = plot.x(std::min(claim.from_week, plot.last_week));
      const float x1 = std::max(plot.x(std::min(claim.to_week, plot.last_week)), x0 + ui.px(3));
      const Colour colour = ui.colours.band_edge;
      if (claim.kind == ClaimKind::peak)
        list.AddRectFilled({x0, y0}, {x1, y1}, packed(colour), ui.px(3));
      else
        list.AddRect({x0, y0}, {x1, y1}, packed(colour), ui.px(3), 0, ui.px(1.5f));
      const std::string& words = ui.say(kKinds[static_cast<int>(claim.kind)]);
      const ImVec2 w = text_size(ui, TextStyle::caption, words);
      if (x1 - x0 < w.x + ui.px(8) || x0 < used_to) continue;
      const bool filled = claim.kind == ClaimKind::peak;
      draw_text_at(ui, list, TextStyle::caption, {(x0 + x1 - w.x) / 2, (y0 + y1 - w.y) / 2},
                   filled ? ui.colours.panel : ui.colours.text_quiet, words);
      used_to = x1;
    }
  }
}

void draw_second_knob(const Ui& ui, const Plot& plot, const Curve& curve, double week) {
  if (curve.points.empty()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 where = plot.at(week, at(curve, week).middle);
  list.AddCircleFilled(where, ui.px(7.0f), packed(ui.colours.panel), 32);
  list.AddCircleFilled(where, ui.px(5.0f), packed(ui.colours.second), 32);
}

void draw_play_head(const Ui& ui, const Plot& plot, const Curve* curve, double week, float knob) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = plot.x(week);
  const Area& a = plot.area;
  list.AddLine({x, a.min.y - ui.px(2)}, {x, a.max.y}, packed(ui.colours.accent), ui.px(2));
  const float y = curve && !curve->points.empty() ? plot.y(at(*curve, week).middle) : (a.min.y + a.max.y) / 2;
  list.AddCircleFilled({x, y}, knob + ui.px(2.5f), packed(ui.colours.panel), 32);
  list.AddCircleFilled({x, y}, knob, packed(ui.colours.accent), 32);
}

}  // namespace app
