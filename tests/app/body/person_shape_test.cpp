#include "app/body/person_shape.h"

#include <gtest/gtest.h>

namespace app {
namespace {

double sum_of(const std::vector<ShapeWeight>& shape, const std::string& start) {
  double sum = 0.0;
  for (const ShapeWeight& weight : shape)
    if (weight.target.starts_with(start)) sum += weight.weight;
  return sum;
}

TEST(PersonShape, MacroWeightsAddUpToOneAtEveryAge) {
  for (const auto region : {simulation::Region::calf, simulation::Region::face}) {
    for (const double age : {18.0, 25.0, 40.0, 67.5, 90.0}) {
      simulation::Person person;
      person.age_years = age;
      const auto shape = person_shape(region, person);
      EXPECT_NEAR(sum_of(shape, "macrodetails/universal-female"), 1.0, 1e-6);
      EXPECT_NEAR(sum_of(shape, "macrodetails/") - sum_of(shape, "macrodetails/universal"), 1.0, 1e-6);
    }
  }
}

TEST(PersonShape, AgeRunsFromYoungToOld) {
  simulation::Person person;
  person.sex = simulation::Sex::male;
  person.age_years = 57.5;
  const auto shape = person_shape(simulation::Region::face, person);
  double old = 0.0;
  for (const auto& weight : shape)
    if (weight.target.ends_with("-male-old")) old += weight.weight;
  EXPECT_NEAR(old, 0.5, 1e-6);
}

TEST(PersonShape, LegsAreShapedSideBySide) {
  simulation::Person person;
  person.calf.gastrocnemius_mm = {26.0, 17.0};
  const auto shape = person_shape(simulation::Region::calf, person);
  EXPECT_NEAR(sum_of(shape, "armslegs/l-lowerleg-muscle-incr"), 0.75, 1e-6);
  EXPECT_EQ(sum_of(shape, "armslegs/r-lowerleg-"), 0.0);
}

TEST(PersonShape, NoWeightIsZeroOrNegative) {
  for (const auto& weight : person_shape(simulation::Region::face, {})) EXPECT_GT(weight.weight, 0.0f);
}

}  // namespace
}  // namespace app
