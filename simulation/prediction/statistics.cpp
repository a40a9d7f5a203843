#include "simulation/prediction/statistics.h"

#include <algorithm>
#include <cmath>

namespace simulation {

namespace {

/// The quantile of all values, of which those from `first` to `last` hold it and the next in their places.
double quantile_within(std::span<double> values, double p, std::size_t first, std::size_t last) {
  const double place = p * static_cast<double>(values.size() - 1);
  const std::size_t below = static_cast<std::size_t>(place);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(last);
  std::nth_element(values.begin() + static_cast<std::ptrdiff_t>(first), at, end);
  if (at + 1 >= end) return *at;
  const double next = *std::min_element(at + 1, end);
  return *at + (place - static_cast<double>(below)) * (next - *at);
}

}  // namespace

double quantile(std::span<double> values, double p) {
  return values.empty() ? 0.0 : quantile_within(values, p, 0, values.size());
}

std::array<double, 3> quantiles(std::span<double> values) {
  if (values.empty()) return {};
  const std::size_t count = values.size();
  const double middle = quantile_within(values, 0.5, 0, count);
  // What is below and above the middle one is parted already; each half keeps a value more for its next.
  const std::size_t half = (count - 1) / 2;
  if (count < 12) return {quantile(values, 0.1), middle, quantile(values, 0.9)};
  return {quantile_within(values, 0.1, 0, half + 1), middle, quantile_within(values, 0.9, half, count)};
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

SpreadParts spread_parts(std::span<const double> values, std::span<const std::size_t> group_of,
                         std::size_t groups) {
  const double all = standard_deviation(values);
  if (groups < 2 || all == 0.0) return {all, 0.0};
  std::vector<double> sum(groups, 0.0), size(groups, 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum[group_of[i]] += values[i];
    size[group_of[i]] += 1.0;
  }
  const double middle = mean(values);
  double within = 0.0, between = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double off = values[i] - sum[group_of[i]] / size[group_of[i]];
    within += off * off;
  }
  for (std::size_t g = 0; g < groups; ++g) {
    const double off = sum[g] / size[g] - middle;
    between += size[g] * off * off;
  }
  // One-way analysis of variance: mean squares within and between, and what the groups here add.
  const double count = static_cast<double>(values.size());
  const double group_count = static_cast<double>(groups);
  const double within_square = within / (count - group_count);
  const double extra = (between / (group_count - 1.0) - within_square) / (count / group_count);
  const double open = std::clamp(extra * (group_count - 1.0) / group_count, 0.0, all * all);
  return {std::sqrt(all * all - open), std::sqrt(open)};
}

double standard_deviation(std::span<const double> values) {
  if (values.size() < 2) return 0.0;
  const double middle = mean(values);
  double sum = 0.0;
  for (double value : values) sum += (value - middle) * (value - middle);
  return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

}  // namespace simulation
