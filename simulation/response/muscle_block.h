#pragma once

#include <optional>
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
  /// `d50` is the dose for half block in reference units before each person's own factor. Its doses are made
  /// known to `toxin`, which is of the same people; they must outlive it. `area` and `side`: whose factors on
  /// that dose hold, none if absent. `reach`: each person's own factor on the doses; none if null.
  struct Place {
    std::optional<DoseArea> area;
    std::optional<BodySide> side;
    double PersonDraw::*reach = nullptr;
  };
  MuscleBlock(const std::vector<DoseEvent>& events, double d50, double ceiling_sharpness,
              std::span<const PersonDraw> people, ToxinLevels& toxin, const Place& place);

  /// Mean over the end plates of the block, per person, on the day that `toxin` is at; `block` has one entry
  /// per person.
  void at(const ToxinLevels& toxin, std::span<double> block) const;

 private:
  void at_one_pattern(const ToxinLevels& toxin, std::span<double> block) const;
  void at_many_patterns(const ToxinLevels& toxin, std::span<double> block) const;

  std::span<const PersonDraw> people_;
  std::vector<std::size_t> doses_;  // of the events, as the toxin numbers them
  std::size_t course_ = 0;          // of one_pattern_
  bool one_pattern_ = true;         // every event leaves the same dose at the same places
  // Local dose over the dose for half block: [event][person][sample], raised to the exponent if one_pattern_
  // (which then keeps the first event alone).
  std::vector<std::vector<std::array<double, kSamples>>> ratios_;
};

}  // namespace simulation
