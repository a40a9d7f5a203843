#include "simulation/face/fold.h"

#include <algorithm>
#include <cmath>

#include "simulation/measure/smooth.h"

namespace simulation {

double shortening(double rest_mm, double now_mm, double slack) {
  return std::clamp(1.0 - now_mm / rest_mm - slack, 0.0, 1.0);
}

double fold_amplitude_mm(double shortening, double wavelength_mm, double share) {
  const double e = std::clamp(shortening, 0.0, 1.0);
  return wavelength_mm / kPi * std::sqrt(e * (1.0 - e)) * share;
}

double deepest_fold_mm(double shortening, double pitch_mm) {
  return 2.0 * pitch_mm / kPi * std::sqrt(std::clamp(shortening, 0.0, 1.0));
}

}  // namespace simulation
