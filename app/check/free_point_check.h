#pragma once

#include <vector>

#include "app/body/body.h"
#include "app/check/finding.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "simulation/plan/plan.h"

namespace app {

/// Warnings of free points that lie off the skin, far from any muscle, or where the lifter of the upper lid
/// may be met; empty for a plan without any. Throws AssetError for a missing text, as does check_on_body().
std::vector<Finding> check_free_points(const simulation::Plan& plan, const Body& body,
                                       const simulation::ResponseModel& model, const Limits& limits,
                                       const Texts& texts);

/// check_plan() with each free point counted to the muscle nearest under it, and check_free_points(), worst
/// first.
std::vector<Finding> check_on_body(const simulation::Plan& plan, const Body& body,
                                   const simulation::ResponseModel& model, const Limits& limits,
                                   const Texts& texts);

}  // namespace app
