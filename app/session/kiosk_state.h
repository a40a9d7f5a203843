#pragma once

#include <string>

#include "simulation/plan/plan.h"

namespace app {

enum class KioskScreen { attract, notice, main };

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

struct KioskState {
  KioskSettings settings;
  KioskScreen screen = KioskScreen::attract;
  double idle_s = 0.0;       // since the last touch
  bool still_there = false;  // the question is on screen
  double countdown_s = 0.0;  // left to answer it
  bool pin_pad = false;
  std::string pin;  // digits typed so far
  bool pin_wrong = false;
  bool operator==(const KioskState&) const = default;
};

}  // namespace app
