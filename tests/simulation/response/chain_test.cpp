#include "simulation/response/chain.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace simulation {
namespace {

/// The same chain integrated step by step.
double integrated(const ChainRates& rates, double day) {
  std::array<double, 3> y{1.0, 0.0, 0.0};
  const auto slope = [&](const std::array<double, 3>& s) {
    return std::array<double, 3>{-rates.uptake * s[0], rates.uptake * s[0] - rates.translocation * s[1],
                                 rates.translocation * s[1] - rates.decay * s[2]};
  };
  const int steps = static_cast<int>(std::ceil(day / 0.01));
  const double dt = day / steps;
  const auto moved = [](std::array<double, 3> s, const std::array<double, 3>& k, double h) {
    for (int i = 0; i < 3; ++i) s[static_cast<std::size_t>(i)] += h * k[static_cast<std::size_t>(i)];
    return s;
  };
  for (int n = 0; n < steps; ++n) {
    const auto k1 = slope(y);
    const auto k2 = slope(moved(y, k1, 0.5 * dt));
    const auto k3 = slope(moved(y, k2, 0.5 * dt));
    const auto k4 = slope(moved(y, k3, dt));
    for (std::size_t i = 0; i < 3; ++i) y[i] += dt / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
  }
  return y[2];
}

TEST(Chain, EqualsStepByStepIntegration) {
  const ChainRates cases[] = {{0.9, 0.35, 0.02},        {0.9, 0.9, 0.02},     {0.9, 0.9, 0.9},
                              {0.35, 0.9, 0.02},        {0.02, 0.9, 0.02},    {0.9, 0.9 + 1e-9, 0.02},
                              {0.5, 0.5 + 1e-5, 0.501}, {0.05, 0.052, 0.049}, {2.2, 0.12, 0.008}};
  for (const ChainRates& rates : cases)
    for (double day : {0.1, 0.5, 1.0, 3.0, 10.0, 40.0, 120.0, 270.0})
      EXPECT_NEAR(active_toxin(rates, day), integrated(rates, day), 1e-8)
          << rates.uptake << " " << rates.translocation << " " << rates.decay << " day " << day;
}

TEST(Chain, IsNothingBeforeAndNeverNegative) {
  EXPECT_EQ(active_toxin({}, 0.0), 0.0);
  EXPECT_EQ(active_toxin({}, -3.0), 0.0);
  for (double day = 0.01; day < 3000.0; day *= 1.3) EXPECT_GT(active_toxin({}, day), 0.0);
}

TEST(Chain, StaysFiniteWhereRatesMeet) {
  for (double gap = 1e-1; gap > 1e-16; gap *= 0.1) {
    const double value = active_toxin({0.4, 0.4 + gap, 0.02}, 12.0);
    EXPECT_NEAR(value, active_toxin({0.4, 0.4, 0.02}, 12.0), 3.0 * gap + 1e-14);
  }
}

}  // namespace
}  // namespace simulation
