#include "simulation/prediction/main_quantity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/simulation/prediction/rows.h"

namespace simulation {
namespace {

Plan face_with(std::vector<std::pair<MuscleTarget, double>> doses) {
  Plan plan = clinical::glabella(0.0);
  plan.sessions[0].injections.clear();
  for (const auto& [target, units] : doses) plan.sessions[0].injections.push_back({target, units});
  return plan;
}

TEST(MainQuantity, OfACalfIsTheGirthOfTheLegThatGetsMore) {
  EXPECT_EQ(main_quantity(clinical::calf(100.0)), "calf.left.max_girth_change");
  EXPECT_EQ(main_quantity(clinical::calf(100.0, Side::right)), "calf.right.max_girth_change");
  Plan plan = clinical::calf(100.0);
  plan.sessions[0].injections.push_back({MuscleTarget{Muscle::gastrocnemius_lateral, Side::right, 1}, 5.0});
  EXPECT_EQ(main_quantity(plan), "calf.right.max_girth_change");
  plan.sessions.clear();
  EXPECT_EQ(main_quantity(plan), "calf.left.max_girth_change");
}

TEST(MainQuantity, OfAFaceIsTheDepthOfTheLineThatGetsMost) {
  EXPECT_EQ(main_quantity(clinical::glabella(20.0)), "face.glabella.relief_effort_change");
  EXPECT_EQ(main_quantity(face_with({{{Muscle::frontalis, Side::both, 5}, 10.0},
                                     {{Muscle::orbicularis_oculi, Side::both, 3}, 12.0}})),
            "face.crows_feet.relief_effort_change");
  EXPECT_EQ(main_quantity(face_with({{{Muscle::procerus, Side::midline, 1}, 4.0}})),
            "face.glabella.relief_effort_change");
  // A line that is treated on the right alone, and one column of the forehead.
  EXPECT_EQ(main_quantity(face_with({{{Muscle::orbicularis_oculi, Side::right, 3}, 12.0}})),
            "face.crows_feet.relief_effort_change");
  EXPECT_EQ(main_quantity(face_with({{{Muscle::frontalis_lateral, Side::both, 1}, 4.0}})),
            "face.forehead.relief_effort_change");
  EXPECT_EQ(main_quantity(face_with({})), "face.glabella.relief_effort_change");
}

TEST(MainQuantity, OfAJawIsTheThicknessOfItsMuscle) {
  EXPECT_EQ(main_quantity(face_with(
                {{{Muscle::masseter, Side::both, 5}, 25.0}, {{Muscle::mentalis, Side::both, 1}, 4.0}})),
            "face.masseter.left.thickness_change");
  EXPECT_EQ(main_quantity(face_with(
                {{{Muscle::masseter, Side::left, 5}, 20.0}, {{Muscle::masseter, Side::right, 5}, 30.0}})),
            "face.masseter.right.thickness_change");
}

TEST(TimelineQuantities, BeginWithTheMainOneAndHoldNoneTwice) {
  using List = std::vector<std::string>;
  const List calf = timeline_quantities(clinical::calf(100.0, Side::right));
  ASSERT_EQ(calf.size(), 12u);
  EXPECT_EQ(
      List(calf.begin(), calf.begin() + 7),
      (List{"calf.right.max_girth_change", "calf.right.gastrocnemius.volume_change",
            "calf.right.gastrocnemius.thickness_change", "calf.right.bulge_change",
            "calf.right.gastrocnemius.block", "calf.right.push_off_change", "calf.left.max_girth_change"}));
  const List jaw = timeline_quantities(
      face_with({{{Muscle::masseter, Side::left, 5}, 20.0}, {{Muscle::masseter, Side::right, 5}, 30.0}}));
  ASSERT_EQ(jaw.size(), 14u);
  EXPECT_EQ(jaw[0], "face.masseter.right.thickness_change");
  EXPECT_EQ(jaw[1], "face.glabella.relief_effort_change");
  EXPECT_EQ(jaw[13], "face.masseter.left.thickness_change");
}

TEST(TimelineQuantities, ThicknessIsOfTheTreatedMusclesOneSideWhereBothGetTheSame) {
  using List = std::vector<std::string>;
  EXPECT_EQ(thickness_quantities(clinical::calf(100.0)), List{"calf.left.gastrocnemius.thickness_change"});
  EXPECT_EQ(thickness_quantities(clinical::calf(100.0, Side::right)),
            (List{"calf.right.gastrocnemius.thickness_change", "calf.left.gastrocnemius.thickness_change"}));
  EXPECT_EQ(thickness_quantities(clinical::glabella(20.0)),
            (List{"face.corrugator.left.thickness_change", "face.procerus.left.thickness_change"}));
}

TEST(MainQuantity, IsAlwaysOneThatIsPredicted) {
  for (const Plan& plan :
       {clinical::calf(100.0), clinical::glabella(20.0),
        face_with({{{Muscle::masseter, Side::right, 5}, 25.0}}),
        face_with({{{Muscle::depressor_anguli_oris, Side::both, 1}, 4.0}}), face_with({})}) {
    const auto rows = clinical::predict(plan, 13.0, 13.0, 5);
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const PredictionRow& row) {
      return row.quantity == main_quantity(plan);
    })) << main_quantity(plan);
  }
}

}  // namespace
}  // namespace simulation
