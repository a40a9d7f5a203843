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

}  // namespace simulation
