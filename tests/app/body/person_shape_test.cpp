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

// What a woman's head has more of, a man's never has, and the other way round.
TEST(PersonShape, WomenAndMenAreShapedApartAtEveryAge) {
  for (const double age : {18.0, 25.0, 50.0, 72.0, 90.0}) {
    simulation::Person woman, man;
    woman.age_years = man.age_years = age;
    man.sex = simulation::Sex::male;
    const auto hers = person_shape(simulation::Region::face, woman);
    const auto his = person_shape(simulation::Region::face, man);
    for (const char* slighter : {"neck/neck-scale-horiz-less", "measure/measure-shoulder-decrease",
                                 "chin/chin-width-min", "eyebrows/eyebrows-trans-depth-less"}) {
      EXPECT_GT(sum_of(hers, slighter), 0.1) << slighter << age;
      EXPECT_EQ(sum_of(his, slighter), 0.0) << slighter << age;
    }
    for (const char* heavier :
         {"neck/neck-scale-horiz-more", "chin/chin-width-max", "eyebrows/eyebrows-trans-depth-more"}) {
      EXPECT_EQ(sum_of(hers, heavier), 0.0) << heavier << age;
      EXPECT_GT(sum_of(his, heavier), 0.05) << heavier << age;
    }
  }
}

TEST(PersonShape, NoWeightIsZeroOrNegative) {
  for (const auto& weight : person_shape(simulation::Region::face, {})) EXPECT_GT(weight.weight, 0.0f);
}

}  // namespace
}  // namespace app
