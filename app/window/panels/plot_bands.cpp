#include <algorithm>
#include <cmath>

#include "app/body/quantity_words.h"
#include "app/window/panels/plot.h"

namespace app {
namespace {

using Value = double (*)(const CurvePoint&);

double low(const CurvePoint& p) {
  return p.low;
}
double middle(const CurvePoint& p) {
  return p.middle;
}
double high(const CurvePoint& p) {
  return p.high;
}
double low_read(const CurvePoint& p) {
  return p.range().read.low;
}
double high_read(const CurvePoint& p) {
  return p.range().read.high;
}

void fill_band(const Plot& plot, const Curve& curve, Value bottom, Value top, Colour colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& p = curve.points;
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // else every strip of the band gets a visible seam
  for (std::size_t i = 1; i < p.size(); ++i)
    list.AddQuadFilled(plot.at(p[i - 1].week, top(p[i - 1])), plot.at(p[i].week, top(p[i])),
                       plot.at(p[i].week, bottom(p[i])),
                       plot.at(p[i - 1].week, bottom(p[i - 1])), packed(colour));
  list.Flags = flags;
}

/// Of a band behind another one.
Colour fainter(Colour colour) {
  colour.alpha = static_cast<std::uint8_t>(colour.alpha * 3 / 5);
  return colour;
}

void trace(const Plot& plot, const Curve& curve, Value value, Colour colour, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const CurvePoint& point : curve.points) list.PathLineTo(plot.at(point.week, value(point)));
  list.PathStroke(packed(colour), 0, width);
}

/// The typical line in dashes of that many pixels, with gaps of two thirds.
void trace_dashes(const Plot& plot, const Curve& curve, Colour colour, float width, float dash) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float period = dash * 5.0f / 3.0f;
  float phase = 0.0f;
  for (std::size_t i = 1; i < curve.points.size(); ++i) {
    const ImVec2 from = plot.at(curve.points[i - 1].week, curve.points[i - 1].middle);
    const ImVec2 to = plot.at(curve.points[i].week, curve.points[i].middle);
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const auto along = [&](float t) {
      return ImVec2(from.x + (to.x - from.x) * t / length, from.y + (to.y - from.y) * t / length);
    };
    for (float t = 0.0f; t < length;) {
      const float step = std::min((phase < dash ? dash : period) - phase, length - t) + 1e-3f;
      if (phase < dash) list.AddLine(along(t), along(std::min(t + step, length)), packed(colour), width);
      t += step;
      phase = phase + step >= period ? 0.0f : phase + step;
    }
  }
}

struct KeyItem {
  Colour colour, edge;
  std::string words;
};

std::vector<KeyItem> key_items(const Ui& ui, const Curve& curve) {
  const simulation::Quantity& quantity = quantity_of(curve.quantity);
  if (quantity.told == simulation::Told::share) return {};
  std::vector<KeyItem> items{{ui.colours.band, ui.colours.band_edge, ui.say("timeline.band_people")}};
  if (!has_reading(curve)) return items;
  const bool grade = quantity.told == simulation::Told::grade;
  const Colour faint = fainter(ui.colours.band);
  items.push_back(
      {faint, fainter(ui.colours.band_edge), ui.say(grade ? "timeline.band_rater" : "timeline.band_tape")});
  return items;
}

constexpr float kSwatchDp = 18.0f, kSwatchGapDp = 7.0f;

}  // namespace

bool has_reading(const Curve& curve) {
  return std::any_of(curve.points.begin(), curve.points.end(),
                     [](const CurvePoint& p) { return p.low_error != 0.0 || p.high_error != 0.0; });
}

void draw_band(const Ui& ui, const Plot& plot, const Curve& curve, Bands bands) {
  if (bands == Bands::with_reading && has_reading(curve)) {
    fill_band(plot, curve, low_read, high_read, fainter(ui.colours.band));
    for (const Value edge : {low_read, high_read})
      trace(plot, curve, edge, fainter(ui.colours.band_edge), ui.px(1));
  }
  fill_band(plot, curve, low, high, ui.colours.band);
  trace(plot, curve, low, ui.colours.band_edge, ui.px(1));
  trace(plot, curve, high, ui.colours.band_edge, ui.px(1));
  trace(plot, curve, middle, ui.colours.accent, ui.px(2.5f));
}

void draw_second_band(const Ui& ui, const Plot& plot, const Curve& curve) {
  fill_band(plot, curve, low, high, ui.colours.second_band);
  trace_dashes(plot, curve, ui.colours.second, ui.px(2.5f), ui.px(9));
}

ImVec2 band_key_size(const Ui& ui, const Curve& curve) {
  ImVec2 size(0, 0);
  for (const KeyItem& item : key_items(ui, curve)) {
    const ImVec2 words = text_size(ui, TextStyle::caption, item.words);
    size.x = std::max(size.x, ui.px(kSwatchDp + kSwatchGapDp) + words.x);
    size.y += words.y + ui.px(2);
  }
  return size;
}

void draw_band_key(const Ui& ui, const Curve& curve, ImVec2 at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const KeyItem& item : key_items(ui, curve)) {
    const ImVec2 size = text_size(ui, TextStyle::caption, item.words);
    const float inset = ui.px(3);
    const ImVec2 min(at.x, at.y + inset), max(at.x + ui.px(kSwatchDp), at.y + size.y - inset);
    list.AddRectFilled(min, max, packed(item.colour));
    list.AddLine(min, {max.x, min.y}, packed(item.edge), ui.px(1));
    list.AddLine({min.x, max.y}, max, packed(item.edge), ui.px(1));
    draw_text_at(ui, list, TextStyle::caption, {max.x + ui.px(kSwatchGapDp), at.y}, ui.colours.text_quiet,
                 item.words);
    at.y += size.y + ui.px(2);
  }
}

}  // namespace app
