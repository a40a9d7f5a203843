#pragma once

#include <cstddef>
#include <string>

#include "app/sheet/page/pen.h"
#include "app/sheet/page/sheet.h"

/// What stands where on the sheet's one page.
namespace app {

inline constexpr double kMargin = 32.0;                           // of the page; printers keep 18 free
inline constexpr double kLeastCurve = 104.0, kMostCurve = 176.0;  // height of the curve's figure

struct Extent {
  double width = 0.0, height = 0.0;
};
inline Extent size_of(Paper paper) {
  return paper == Paper::a4 ? Extent{595.276, 841.89} : Extent{612.0, 792.0};
}

/// What may give way where words are long.
struct Fit {
  double scale = 1.0;
  std::size_t pictures = 3;
  double curve = kLeastCurve;  // height of its figure, points
};

/// The page from top to bottom. Every part draws from a spot down and returns its height.
class Page {
 public:
  Page(Pen pen, const Sheet& sheet, const Fit& fit)
      : pen_(pen),
        sheet_(sheet),
        fit_(fit),
        paper_(size_of(sheet.paper)),
        width_(paper_.width - 2 * kMargin) {}

  /// Height of everything above the foot, and of the foot.
  double body();
  double foot(double y);

 private:
  double heading(Spot at, double width, const std::string& words);
  double paragraph(Spot at, double width, const std::string& words, const Style& style, double after);
  /// Words on a coloured ground; returns its height.
  double box(Spot at, double width, const SheetRow& row, const Style& style, const Ink& ground, double pad,
             double inset);
  double head(double y);
  double notices(double y);
  double pictures(double y);
  double curve(Spot at, double width);
  double plan(Spot at, double width);
  double expect(Spot at, double width);
  double risks(Spot at, double width);
  double help_height(double width);
  double help(Spot at, double width);
  double limits(Spot at, double width);
  double evidence(double y);

  Pen pen_;
  const Sheet& sheet_;
  const Fit& fit_;
  Extent paper_;
  double width_;
};

}  // namespace app
