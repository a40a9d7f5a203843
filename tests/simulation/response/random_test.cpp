#include "simulation/response/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

TEST(Random, NormalQuantileIsTheInverseOfTheDistribution) {
  for (double p : {1e-12, 1e-6, 0.01, 0.075, 0.1, 0.25, 0.4999, 0.5, 0.7, 0.93, 0.999, 1.0 - 1e-9}) {
    const double z = normal_quantile(p);
    EXPECT_NEAR(0.5 * std::erfc(-z / std::sqrt(2.0)) / p, 1.0, 1e-12) << p;
  }
}

TEST(Random, StratifiedFillsEverySliceOnce) {
  std::vector<double> values = stratified(1000, 7, 3);
  EXPECT_FALSE(std::is_sorted(values.begin(), values.end()));
  std::sort(values.begin(), values.end());
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_DOUBLE_EQ(values[i], (i + 0.5) / 1000.0);
}

TEST(Random, StreamsAndSeedsDiffer) {
  const auto a = stratified(500, 1, 1);
  EXPECT_EQ(a, stratified(500, 1, 1));
  for (const auto& b : {stratified(500, 2, 1), stratified(500, 1, 2)}) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - 0.5) * (b[i] - 0.5);
    EXPECT_LT(std::abs(sum / 500.0 * 12.0), 0.2);
  }
}

}  // namespace
}  // namespace simulation
