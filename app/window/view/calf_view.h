#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/body/outcome.h"
#include "app/body/tape_place.h"
#include "app/window/view/view_data.h"

namespace app {

/// Measures the legs on screen and keeps the figures until something moves: a surface and its sections cost
/// too much for every frame.
class CalfView {
 public:
  /// The outcome of a calf plan.
  void follow(const std::shared_ptr<const Outcome>& outcome, const Moment& moment, const TapePlace& place);

  /// `calf.SIDE.gastrocnemius.thickness` mm, `calf.SIDE.volume_change` mL, `calf.SIDE.largest_inward` mm.
  const std::vector<Reading>& readings() const { return readings_; }
  /// Empty when no tape is shown.
  const std::optional<TapeView>& tape() const { return tape_; }

 private:
  void measure();
  void lay_tape();

  std::shared_ptr<const Outcome> outcome_;
  Moment moment_;
  TapePlace place_;
  Surface before_, now_;   // in one pose
  double widest_t_ = 0.0;  // of the body
  bool curves_fresh_ = false;
  simulation::Sided<std::vector<double>> before_cm_, now_cm_;
  std::vector<Reading> readings_;
  std::optional<TapeView> tape_;
};

}  // namespace app
