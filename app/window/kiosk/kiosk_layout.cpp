#include <cmath>

#include "app/window/kiosk/kiosk_screens.h"

namespace app {

KioskLayout kiosk_layout(ImVec2 size, float scale) {
  const auto px = [&](float dp) { return std::round(dp * scale); };
  const float label = px(48);
  // The strip keeps its height on every screen, so that the model does not jump.
  const float height_dp = size.y / scale;
  const float bottom =
      size.y - label - px(height_dp < 480.0f ? 140.0f : (height_dp < 560.0f ? 164.0f : 196.0f));
  return {.stage = {{0, 0}, {size.x, bottom}},
          .controls = {{0, bottom}, {size.x, size.y - label}},
          .label = {{0, size.y - label}, size}};
}

}  // namespace app
