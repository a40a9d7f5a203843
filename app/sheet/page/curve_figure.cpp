#include "app/sheet/page/curve_figure.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr Style kSmall{7.0, PANGO_WEIGHT_NORMAL, kQuiet};

/// Where the curve itself lies in its figure.
struct Field {
  double left, right, top, bottom;
  const SheetCurve& curve;

  double x(double week) const { return left + week / curve.last_week * (right - left); }
  double y(double value) const {
    return bottom - (value - curve.low) / (curve.high - curve.low) * (bottom - top);
  }
};

Style aligned(Style style, PangoAlignment align) {
  style.align = align;
  return style;
}

/// The widest words left of the field.
double axis_width(Pen& pen, const SheetCurve& curve) {
  double widest = 0.0;
  widest = pen.width_of(curve.months_name, kSmall);
  for (const SheetTick& tick : curve.values) widest = std::max(widest, pen.width_of(tick.words, kSmall));
  for (const SheetCurve::Lane& lane : curve.lanes) widest = std::max(widest, pen.width_of(lane.name, kSmall));
  return widest + pen.px(6);  // one more than words are kept off: rounding must not break them
}

void draw_axes(Pen& pen, const Field& field, double left) {
  const double half = pen.line_height(kSmall) / 2;
  for (const SheetTick& tick : field.curve.values) {
    const double y = field.y(tick.at);
    pen.line({{field.left, y}, {field.right, y}}, kHairline, 0.5);
    pen.words({left, y - half}, field.left - left - pen.px(5), tick.words,
              aligned(kSmall, PANGO_ALIGN_RIGHT));
  }
  pen.line({{field.left, field.bottom}, {field.right, field.bottom}}, kEdge, 0.6);
  pen.words({left, field.bottom + pen.px(3)}, field.left - left - pen.px(5), field.curve.months_name,
            aligned(kSmall, PANGO_ALIGN_RIGHT));
  double used_to = -1e9;  // right end of the words below the field
  for (const SheetTick& tick : field.curve.months) {
    const double x = field.x(tick.at), wide = pen.width_of(tick.words, kSmall);
    pen.line({{x, field.bottom}, {x, field.bottom + pen.px(2.5)}}, kEdge, 0.6);
    const double start = std::min(x - wide / 2, field.right - wide);
    if (start < used_to) continue;
    pen.words({start, field.bottom + pen.px(3)}, 0.0, tick.words, kSmall);
    used_to = start + wide + pen.px(4);
  }
}

void draw_band(Pen& pen, const Field& field) {
  const auto& points = field.curve.points;
  std::vector<Spot> outline, top, bottom, middle;
  for (const auto& p : points) {
    top.push_back({field.x(p.week), field.y(p.high)});
    bottom.push_back({field.x(p.week), field.y(p.low)});
    middle.push_back({field.x(p.week), field.y(p.middle)});
  }
  outline = top;
  outline.insert(outline.end(), bottom.rbegin(), bottom.rend());
  pen.area(outline, kBand);
  pen.line(top, kBandEdge, 0.5);
  pen.line(bottom, kBandEdge, 0.5);
  pen.line(middle, kAccent, 1.6);
}

double middle_at(const SheetCurve& curve, double week) {
  const auto& points = curve.points;
  const auto next = std::lower_bound(points.begin(), points.end(), week,
                                     [](const auto& p, double w) { return p.week < w; });
  if (next == points.begin()) return points.front().middle;
  if (next == points.end()) return points.back().middle;
  const double share = (week - (next - 1)->week) / (next->week - (next - 1)->week);
  return (next - 1)->middle + share * (next->middle - (next - 1)->middle);
}

const Ink& colour_of(SheetCurve::Mark kind) {
  if (kind == SheetCurve::Mark::session) return kMark;
  return kind == SheetCurve::Mark::filler ? kFiller : kQuiet;
}

void draw_marks(Pen& pen, const Field& field) {
  double used_to = -1e9;  // right end of the words above the field
  const auto& marks = field.curve.marks;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const SheetCurve::Marked& mark = marks[i];
    const double x = field.x(mark.tick.at), top = field.top;
    const Ink& colour = colour_of(mark.kind);
    if (mark.kind == SheetCurve::Mark::turn) {
      const Spot on{x, field.y(middle_at(field.curve, mark.tick.at))};
      pen.line({{x, top}, on}, kHairline, 0.5);
      pen.disc(on, pen.px(2.6), ink(0xFFFFFF));
      pen.ring(on, pen.px(2.6), kAccent, 1.2);
    } else {
      pen.dashes({x, top}, {x, field.bottom}, colour, 0.9, 2.2);
      const double half = pen.px(2.6), y = top - pen.px(3);
      if (mark.kind == SheetCurve::Mark::session)
        pen.area({{x - half, y - half}, {x + half, y - half}, {x, y + half}}, colour);
      else
        pen.area({{x - half, y}, {x, y - half}, {x + half, y}, {x, y + half}}, colour);
    }
    const Style style{7.0, PANGO_WEIGHT_MEDIUM, colour};
    const double wide = pen.width_of(mark.tick.words, style);
    const double start = std::min(x + pen.px(4), field.right - wide);
    // Words of one treatment do not lie on the sign of the next.
    const bool covers =
        std::any_of(marks.begin() + static_cast<std::ptrdiff_t>(i) + 1, marks.end(), [&](const auto& next) {
          return next.kind != SheetCurve::Mark::turn && field.x(next.tick.at) < start + wide + pen.px(3);
        });
    if (mark.tick.words.empty() || start < used_to || covers) continue;
    pen.words({start, top - pen.line_height(style) - pen.px(0.5)}, 0.0, mark.tick.words, style);
    used_to = start + wide + pen.px(4);
  }
}

void draw_lanes(Pen& pen, const Field& field, double left, double top, double height) {
  const Style inside{6.4, PANGO_WEIGHT_MEDIUM, kQuiet};
  for (const SheetCurve::Lane& lane : field.curve.lanes) {
    const double text_top = top + (height - pen.line_height(kSmall)) / 2;
    pen.words({left, text_top}, field.left - left - pen.px(5), lane.name, aligned(kSmall, PANGO_ALIGN_RIGHT));
    double used_to = -1e9;
    for (const SheetCurve::Claim& claim : lane.claims) {
      const double from = field.x(claim.from_week);
      const double until = std::max(field.x(claim.until_week), from + pen.px(2));
      const Spot at{from, top + pen.px(1)};
      if (claim.filled)
        pen.fill(at, until - from, height - pen.px(2), kBandEdge, pen.px(2));
      else
        pen.frame(at, until - from, height - pen.px(2), kBandEdge, pen.px(2), 0.7);
      Style style = inside;
      if (claim.filled) style.colour = ink(0xFFFFFF);
      const double wide = pen.width_of(claim.words, style);
      if (until - from < wide + pen.px(3) || from < used_to) continue;
      pen.words({(from + until - wide) / 2, top + (height - pen.line_height(style)) / 2}, 0.0, claim.words,
                style);
      used_to = until;
    }
    top += height;
  }
}

}  // namespace

void draw_curve(Pen& pen, Spot at, double width, double height, const SheetCurve& curve) {
  if (curve.points.empty()) return;
  const double small = pen.line_height(kSmall), lane = small + pen.px(3);
  const double below = pen.px(4) + small + (curve.lanes.empty() ? 0.0 : pen.px(2)) +
                       lane * static_cast<double>(curve.lanes.size());
  const Field field{at.x + axis_width(pen, curve), at.x + width - pen.px(2), at.y + small + pen.px(4),
                    at.y + height - below, curve};
  draw_axes(pen, field, at.x);
  draw_band(pen, field);
  draw_marks(pen, field);
  draw_lanes(pen, field, at.x, field.bottom + pen.px(6) + small, lane);
}

}  // namespace app
