#include "simulation/response/muscle_size.h"

#include <cmath>

namespace simulation {

double follow(double now, double target, double rise_days, double fall_days, double step_days) {
  const double tau = target > now ? rise_days : fall_days;
  return now + (target - now) * -std::expm1(-step_days / tau);
}

}  // namespace simulation
