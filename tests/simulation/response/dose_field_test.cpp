#include "simulation/response/dose_field.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/simulation/clinical.h"

namespace simulation {
namespace {

double mean_local(const MuscleDose& dose, std::size_t radius) {
  double sum = 0.0;
  for (double local : dose.events.front().local[radius]) sum += local;
  return sum / kSamples;
}

TEST(DoseField, ListsTreatedMusclesAndTheirSharedDepressorOnly) {
  const auto doses = dose_field(clinical::glabella(20.0), clinical::model());
  std::vector<Muscle> muscles;
  for (const MuscleDose& dose : doses) muscles.push_back(dose.muscle);
  EXPECT_EQ(muscles,
            (std::vector<Muscle>{Muscle::corrugator, Muscle::corrugator, Muscle::depressor_supercilii,
                                 Muscle::depressor_supercilii, Muscle::procerus, Muscle::procerus}));
  EXPECT_TRUE(dose_field(clinical::glabella(0.0), clinical::model()).empty());
}

TEST(DoseField, KeepsNoMoreInAMuscleThanWasInjected) {
  for (double units : {4.0, 20.0, 100.0, 400.0}) {
    for (const MuscleDose& dose : dose_field(clinical::calf(units), clinical::model())) {
      const double given = (dose.muscle == Muscle::gastrocnemius_medial ? 0.6 : 0.4) * units;
      double last = given * (1.0 + 1e-12);
      for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
        EXPECT_LE(mean_local(dose, r), last);  // a wider spread loses more
        last = mean_local(dose, r);
      }
      EXPECT_GT(last, 0.2 * given);
    }
  }
}

TEST(DoseField, EveryPlaceGetsMoreFromALargerDose) {
  const auto low = dose_field(clinical::calf(60.0), clinical::model());
  const auto high = dose_field(clinical::calf(66.0), clinical::model());
  ASSERT_EQ(low.size(), high.size());
  for (std::size_t m = 0; m < low.size(); ++m)
    for (std::size_t r = 0; r < kRadiusFactors.size(); ++r)
      for (std::size_t s = 0; s < kSamples; ++s)
        EXPECT_GT(high[m].events[0].local[r][s], low[m].events[0].local[r][s]);
}

TEST(DoseField, TwoHalvesOfADayAreOneDose) {
  Plan halves = clinical::calf(50.0);
  halves.sessions.push_back(halves.sessions[0]);
  const auto two = dose_field(halves, clinical::model());
  const auto one = dose_field(clinical::calf(100.0), clinical::model());
  ASSERT_EQ(two.size(), one.size());
  for (std::size_t m = 0; m < one.size(); ++m) EXPECT_EQ(two[m].events, one[m].events);
}

TEST(DoseField, AWiderSpreadIsMoreEven) {
  const auto doses = dose_field(clinical::calf(60.0), clinical::model());
  const auto evenness = [&](std::size_t r) {
    const auto& row = doses[0].events[0].local[r];
    return *std::min_element(row.begin(), row.end()) / *std::max_element(row.begin(), row.end());
  };
  for (std::size_t r = 1; r <= 3; ++r) EXPECT_GT(evenness(r), evenness(r - 1));
}

TEST(DoseField, AFreePointReachesOnlyTheMusclesItIsPlacedOver) {
  Plan plan = clinical::calf(60.0);
  plan.sessions[0].injections = {{SkinPoint{{0.4, 0.7}}, 10.0}};
  EXPECT_TRUE(dose_field(plan, clinical::model()).empty());
  const auto near = dose_field(plan, clinical::model(),
                               {{{0, 0, Muscle::gastrocnemius_medial, BodySide::left, {0.5, 0.5}}}, {}});
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near[0].side, BodySide::left);
  const auto far = dose_field(plan, clinical::model(),
                              {{{0, 0, Muscle::gastrocnemius_medial, BodySide::left, {0.5, 2.5}}}, {}});
  EXPECT_GT(mean_local(near[0], 3), 100.0 * mean_local(far[0], 3));
}

}  // namespace
}  // namespace simulation
