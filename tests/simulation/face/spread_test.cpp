#include <gtest/gtest.h>

#include "simulation/plan/protocol.h"
#include "tests/simulation/face/careless_plans.h"
#include "tests/simulation/prediction/rows.h"

namespace {

using namespace careless;

double held(const MuscleDose& dose, std::size_t radius) {
  double sum = 0.0;
  for (double local : dose.events.front().local[radius]) sum += local;
  return sum / kSamples;
}

double held(const std::vector<MuscleDose>& doses, Muscle muscle, BodySide side,
            std::size_t radius = kNominalRadius) {
  for (const MuscleDose& dose : doses)
    if (dose.muscle == muscle && dose.side == side) return held(dose, radius);
  return 0.0;
}

std::vector<MuscleDose> field(const Treatment& t, bool with_neighbours = true) {
  return dose_field(t.plan(), clinical::model(), with_neighbours ? t.reach() : DoseReach{});
}

Treatment upper_face() {
  return Treatment()
      .glabella(20.0)
      .named(Muscle::frontalis, Side::both, 10.0, 3)
      .named(Muscle::orbicularis_oculi, Side::both, 12.0, 3);
}

TEST(Spread, NoUnitIsCountedTwice) {
  for (const double y : {640.0, 664.0, 690.0, 702.0, 715.0, 735.0})
    for (const double x : {0.0, 14.0, 28.0, 46.0}) {
      const Treatment one = Treatment().free_point({x, y, 140.0}, 5.0);
      for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
        double sum = 0.0;
        for (const MuscleDose& dose : field(one))
          if (dose.side == BodySide::left || !is_midline(dose.muscle)) sum += held(dose, r);
        EXPECT_LE(sum, 5.0 * (1.0 + 1e-9)) << x << " " << y;
      }
    }
  for (const Muscle muscle : {Muscle::corrugator, Muscle::frontalis_medial, Muscle::frontalis_lateral,
                              Muscle::orbicularis_oculi, Muscle::masseter}) {
    for (const double units : {2.0, 10.0, 40.0}) {
      const Treatment named = Treatment().named(muscle, Side::left, units, 2);
      for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
        double sum = 0.0;
        for (const MuscleDose& dose : field(named))
          if (dose.side == BodySide::left || !is_midline(dose.muscle)) sum += held(dose, r);
        EXPECT_LE(sum, units * (1.0 + 1e-9));
        EXPECT_GT(sum, 0.2 * units);
      }
    }
  }
}

TEST(Spread, ANamedMuscleKeepsItsOwnDose) {
  for (const Muscle muscle : {Muscle::corrugator, Muscle::frontalis_medial, Muscle::orbicularis_oculi}) {
    const Treatment t = Treatment().named(muscle, Side::left, 8.0, 2);
    for (std::size_t r = 0; r < kRadiusFactors.size(); ++r)
      EXPECT_EQ(held(field(t), muscle, BodySide::left, r), held(field(t, false), muscle, BodySide::left, r));
  }
}

TEST(Spread, StandardSitesReachTheirNeighboursALittle) {
  const auto doses = field(upper_face());
  const double levator = held(doses, Muscle::levator_palpebrae, BodySide::left);
  EXPECT_GT(levator, 0.0);
  EXPECT_LT(levator, 0.08);
  const double smile = held(doses, Muscle::zygomaticus, BodySide::left);
  EXPECT_GT(smile, 0.0);
  EXPECT_LT(smile, 0.15);
  for (const MuscleDose& dose : doses) {
    const bool meant = dose.muscle != Muscle::levator_palpebrae && dose.muscle != Muscle::zygomaticus &&
                       dose.muscle != Muscle::nasalis;
    EXPECT_EQ(dose.aimed, meant) << static_cast<int>(dose.muscle);
  }
}

TEST(Spread, TheOtherSideIsReachedNearTheMidline) {
  const auto near = field(Treatment().free_point({4, 725, 149}, 6.0));
  EXPECT_GT(held(near, Muscle::frontalis_medial, BodySide::right), 0.02);
  const auto far = field(Treatment().free_point({26, 725, 145}, 6.0));
  EXPECT_EQ(held(far, Muscle::frontalis_medial, BodySide::right), 0.0);
}

TEST(Spread, LeftAndRightAreMirrored) {
  const auto left =
      field(Treatment().free_point({24, 694, 145}, 4.0).named(Muscle::corrugator, Side::left, 8, 2));
  const auto right =
      field(Treatment().free_point({-24, 694, 145}, 4.0).named(Muscle::corrugator, Side::right, 8, 2));
  for (const MuscleDose& dose : left) {
    if (is_midline(dose.muscle)) continue;
    const BodySide other = dose.side == BodySide::left ? BodySide::right : BodySide::left;
    EXPECT_EQ(held(dose, kNominalRadius), held(right, dose.muscle, other)) << static_cast<int>(dose.muscle);
  }
}

TEST(Spread, LabelPlansKeepTheirCalibratedResults) {
  PredictionOptions options;
  options.until_week = 24.0;
  options.step_weeks = 4.0;
  const Treatment t = upper_face();
  const auto alone = predict(t.plan(), clinical::model(), clinical::region(), options);
  const auto spread = predict(t.plan(), clinical::model(), clinical::region(), options, t.reach());
  ASSERT_EQ(alone.size(), spread.size());  // no rows for muscles that nobody aimed at
  for (const char* line : {"glabella", "forehead", "crows_feet"}) {
    for (const double week : {4.0, 8.0, 16.0, 20.0}) {
      const std::string quantity = "face." + std::string(line) + ".none_or_mild_effort";
      EXPECT_NEAR(clinical::row(spread, quantity, week).mean, clinical::row(alone, quantity, week).mean, 5.0)
          << quantity << week;
    }
  }
}

}  // namespace
