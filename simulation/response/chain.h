#pragma once

namespace simulation {

/// Rates of the toxin's way into the nerve ending: taken up, translocated, broken down. All per day.
struct ChainRates {
  double uptake = 0.9;
  double translocation = 0.35;
  double decay = 0.02;
};

/// Active toxin inside the nerve endings `day` days after one unit was given: E' = -uptake E,
/// I' = uptake E - translocation I, L' = translocation I - decay L, E(0) = 1. Closed form, also where rates
/// coincide; 0 at and before day 0.
double active_toxin(const ChainRates& rates, double day);

}  // namespace simulation
