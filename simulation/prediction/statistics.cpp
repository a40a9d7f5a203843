#include "simulation/prediction/statistics.h"

#include <algorithm>
#include <cmath>

namespace simulation {

double quantile(std::span<double> values, double p) {
  if (values.empty()) return 0.0;
  const double place = p * static_cast<double>(values.size() - 1);
  const std::size_t below = static_cast<std::size_t>(place);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(values.begin(), at, values.end());
  if (below + 1 >= values.size()) return *at;
  const double next = *std::min_element(at + 1, values.end());
  return *at + (place - static_cast<double>(below)) * (next - *at);
}

double grade_quantile(std::span<double> values, double p) {
  if (values.empty()) return 0.0;
  const double place = std::ceil(p * static_cast<double>(values.size())) - 1.0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::max(place, 0.0));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

double mean(std::span<const double> values) {
  if (values.empty()) return 0.0;
  double sum = 0.0;
  for (double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values) {
  if (values.size() < 2) return 0.0;
  const double middle = mean(values);
  double sum = 0.0;
  for (double value : values) sum += (value - middle) * (value - middle);
  return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

}  // namespace simulation
