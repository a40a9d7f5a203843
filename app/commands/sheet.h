#pragma once

#include "app/commands/command_line.h"
#include "app/files/paths.h"

namespace app {

/// Writes the take-home sheet of a plan: a PDF of one page. Throws InputError, AssetError, and what a context
/// without a display throws.
void run_sheet(const SheetArguments& arguments, const Paths& paths);

}  // namespace app
