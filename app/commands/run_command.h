#pragma once

#include "app/commands/command_line.h"
#include "app/error.h"

namespace app {

/// Runs what was asked; output goes to standard output. Throws the errors that describe() knows.
ExitCode run_command(const Command& command);

}  // namespace app
