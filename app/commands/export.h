#pragma once

#include "app/commands/command_line.h"
#include "app/files/paths.h"

namespace app {

/// Writes the skin of one week in millimetres. Same vertex order at every week, person and responder.
/// Throws InputError, AssetError.
void run_export(const ExportArguments& arguments, const Paths& paths);

}  // namespace app
