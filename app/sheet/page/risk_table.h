#pragma once

#include "app/sheet/page/pen.h"
#include "app/sheet/page/sheet.h"

namespace app {

/// Side effects with and without treatment as arrays of 100 people, one row each, and their numbers in words.
/// Returns the height.
double draw_risks(Pen& pen, Spot at, double width, const Sheet& sheet);

}  // namespace app
