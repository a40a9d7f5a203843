#include "simulation/response/muscle_size.h"

#include <cmath>

namespace simulation {

double follow(double now, double target, double rise_days, double fall_days, double step_days) {
  return follow_share(now, target, step_share(rise_days, step_days), step_share(fall_days, step_days));
}

double step_share(double tau_days, double step_days) {
  return -std::expm1(-step_days / tau_days);
}

}  // namespace simulation
