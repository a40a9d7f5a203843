#pragma once

#include <deque>
#include <span>
#include <vector>

#include "simulation/response/dose_field.h"
#include "simulation/response/person_draw.h"

namespace simulation {

/// Active toxin per person of one unit given on a day, for all muscles of a plan together: it depends on
/// product and day alone, and years of sessions would else work it out again for every muscle.
class ToxinLevels {
 public:
  /// The people must outlive it.
  explicit ToxinLevels(std::span<const PersonDraw> people) : people_(people) {}

  /// On `day`, of what `event` gave; one value per person, kept until that event is asked for another day.
  std::span<const double> of(const DoseEvent& event, double day);

 private:
  struct Kept {
    Product product;
    double given_day;
    double day;
    std::vector<double> levels;
  };
  std::span<const PersonDraw> people_;
  std::deque<Kept> kept_;  // places stay where they are
};

}  // namespace simulation
