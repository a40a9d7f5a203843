#include "app/window/view/quality_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace app {
namespace {

constexpr int kSteps = 4;
/// Slower than this is seen as a stutter; faster, with the rest of the window, makes 30 frames a second.
constexpr double kSlowMs = 40.0;
constexpr double kFastMs = 25.0;
/// So much lateness is felt.
constexpr double kPatienceMs = 100.0;
constexpr double kEasyMs = 200.0;
/// A frame is on the screen at least this long.
constexpr double kShownMs = 1000.0 / 60.0;
/// Time of each step as a share of the full one: assumed, on the low side, so that the guess at a finer step
/// is rather too long than too short.
constexpr std::array<double, kSteps> kCost = {1.0, 0.8, 0.45, 0.22};

}  // namespace

void QualitySteps::change(int by) {
  step_ = static_cast<QualityStep>(std::clamp(static_cast<int>(step_) + by, 0, kSteps - 1));
  late_ms_ = easy_ms_ = 0.0;
}

void QualitySteps::add_frame(double milliseconds) {
  if (!std::isfinite(milliseconds) || milliseconds <= 0.0) return;
  late_ms_ = std::max(0.0, late_ms_ + milliseconds - kSlowMs);
  // Far too slow: one step would not do.
  if (late_ms_ > kPatienceMs && step_ != QualityStep::half)
    return change(milliseconds > 2.0 * kSlowMs ? 2 : 1);
  if (step_ == QualityStep::full) return;
  const auto step = static_cast<std::size_t>(step_);
  const bool easy = milliseconds * kCost[step - 1] / kCost[step] < kFastMs;
  easy_ms_ = easy ? easy_ms_ + std::max(milliseconds, kShownMs) : 0.0;
  if (easy_ms_ >= kEasyMs - 0.01) change(-1);
}

}  // namespace app
