#pragma once

#include "app/sheet/page/pen.h"
#include "app/sheet/page/sheet.h"

namespace app {

/// The curve with its band in a figure of that size from its upper left corner: value axis left, marks above,
/// months and lanes below. The height holds all of it.
void draw_curve(Pen& pen, Spot at, double width, double height, const SheetCurve& curve);

}  // namespace app
