#pragma once

#include <string>

#include "app/files/kiosk_file.h"

namespace app {

enum class KioskScreen { attract, notice, main };

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
