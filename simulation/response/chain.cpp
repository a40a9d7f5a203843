#include "simulation/response/chain.h"

#include <cmath>

namespace simulation {
namespace {

/// (e^(-a t) - e^(-b t)) / (b - a), without cancellation where a and b meet.
double difference(double a, double b, double t) {
  const double x = (b - a) * t;
  const double ratio = std::abs(x) < 1e-8 ? 1.0 - 0.5 * x : -std::expm1(-x) / x;
  return t * std::exp(-a * t) * ratio;
}

/// Second divided difference of r -> e^(-r t), for rates so close that the plain formula cancels.
double series(double a, double b, double c, double t) {
  const double mean = (a + b + c) / 3.0;
  const double x = (a - mean) * t;
  const double y = (b - mean) * t;
  const double z = (c - mean) * t;
  // Complete homogeneous symmetric polynomials of (-x, -y, -z) over (k + 2)!.
  double h[12] = {1.0};
  const double e2 = x * y + y * z + z * x;
  const double e3 = -x * y * z;  // of the negated values; their sum is zero
  double sum = 0.5;
  double factorial = 2.0;
  for (int k = 1; k < 12; ++k) {
    h[k] = (k >= 2 ? -e2 * h[k - 2] : 0.0) + (k >= 3 ? e3 * h[k - 3] : 0.0);
    factorial *= k + 2;
    sum += h[k] / factorial;
  }
  return t * t * std::exp(-mean * t) * sum;
}

}  // namespace

double active_toxin(const ChainRates& rates, double day) {
  if (day <= 0.0) return 0.0;
  double a = rates.uptake;
  double b = rates.translocation;
  double c = rates.decay;
  const double factor = a * b;
  const auto swap_if = [](double& low, double& high) {
    if (low > high) {
      const double kept = low;
      low = high;
      high = kept;
    }
  };
  swap_if(a, b);
  swap_if(b, c);
  swap_if(a, b);
  // a <= b <= c: divide by the widest gap, which the series covers when it is small.
  if ((c - a) * day < 0.5) return factor * series(a, b, c, day);
  return factor * (difference(a, b, day) - difference(b, c, day)) / (c - a);
}

}  // namespace simulation
