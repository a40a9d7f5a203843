#include "app/window/view/quality_steps.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr int kSteps = 4;
/// Slower than this is seen as a stutter; faster, with the rest of the window, makes 30 frames a second.
constexpr double kSlowMs = 40.0;
constexpr double kFastMs = 25.0;
constexpr std::size_t kFramesToCoarser = 4;
constexpr std::size_t kFramesToFiner = 12;
/// Time of each step as a share of the full one: assumed, on the low side, so that the guess at a finer step
/// is rather too long than too short.
constexpr std::array<double, kSteps> kCost = {1.0, 0.8, 0.45, 0.22};

std::size_t index_of(QualityStep step) {
  return static_cast<std::size_t>(step);
}

}  // namespace

double QualitySteps::median(std::size_t count) const {
  std::array<double, kFramesToFiner> times{};
  for (std::size_t i = 0; i < count; ++i) times[i] = last_ms_[(frames_ - 1 - i) % last_ms_.size()];
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(times.begin(), middle, times.begin() + static_cast<std::ptrdiff_t>(count));
  return *middle;
}

void QualitySteps::change(int by) {
  step_ = static_cast<QualityStep>(std::clamp(static_cast<int>(step_) + by, 0, kSteps - 1));
  frames_ = 0;
}

void QualitySteps::add_frame(double milliseconds) {
  if (!std::isfinite(milliseconds) || milliseconds <= 0.0) return;
  last_ms_[frames_ % last_ms_.size()] = milliseconds;
  ++frames_;
  if (frames_ >= kFramesToCoarser && step_ != QualityStep::half) {
    const double now = median(kFramesToCoarser);
    // Far too slow: one step would not do.
    if (now > kSlowMs) return change(now > 2.0 * kSlowMs ? 2 : 1);
  }
  if (frames_ < kFramesToFiner || step_ == QualityStep::full) return;
  const double finer = median(kFramesToFiner) * kCost[index_of(step_) - 1] / kCost[index_of(step_)];
  if (finer < kFastMs) change(-1);
}

}  // namespace app
