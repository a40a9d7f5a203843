#pragma once

#include <vector>

#include "simulation/filler/filler_model.h"
#include "simulation/response/state.h"

namespace simulation {

/// Share of a filler's volume left some weeks after it was placed: 2^-((weeks / half)^shape), 1 at week 0,
/// one half at FillerSiteModel::weeks_to_half, falling and smooth. A low responder's lasts shortest. The
/// figures are trials' shares of people who still look better, read as volume: an assumption. Weeks below 0
/// give 1.
double filler_left(const FillerModel& model, FillerSite site, double weeks, Responder responder);

/// What lifts the skin at a week: the sum over all fillers placed before it. A filler shows from just after
/// its own week, so that a week 0 is always the untreated face.
FillerState filler_state(const std::vector<Filler>& fillers, const FillerModel& model, double week,
                         Responder responder);

/// Share of a static line's depth that is left over `lifting_ml`: 1 without any, falling to 1 - line_lift.
double static_line_left(const FillerModel& model, double lifting_ml);

}  // namespace simulation
