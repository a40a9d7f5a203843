#include "app/window/pace.h"

#include <algorithm>

namespace app {
namespace {

constexpr int kFramesAfterEvent = 3;  // widgets that depend on last frame's layout settle in two
constexpr double kTooltipS = 0.8;     // a tooltip opens within this time of the last move
constexpr double kDozeS = 0.1;
constexpr double kSleepS = 1.0;

}  // namespace

double Pace::quiet_s() const {
  return std::chrono::duration<double>(Clock::now() - last_event_).count();
}

double Pace::wait_s(bool moving) const {
  if (moving || frames_ > 0) return 0.0;
  return quiet_s() < kTooltipS ? kDozeS : kSleepS;
}

bool Pace::frame_due(bool happened, bool moving) {
  if (happened) {
    frames_ = kFramesAfterEvent;
    last_event_ = Clock::now();
  }
  if (frames_ > 0) {
    --frames_;
    return true;
  }
  return moving || quiet_s() < kTooltipS + kDozeS;
}

double Pace::elapsed_s() {
  const Clock::time_point now = Clock::now();
  const double elapsed = std::chrono::duration<double>(now - last_frame_).count();
  last_frame_ = now;
  return std::clamp(elapsed, 0.0, 0.25);
}

void Pace::keep_awake(int frames) {
  frames_ = std::max(frames_, frames);
}

}  // namespace app
