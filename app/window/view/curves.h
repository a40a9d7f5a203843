#pragma once

#include <vector>

#include "app/body/outcome.h"
#include "app/window/view/view_data.h"
#include "simulation/prediction/prediction.h"

namespace app {

/// The rows of predict as one curve per quantity, in the rows' order. Shares of people have one line, no
/// band.
std::vector<Curve> curves_of(const std::vector<simulation::PredictionRow>& rows);

/// The chosen responder at a moment, measured as predict measures: from the state that is drawn. Grades,
/// which only a population has, come from the curves.
std::vector<Reading> readings_of(const Outcome& outcome, const Moment& moment,
                                 const std::vector<Curve>& curves);

}  // namespace app
