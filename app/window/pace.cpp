#include "app/window/pace.h"

#include <algorithm>

namespace app {
namespace {

constexpr int kFramesAfterEvent = 3;  // widgets that depend on last frame's layout settle in two
constexpr double kTooltipS = 0.8;     // a tooltip opens within this time of the last move
constexpr double kDozeS = 0.1;
constexpr double kSleepS = 1.0;

}  // namespace

double Pace::since(Clock::time_point then) {
  return std::chrono::duration<double>(Clock::now() - then).count();
}

double Pace::quiet_s() const {
  return since(last_event_);
}

double Pace::wait_s(bool moving) const {
  if (moving || frames_ > 0) return 0.0;
  if (quiet_s() >= kTooltipS) return kSleepS;
  return std::max(0.0, kDozeS - since(last_due_));
}

bool Pace::frame_due(bool happened, bool moving) {
  if (happened) {
    frames_ = kFramesAfterEvent;
    last_event_ = Clock::now();
  }
  // Between them there is time for other work.
  const bool doze = quiet_s() < kTooltipS + kDozeS && since(last_due_) >= kDozeS;
  if (frames_ == 0 && !moving && !doze) return false;
  frames_ = std::max(0, frames_ - 1);
  last_due_ = Clock::now();
  return true;
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
