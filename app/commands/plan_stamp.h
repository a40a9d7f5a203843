#pragma once

#include <filesystem>
#include <ostream>

#include "app/check/finding.h"
#include "app/files/paths.h"
#include "simulation/plan/plan.h"

namespace app {

/// The stamp of what is made of a plan (stamp_of()), told in one line that names the plan's file. Throws
/// AssetError.
Stamp tell_stamp(const std::filesystem::path& file, const simulation::Plan& plan, const Paths& paths,
                 std::ostream& notes);

}  // namespace app
