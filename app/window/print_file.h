#pragma once

#include <filesystem>

#include "app/sheet/page/sheet.h"

namespace app {

/// Sent to the system's printer, shown in the desktop's own viewer, from which it can be printed, or neither.
enum class Printed { sent, opened, failed };

/// Prints a PDF through the system: by `lp`, else `xdg-open` shows it. Waits a few seconds at most.
Printed print_file(const std::filesystem::path& file, Paper paper);

}  // namespace app
