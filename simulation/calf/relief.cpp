#include "simulation/calf/relief.h"

#include <algorithm>
#include <cmath>

#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

/// Bell in direction (degrees).
double bell(double theta, double centre_deg, double sigma_deg) {
  return gauss(angle_between(theta, radians(centre_deg)), radians(sigma_deg));
}

/// Rises between a and b, falls between c and d.
double span(double t, double a, double b, double c, double d) {
  return ease(a, b, t) * (1.0 - ease(c, d, t));
}

}  // namespace

// Assumption, see the header: 0.62 for a head of 20 mm under 7 mm of fat, the rest by eye.
double muscle_definition(double gastrocnemius_mm, double fat_mm) {
  return std::clamp(0.62 * (gastrocnemius_mm / 20.0) * std::pow(7.0 / std::max(fat_mm, 1.0), 0.8), 0.08, 1.2);
}

// Assumption, by eye: height in mm, direction and width in degrees, heights t between which each comes and
// goes.
double calf_relief_mm(double t, double theta) {
  double mm = 0.0;
  mm += 3.4 * bell(theta, 40, 34) * span(t, -0.02, 0.28, 0.36, 0.58);   // medial head, lower border at 0.5
  mm += 2.9 * bell(theta, -36, 30) * span(t, -0.02, 0.23, 0.28, 0.51);  // lateral head, border higher up
  mm -= 1.7 * bell(theta, -1, 10) * span(t, 0.06, 0.22, 0.34, 0.52);    // groove between the heads
  mm += 1.5 * (bell(theta, 64, 17) + bell(theta, -64, 17)) * span(t, 0.34, 0.50, 0.54, 0.76);  // soleus
  mm += 1.0 * bell(theta, 0, 11) * span(t, 0.60, 0.76, 0.90, 1.0);  // Achilles tendon
  mm -= 1.6 * (bell(theta, 40, 15) + bell(theta, -40, 15)) * span(t, 0.58, 0.78, 0.88, 1.0);
  mm -= 2.2 * bell(theta, 0, 24) * span(t, -0.14, -0.03, 0.01, 0.12);  // hollow of the knee
  mm += 1.5 * (bell(theta, 48, 11) + bell(theta, -50, 10)) * span(t, -0.2, -0.1, -0.05, 0.08);
  mm += 0.8 * bell(theta, 176, 9) * span(t, 0.10, 0.25, 0.60, 0.85);    // shin
  mm -= 0.8 * bell(theta, -112, 11) * span(t, 0.12, 0.28, 0.55, 0.80);  // outer groove
  return mm;
}

}  // namespace simulation
