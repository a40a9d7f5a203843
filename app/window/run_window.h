#pragma once

#include <filesystem>

#include "app/base/error.h"
#include "app/files/paths.h"

namespace app {

/// Opens the consultant's window on a plan, a case or a saved picture (empty: the example plans) and a second
/// plan beside it (empty: none), and returns when it is closed. Throws InputError for a plan, AssetError,
/// render::GraphicsError.
ExitCode run_consultant(const std::filesystem::path& file, const std::filesystem::path& beside,
                        const Paths& paths);

/// Opens the kiosk, full screen, and returns when staff typed the PIN of its settings file (empty: built-in
/// settings). It reads what prepare_kiosk() kept, and writes to no cache: nothing that a visitor does stays.
/// Throws as above.
ExitCode run_kiosk(const std::filesystem::path& config, const Paths& paths);

/// At set-up: works out the bodies that the kiosk shows and keeps them. Throws InputError when they cannot be
/// kept, AssetError.
ExitCode prepare_kiosk(const Paths& paths);

}  // namespace app
