#pragma once

#include "app/commands/command_line.h"
#include "app/error.h"
#include "app/files/paths.h"

namespace app {

/// Opens the consultant's window on a plan (or the example plans) and returns when it is closed. Throws
/// InputError for the plan, AssetError, render::GraphicsError.
ExitCode run_consultant(const WindowArguments& arguments, const Paths& paths);

/// Opens the kiosk, full screen, and returns when staff typed the PIN of its config file. Throws as above.
ExitCode run_kiosk(const KioskArguments& arguments, const Paths& paths);

}  // namespace app
