#pragma once

#include <span>
#include <vector>

#include "simulation/response/dose_field.h"
#include "simulation/response/person_draw.h"
#include "simulation/response/toxin_levels.h"

namespace simulation {

/// Highest useful dose: `dose` itself when small, never above `ceiling`; rises with dose throughout.
double with_ceiling(double dose, double ceiling, double sharpness);

/// Share of fibres blocked at a local toxin level `x` (1 = half of block_max).
double hill_block(double x, double exponent, double block_max);

/// Block of one muscle, or a part of one, in every person of a population, from the dose at its end plates.
class MuscleBlock {
 public:
  /// `d50` is the dose for half block in reference units before each person's own factor. The people must
  /// outlive it.
  MuscleBlock(const std::vector<DoseEvent>& events, double d50, double ceiling_sharpness,
              std::span<const PersonDraw> people);

  /// Mean over the end plates of the block on a day, per person; `block` has one entry per person. `toxins`
  /// is of the same people.
  void at(double day, ToxinLevels& toxins, std::span<double> block) const;

 private:
  using Levels = std::vector<std::span<const double>>;  // of the events so far, per person
  /// Sum over the end plates, as a share of the highest block.
  double of_one_pattern(std::size_t person, const Levels& levels) const;
  double of_many_patterns(std::size_t person, const Levels& levels) const;

  std::vector<DoseEvent> events_;
  std::span<const PersonDraw> people_;
  bool one_pattern_ = true;  // every event leaves the same dose at the same places
  // Local dose over the dose for half block: [event][person][sample], raised to the exponent if one_pattern_
  // (which then keeps the first event alone).
  std::vector<std::vector<std::array<double, kSamples>>> ratios_;
};

}  // namespace simulation
