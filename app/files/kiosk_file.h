#pragma once

#include <filesystem>

#include "app/session/kiosk_state.h"

namespace app {

/// Reads a kiosk's settings (format 1). All but `foreshow_kiosk` may be left out: `region` (calf|face),
/// `idle_seconds` (10-3600), `countdown_seconds` (20-300), `hold_seconds` (2-30), `exit_pin` (4 to 12 digits,
/// or empty for no way out by the screen), `text_scale` (1-2), `reduced_motion`. Throws InputError `FILE:
/// field: what is wrong, what was expected`.
KioskSettings read_kiosk_settings(const std::filesystem::path& path);

}  // namespace app
