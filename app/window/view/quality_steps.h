#pragma once

namespace app {

/// What the model view spends on a picture of what changes, finest first. Stills and a view at rest have the
/// best.
enum class QualityStep { full, fewer_samples, three_quarters, half };

/// Chooses the step by the time that frames take, with hysteresis. Time counts, not frames: one frame of a
/// third of a second is enough to become coarser, slightly slow ones have to add up; a fifth of a second of
/// frames that would be fast enough at the next finer step makes it finer. Nothing in between changes it.
/// Knows no clock.
class QualitySteps {
 public:
  explicit QualitySteps(QualityStep first = QualityStep::full) : step_(first) {}

  /// Time that the model took at step() in one frame in which something changed, ms, > 0; other values are
  /// not counted.
  void add_frame(double milliseconds);
  QualityStep step() const { return step_; }

 private:
  void change(int by);

  QualityStep step_;
  double late_ms_ = 0.0;  // by which frames at this step were too slow, less what fast ones made up for
  double easy_ms_ = 0.0;  // spent on frames in a row that a finer step could have had
};

}  // namespace app
