#pragma once

#include "app/body/curve.h"
#include "app/sheet/page/sheet.h"
#include "app/sheet/sheet_facts.h"
#include "simulation/plan/plan.h"

namespace app {

/// The curve of the plan's main quantity with the band of 8 of 10 people, as the timeline draws it: the same
/// axis, turns, sessions and claims. `rows` as predict writes them for that plan; throws
/// std::invalid_argument when they lack that quantity, AssetError for a missing text.
SheetCurve sheet_curve(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows,
                       const SheetFacts& facts);

/// `Most people −2.0 cm to −0.1 cm`: the range of the main quantity at that week.
std::string range_at_week(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows,
                          double week, const Texts& texts);

/// The whole week at which the typical line has changed most; half of the run where it hardly moves.
double peak_week(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows);

}  // namespace app
