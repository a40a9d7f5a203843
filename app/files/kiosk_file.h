#pragma once

#include <filesystem>
#include <string>

#include "simulation/plan/plan.h"

namespace app {

/// Fixed settings of one kiosk, from its config file.
struct KioskSettings {
  double idle_s = 90.0;       // without a touch, before "Still there?"; 10 to 3600
  double countdown_s = 20.0;  // to answer; 20 to 300
  double hold_s = 5.0;        // how long the corner is held to open the exit; 2 to 30
  std::string exit_pin;       // 4 to 12 digits; empty: no exit from the screen
  simulation::Region region = simulation::Region::calf;
  double text_scale = 1.25;  // 1 to 2
  bool reduced_motion = false;
  bool operator==(const KioskSettings&) const = default;
};

/// Reads a kiosk's settings (format 1). All but `foreshow_kiosk` may be left out: `region` (calf|face),
/// `idle_seconds` (10-3600), `countdown_seconds` (20-300), `hold_seconds` (2-30), `exit_pin` (4 to 12 digits,
/// or empty for no way out by the screen), `text_scale` (1-2), `reduced_motion`. Throws InputError `FILE:
/// field: what is wrong, what was expected`.
KioskSettings read_kiosk_settings(const std::filesystem::path& path);

}  // namespace app
