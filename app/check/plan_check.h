#pragma once

#include <vector>

#include "app/check/finding.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "simulation/plan/plan.h"

namespace app {

/// Compares a readable plan with labels, studied doses and what a careful colleague would ask, worst first
/// (worst_first()). Each thing is told once for the whole plan: its field is that of the first session it
/// holds of, its text names the weeks of all. An error is a dose above a label's ceiling. Free points count
/// toward what a session holds; what they lie over is known on a body only (free_point_check.h). Throws
/// AssetError for a missing text.
std::vector<Finding> check_plan(const simulation::Plan& plan, const Limits& limits, const Texts& texts);

/// What pictures of the plans are marked with, in words: the worse of both; empty for plans within what is
/// known. `second` may be null.
std::string stamp_of(const simulation::Plan& plan, const simulation::Plan* second, const Limits& limits,
                     const Texts& texts);

}  // namespace app
