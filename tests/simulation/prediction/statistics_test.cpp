#include "simulation/prediction/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

#include "simulation/response/random.h"

namespace simulation {
namespace {

TEST(Statistics, QuantilesOfASmallSample) {
  std::vector<double> values{4.0, 1.0, 3.0, 2.0, 5.0};
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3.0);
  EXPECT_DOUBLE_EQ(quantile(values, 0.1), 1.4);
  EXPECT_DOUBLE_EQ(quantile(values, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(quantile(values, 1.0), 5.0);
  EXPECT_DOUBLE_EQ(mean(values), 3.0);
  EXPECT_DOUBLE_EQ(standard_deviation(values), std::sqrt(2.5));
}

TEST(Statistics, ThreeQuantilesAreEachOnItsOwn) {
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(std::floor(std::fmod(i * 77.7, 31.0)));
    const auto each = [values](double p) {
      std::vector<double> copy = values;
      return quantile(copy, p);
    };
    const std::array<double, 3> expected{each(0.1), each(0.5), each(0.9)};
    EXPECT_EQ(quantiles(values), expected) << count;
  }
}

TEST(Statistics, GradeQuantilesAreGrades) {
  std::vector<double> grades{0.0, 1.0, 1.0, 2.0, 3.0, 3.0};
  EXPECT_EQ(grade_quantile(grades, 0.5), 1.0);
  EXPECT_EQ(grade_quantile(grades, 0.1), 0.0);
  EXPECT_EQ(grade_quantile(grades, 0.9), 3.0);
}

TEST(Statistics, NothingAndOneValue) {
  std::vector<double> none;
  std::vector<double> one{2.0};
  EXPECT_EQ(quantile(none, 0.5), 0.0);
  EXPECT_EQ(quantile(one, 0.9), 2.0);
  EXPECT_EQ(standard_deviation(one), 0.0);
}

TEST(Statistics, PartsOfASpreadAddUpToTheWhole) {
  // Four groups of 500 about 0, 2, 4, 6: between them a spread of 2.58, within one of 1.
  std::vector<double> values;
  std::vector<std::size_t> group;
  const std::vector<double> places = stratified(500, 3, 1);
  for (std::size_t g = 0; g < 4; ++g)
    for (double place : places) {
      values.push_back(2.0 * static_cast<double>(g) + normal_quantile(place));
      group.push_back(g);
    }
  const SpreadParts parts = spread_parts(values, group, 4);
  EXPECT_NEAR(std::hypot(parts.within, parts.between), standard_deviation(values), 1e-12);
  EXPECT_NEAR(parts.within, 1.0, 0.01);
  EXPECT_NEAR(parts.between, std::sqrt(5.0), 0.01);
}

TEST(Statistics, GroupsThatDifferByChanceAloneHaveNothingBetweenThem) {
  const std::vector<double> places = stratified(2000, 3, 1);
  std::vector<double> values;
  std::vector<std::size_t> group;
  for (std::size_t i = 0; i < places.size(); ++i) {
    values.push_back(normal_quantile(places[i]));
    group.push_back(i / 20);
  }
  EXPECT_LT(spread_parts(values, group, 100).between, 0.1);
  EXPECT_EQ(spread_parts(values, group, 1).between, 0.0);
}

}  // namespace
}  // namespace simulation
