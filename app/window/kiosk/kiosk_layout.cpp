#include <cmath>

#include "app/window/kiosk/kiosk_screens.h"

namespace app {

KioskLayout kiosk_layout(const Session& session, ImVec2 size, float scale) {
  const auto px = [&](float dp) { return std::round(dp * scale); };
  const float label = px(48);
  const bool controls = session.kiosk.screen == KioskScreen::main;
  const float bottom = size.y - label - (controls ? px(size.y / scale < 560.0f ? 164.0f : 196.0f) : 0.0f);
  return {.stage = {{0, 0}, {size.x, bottom}},
          .controls = {{0, bottom}, {size.x, size.y - label}},
          .label = {{0, size.y - label}, size}};
}

}  // namespace app
