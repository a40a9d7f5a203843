#pragma once

#include <array>
#include <cstddef>

namespace app {

/// What the model view spends while something moves, finest first. Stills and a view at rest are always full.
enum class QualityStep { full, fewer_samples, three_quarters, half };

/// Chooses the step by the measured time of the frames just drawn, with hysteresis: a few slow frames make it
/// coarser, many that would be fast enough at the next finer step make it finer, nothing in between changes
/// it. Knows no clock.
class QualitySteps {
 public:
  explicit QualitySteps(QualityStep first = QualityStep::full) : step_(first) {}

  /// Time that the model took at step() in one frame while something moved, ms, > 0; other values are not
  /// counted.
  void add_frame(double milliseconds);
  QualityStep step() const { return step_; }

 private:
  void change(int by);
  /// Middle of the last `count` frames.
  double median(std::size_t count) const;

  QualityStep step_;
  std::array<double, 12> last_ms_{};  // a ring
  std::size_t frames_ = 0;            // at this step
};

}  // namespace app
