#include "app/sheet/page/layout.h"

#include <algorithm>

#include "app/sheet/page/curve_figure.h"
#include "app/sheet/page/page.h"
#include "app/sheet/page/risk_table.h"

namespace app {
namespace {

constexpr double kGutter = 20.0;  // between columns
constexpr double kPictureGap = 8.0;
constexpr double kPictureAspect = 7.0 / 9.0;  // height by width, of pictures without pixels
constexpr double kLeftShare = 0.56;           // of two columns

constexpr Style kTitle{19.0, PANGO_WEIGHT_SEMIBOLD, kText};
constexpr Style kSubtitle{9.5, PANGO_WEIGHT_NORMAL, kQuiet};
constexpr Style kDate{9.0, PANGO_WEIGHT_NORMAL, kQuiet, PANGO_ALIGN_RIGHT};
constexpr Style kHeading{10.5, PANGO_WEIGHT_SEMIBOLD, kAccent};
constexpr Style kBodyStyle{kBody, PANGO_WEIGHT_NORMAL, kText};
constexpr Style kCaption{8.6, PANGO_WEIGHT_MEDIUM, kText, PANGO_ALIGN_CENTER};
constexpr Style kRange{8.2, PANGO_WEIGHT_NORMAL, kQuiet, PANGO_ALIGN_CENTER};
constexpr Style kNote{7.4, PANGO_WEIGHT_NORMAL, kQuiet};
constexpr Style kNotice{9.0, PANGO_WEIGHT_NORMAL, kOnWarn};
constexpr Style kSource{7.0, PANGO_WEIGHT_NORMAL, kQuiet};
constexpr Style kDecide{9.5, PANGO_WEIGHT_NORMAL, kOnSoft};
constexpr Style kLabel{9.0, PANGO_WEIGHT_SEMIBOLD, kText};
constexpr Style kMaker{7.0, PANGO_WEIGHT_NORMAL, kQuiet, PANGO_ALIGN_RIGHT};

std::string joined(const SheetRow& row) {
  return row.name.empty() ? row.text : row.name + " " + row.text;
}

}  // namespace

double Page::heading(Spot at, double width, const std::string& words) {
  const Pen::Part part(pen_, "H2");
  return pen_.words(at, width, words, kHeading) + pen_.px(2.5);
}

double Page::paragraph(Spot at, double width, const std::string& words, const Style& style, double after) {
  if (words.empty()) return 0.0;
  const Pen::Part part(pen_, "P");
  return pen_.words(at, width, words, style) + pen_.px(after);
}

double Page::head(double y) {
  const double date = pen_.width_of(sheet_.date, kDate) + pen_.px(4);
  double height = 0.0;
  {
    const Pen::Part part(pen_, "H1");
    height = pen_.words({kMargin, y}, width_ - date - pen_.px(12), sheet_.title, kTitle);
  }
  {
    const Pen::Part part(pen_, "P");
    pen_.words({kMargin + width_ - date, y + pen_.px(10)}, date, sheet_.date, kDate);
  }
  height += paragraph({kMargin, y + height}, width_, sheet_.subtitle, kSubtitle, 5.0);
  pen_.fill({kMargin, y + height}, width_, pen_.px(1.6), kAccent);
  return height + pen_.px(9);
}

double Page::box(Spot at, double width, const SheetRow& row, const Style& style, const Ink& ground,
                 double pad, double inset) {
  const double inner = width - 2 * inset;
  const double high = pen_.measuring().words({}, inner, joined(row), style, row.name.size()) + 2 * pad;
  pen_.fill(at, width, high, ground, pen_.px(3));
  const Pen::Part part(pen_, "P");
  pen_.words({at.x + inset, at.y + pad}, inner, joined(row), style, row.name.size());
  return high;
}

double Page::notices(double y) {
  const double top = y;
  for (const SheetRow& notice : sheet_.notices)
    y += box({kMargin, y}, width_, notice, kNotice, kWarnGround, pen_.px(4.5), pen_.px(8)) + pen_.px(5);
  return y - top + (sheet_.notices.empty() ? 0.0 : pen_.px(2));
}

double Page::pictures(double y) {
  const std::size_t shown = std::min(fit_.pictures, sheet_.pictures.size());
  if (shown == 0) return 0.0;
  const double columns = static_cast<double>(std::max<std::size_t>(3, shown));
  const double gap = pen_.px(kPictureGap), side = (width_ - (columns - 1) * gap) / columns;
  double row = 0.0;
  for (std::size_t i = 0; i < shown; ++i) {
    const SheetPicture& picture = sheet_.pictures[i];
    const double x = kMargin + static_cast<double>(i) * (side + gap);
    const render::Image& image = picture.image;
    const double high =
        side * (image.width > 0 ? static_cast<double>(image.height) / image.width : kPictureAspect);
    {
      const Pen::Part part(pen_, "Figure");
      pen_.picture({x, y}, side, picture.image);
    }
    const Pen::Part part(pen_, "Caption");
    double under = high + pen_.px(3);
    under += pen_.words({x, y + under}, side, picture.caption, kCaption);
    under += pen_.words({x, y + under}, side, picture.range, kRange);
    row = std::max(row, under);
  }
  // The room of a picture that is not there is the plan's.
  double beside = 0.0;
  if (shown < 3) {
    const double x = kMargin + static_cast<double>(shown) * (side + gap) + pen_.px(4);
    beside = plan({x, y}, kMargin + width_ - x);
  }
  row = std::max(row, beside) + pen_.px(1.5);
  return row + paragraph({kMargin, y + row}, width_, sheet_.pictures_note, kNote, 9.0);
}

double Page::curve(Spot at, double width) {
  double y = at.y + heading(at, width, sheet_.curve.title);
  {
    const Pen::Part part(pen_, "Figure");
    if (pen_.draws()) draw_curve(pen_, {at.x, y}, width, fit_.curve, sheet_.curve);
  }
  y += fit_.curve + pen_.px(3);
  y += paragraph({at.x, y}, width, sheet_.curve.key, kNote, 3.0);
  y += paragraph({at.x, y}, width, sheet_.curve.summary, kBodyStyle, 0.0);
  return y - at.y;
}

double Page::plan(Spot at, double width) {
  double y = at.y + heading(at, width, sheet_.plan_title);
  for (const SheetRow& row : sheet_.plan) {
    const Pen::Part part(pen_, "P");
    y += pen_.words({at.x, y}, width, joined(row), row.name.empty() ? kNote : kBodyStyle, row.name.size()) +
         pen_.px(3.5);
  }
  return y - at.y;
}

double Page::expect(Spot at, double width) {
  double y = at.y + heading(at, width, sheet_.expect_title);
  double names = 0.0;
  Style strong = kBodyStyle;
  strong.weight = PANGO_WEIGHT_SEMIBOLD;
  for (const SheetRow& row : sheet_.expect) names = std::max(names, pen_.width_of(row.name, strong));
  names = std::min(names, 0.3 * width) + pen_.px(8);
  const Pen::Part table(pen_, "Table");
  for (const SheetRow& row : sheet_.expect) {
    const Pen::Part line(pen_, "TR");
    double high = 0.0;
    {
      const Pen::Part cell(pen_, "TH");
      high = pen_.words({at.x, y}, names - pen_.px(6), row.name, strong);
    }
    {
      const Pen::Part cell(pen_, "TD");
      high = std::max(high, pen_.words({at.x + names, y}, width - names, row.text, kBodyStyle));
    }
    y += high + pen_.px(4);
  }
  y += paragraph({at.x, y}, width, sheet_.expect_note, kNote, 2.0);
  return y - at.y;
}

double Page::risks(Spot at, double width) {
  if (sheet_.risks.empty() && sheet_.risk_notes.empty()) return 0.0;
  double y = at.y + heading(at, width, sheet_.risks_title);
  y += draw_risks(pen_, {at.x, y}, width, sheet_);
  for (const std::string& note : sheet_.risk_notes) y += paragraph({at.x, y}, width, note, kBodyStyle, 3.0);
  return y - at.y + pen_.px(4);
}

double Page::help_height(double width) {
  if (sheet_.help.text.empty()) return 0.0;
  Page measure(pen_.measuring(), sheet_, fit_);
  return measure.box({}, width, sheet_.help, kNotice, kWarnGround, pen_.px(6), pen_.px(6));
}

double Page::help(Spot at, double width) {
  if (sheet_.help.text.empty()) return 0.0;
  return box(at, width, sheet_.help, kNotice, kWarnGround, pen_.px(6), pen_.px(6)) + pen_.px(8);
}

double Page::limits(Spot at, double width) {
  double y = at.y + heading(at, width, sheet_.limits_title);
  for (const std::string& line : sheet_.limits) y += paragraph({at.x, y}, width, line, kBodyStyle, 3.0);
  return y - at.y;
}

double Page::evidence(double y) {
  const double top = y;
  pen_.fill({kMargin, y}, width_, 0.6, kHairline);
  y += pen_.px(6);
  Style title = kHeading;
  title.size = 8.6;
  {
    const Pen::Part part(pen_, "H2");
    y += pen_.words({kMargin, y}, width_, sheet_.evidence_title, title) + pen_.px(1.5);
  }
  for (const std::string& line : sheet_.evidence) y += paragraph({kMargin, y}, width_, line, kSource, 1.0);
  return y - top;
}

double Page::body() {
  double y = kMargin;
  y += head(y);
  y += notices(y);
  y += pictures(y);
  const double gap = pen_.px(kGutter), left = kLeftShare * (width_ - gap), right = width_ - gap - left;
  const double second = kMargin + left + gap;
  const bool plan_above = std::min(fit_.pictures, sheet_.pictures.size()) < 3;
  bool helped = false;
  bool limited = false;
  if (plan_above) {
    const double drawn = curve({kMargin, y}, left);
    const double helped_to = help({second, y}, right);
    y += std::max(drawn, helped_to + limits({second, y + helped_to}, right)) + pen_.px(8);
    helped = limited = true;
  } else {
    const double drawn = curve({kMargin, y}, left);
    // The plan is short mostly: the room under it is for what must not be overlooked.
    const double planned = plan({second, y}, right) + pen_.px(6);
    helped = planned + help_height(right) <= drawn;
    y += std::max(drawn, planned + (helped ? help({second, y + planned}, right) : 0.0)) + pen_.px(8);
  }
  const double told = expect({kMargin, y}, left);
  double down = risks({second, y}, right);
  if (!helped) down += help({second, y + down}, right);
  // Where the right column is the longer one, what it cannot do stands in the left.
  if (limited)
    y += std::max(told, down);
  else if (down > told + pen_.px(30))
    y += std::max(told + limits({kMargin, y + told + pen_.px(4)}, left) + pen_.px(4), down);
  else
    y += std::max(told, down + limits({second, y + down}, right));
  y += pen_.px(6);
  y += evidence(y);
  return y;
}

double Page::foot(double y) {
  const double pad = pen_.px(6), top = y;
  y += box({kMargin, y}, width_, sheet_.decide, kDecide, kAccentSoft, pad, pad) + pen_.px(6);
  const Pen::Part part(pen_, "P");
  const double label = pen_.words({kMargin, y}, width_, sheet_.label, kLabel);
  pen_.words({kMargin, y + pen_.px(1.5)}, width_, sheet_.maker, kMaker);
  return y + label - top;
}

}  // namespace app
