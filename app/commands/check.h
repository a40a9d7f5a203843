#pragma once

#include <ostream>

#include "app/base/error.h"
#include "app/commands/command_line.h"
#include "app/files/paths.h"

namespace app {

/// Prints one line per finding to `out`. ExitCode::input when there is an error among them. Throws
/// InputError, AssetError.
ExitCode run_check(const CheckArguments& arguments, const Paths& paths, std::ostream& out);

}  // namespace app
