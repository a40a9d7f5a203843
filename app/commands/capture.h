#pragma once

#include <ostream>

#include "app/base/error.h"
#include "app/commands/command_line.h"
#include "app/files/paths.h"

namespace app {

/// Takes the stills and the clip. Everything that can be wrong is checked before the first pixel; each file
/// appears whole or not at all. Throws InputError, AssetError, render::GraphicsError, and DifferenceError
/// when a picture differs from its reference. `notes` is told of a stamp.
void run_capture(const CaptureArguments& arguments, const Paths& paths, std::ostream& notes);

}  // namespace app
