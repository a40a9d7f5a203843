#include "simulation/response/random.h"

#include <cmath>
#include <utility>

namespace simulation {
namespace {

/// Horner's rule over coefficients given from the highest power down.
template <std::size_t N>
double polynomial(const double (&c)[N], double x) {
  double sum = 0.0;
  for (double coefficient : c) sum = sum * x + coefficient;
  return sum;
}

}  // namespace

std::uint64_t RandomStream::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::size_t RandomStream::below(std::size_t count) {
  return static_cast<std::size_t>((next() >> 32) * static_cast<std::uint64_t>(count) >> 32);
}

// Algorithm AS 241 with its coefficients [wichura1988].
double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    static constexpr double a[] = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
                                   45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
                                   133.14166789178437745, 3.387132872796366608};
    static constexpr double b[] = {
        5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  double r = std::sqrt(-std::log(q < 0.0 ? p : 1.0 - p));
  double value = 0.0;
  if (r <= 5.0) {
    static constexpr double c[] = {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
                                   1.27045825245236838258,   3.64784832476320460504,   5.7694972214606914055,
                                   4.6303378461565452959,    1.42343711074968357734};
    static constexpr double d[] = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455,    1.6763848301838038494,   2.05319162663775882187,   1.0};
    value = polynomial(c, r - 1.6) / polynomial(d, r - 1.6);
  } else {
    static constexpr double e[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                   0.0012426609473880784386,  0.026532189526576123093,
                                   0.29656057182850489123,    1.7848265399172913358,
                                   5.4637849111641143699,     6.6579046435011037772};
    static constexpr double f[] = {2.04426310338993978564e-15, 1.4215117583164458887e-7,
                                   1.8463183175100546818e-5,   7.868691311456132591e-4,
                                   0.0148753612908506148525,   0.13692988092273580531,
                                   0.59983220655588793769,     1.0};
    value = polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  }
  return q < 0.0 ? -value : value;
}

std::vector<double> stratified(std::size_t count, std::uint64_t seed, std::uint64_t stream) {
  std::vector<double> values(count);
  for (std::size_t i = 0; i < count; ++i)
    values[i] = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
  RandomStream mix(seed * 0xd1342543de82ef95ULL + stream);
  RandomStream random(mix.next());
  for (std::size_t i = count; i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
  return values;
}

}  // namespace simulation
