#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace simulation {

inline constexpr double kPi = std::numbers::pi;
constexpr double radians(double degrees) {
  return degrees * kPi / 180.0;
}

/// 0 up to a, 1 from b, with no kink in slope or curvature between.
inline double ease(double a, double b, double x) {
  const double u = std::clamp((x - a) / (b - a), 0.0, 1.0);
  return u * u * u * (u * (6.0 * u - 15.0) + 10.0);
}

inline double gauss(double x, double sigma) {
  return std::exp(-0.5 * (x / sigma) * (x / sigma));
}

/// Difference of two angles in -pi to pi.
inline double angle_between(double a, double b) {
  return std::remainder(a - b, 2.0 * kPi);
}

/// Catmull-Rom weights at u in 0 to 1 between the second and third of four values.
struct CubicWeights {
  double w[4];
  explicit CubicWeights(double u)
      : w{0.5 * u * (-1.0 + u * (2.0 - u)), 1.0 + 0.5 * u * u * (-5.0 + 3.0 * u),
          0.5 * u * (1.0 + u * (4.0 - 3.0 * u)), 0.5 * u * u * (u - 1.0)} {}
};

/// Smaller of two lengths, rounded over about `k` mm; never more than either.
inline double soft_min(double a, double b, double k) {
  const double h = std::max(k - std::abs(a - b), 0.0) / k;
  return std::min(a, b) - h * h * k * 0.25;
}

}  // namespace simulation
