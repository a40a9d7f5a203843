#pragma once

#include <array>
#include <span>
#include <vector>

namespace simulation {

/// Quantile of unsorted values, linear between neighbours (type 7); reorders `values`. 0 when empty.
double quantile(std::span<double> values, double p);
/// quantile() at 0.1, 0.5 and 0.9.
std::array<double, 3> quantiles(std::span<double> values);
/// Smallest value that at least a share p lies at or below: for grades, which have nothing in between.
double grade_quantile(std::span<double> values, double p);
double mean(std::span<const double> values);
/// Standard deviation with n - 1; 0 for fewer than two values.
double standard_deviation(std::span<const double> values);

/// Standard deviations of values in groups that follow one another.
struct SpreadParts {
  double within = 0.0;
  double between = 0.0;  // of the groups' true means: what chance does to the mean of a group is taken off
};
/// Parts of the spread of `values`, whose squares add up to that of standard_deviation(); `group_of` gives
/// the group of each, 0 to groups - 1. One group has no between.
SpreadParts spread_parts(std::span<const double> values, std::span<const std::size_t> group_of,
                         std::size_t groups);

}  // namespace simulation
