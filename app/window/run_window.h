#pragma once

#include "app/commands/command_line.h"
#include "app/error.h"
#include "app/files/paths.h"

namespace app {

/// The consultant window with a plan, or with the example plan when none is named. Returns when it is closed.
/// Throws InputError for the plan, AssetError, render::GraphicsError without a display.
ExitCode run_consultant(const WindowArguments& arguments, const Paths& paths);

/// The kiosk, full screen. Returns when it is left with its PIN. Throws as run_consultant.
ExitCode run_kiosk(const KioskArguments& arguments, const Paths& paths);

}  // namespace app
