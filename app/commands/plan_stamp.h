#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "app/files/paths.h"
#include "simulation/plan/plan.h"

namespace app {

/// The stamp of what is made of a plan (stamp_of()), told in one line that names the file. `second` may be
/// null. Throws AssetError.
std::string tell_stamp(const std::filesystem::path& file, const simulation::Plan& plan,
                       const simulation::Plan* second, const Paths& paths, std::ostream& notes);

}  // namespace app
