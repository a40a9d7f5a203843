#include "simulation/response/adverse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "simulation/plan/protocol.h"
#include "simulation/prediction/course.h"
#include "tests/simulation/clinical.h"

namespace simulation {
namespace {

bool same(const TreatmentState& a, const TreatmentState& b) {
  return a.muscles.values == b.muscles.values && a.glabella == b.glabella && a.forehead == b.forehead &&
         a.crows_feet == b.crows_feet;
}

/// Left and right swapped.
TreatmentState mirrored(TreatmentState state) {
  for (auto& sided : state.muscles.values) std::swap(sided.left, sided.right);
  std::swap(state.crows_feet.left, state.crows_feet.right);
  return state;
}

/// The untreated body, a treated calf, a treated brow, and one with a figure of its own everywhere.
std::vector<TreatmentState> bases() {
  std::vector<TreatmentState> states(1);
  states.push_back(
      OutcomeCourse(clinical::calf(100.0), clinical::model(), 50).state(8.0, Responder::typical));
  states.push_back(
      OutcomeCourse(clinical::glabella(20.0), clinical::model(), 50).state(4.0, Responder::typical));
  TreatmentState own;
  double value = 0.0;
  for (auto& sided : own.muscles.values)
    for (BodySide side : kBodySides) sided[side] = {value += 0.03, 1.0 - 0.5 * value};
  own.glabella = {0.9, 0.4};
  own.forehead = {0.8, 0.3};
  own.crows_feet = {{0.7, 0.2}, {0.6, 0.1}};
  states.push_back(own);
  return states;
}

std::vector<Muscle> muscles() {
  std::vector<Muscle> all;
  for (std::size_t m = 0; m < kMuscleCount; ++m) all.push_back(static_cast<Muscle>(m));
  return all;
}

TEST(Adverse, NoVisibleChangeIsTheUntreatedBody) {
  for (const TreatmentState& base : bases())
    EXPECT_TRUE(
        same(adverse_state(base, AdverseOutcome::no_visible_change, BodySide::left), TreatmentState{}));
}

TEST(Adverse, TheOtherSideMirrors) {
  for (const TreatmentState& base : bases())
    for (AdverseOutcome outcome : kAdverseOutcomes)
      EXPECT_TRUE(same(mirrored(adverse_state(base, outcome, BodySide::left)),
                       adverse_state(mirrored(base), outcome, BodySide::right)));
}

TEST(Adverse, TwiceIsOnce) {
  for (const TreatmentState& base : bases())
    for (AdverseOutcome outcome : kAdverseOutcomes) {
      const TreatmentState once = adverse_state(base, outcome, BodySide::right);
      EXPECT_TRUE(same(adverse_state(once, outcome, BodySide::right), once));
    }
}

TEST(Adverse, AsymmetryUntreatsOneSideAndLeavesTheOther) {
  for (const TreatmentState& base : bases()) {
    const TreatmentState state = adverse_state(base, AdverseOutcome::asymmetry, BodySide::left);
    for (Muscle muscle : muscles()) {
      EXPECT_EQ(state.muscles.at(muscle, BodySide::right), base.muscles.at(muscle, BodySide::right));
      EXPECT_EQ(state.muscles.at(muscle, BodySide::left),
                is_midline(muscle) ? base.muscles.at(muscle, BodySide::left) : MuscleState{});
    }
    EXPECT_EQ(state.crows_feet.left, LineState{});
    EXPECT_EQ(state.crows_feet.right, base.crows_feet.right);
  }
}

TEST(Adverse, DroopAndWeaknessBlockTheirMusclesAndNoOther) {
  struct Case {
    AdverseOutcome outcome;
    std::vector<Muscle> blocked;
    bool both_sides;
  };
  const Case cases[] = {
      {AdverseOutcome::eyelid_droop, {Muscle::levator_palpebrae}, false},
      {AdverseOutcome::brow_droop, {Muscle::frontalis_medial, Muscle::frontalis_lateral}, true},
      {AdverseOutcome::uneven_smile, {Muscle::zygomaticus}, false},
      {AdverseOutcome::weak_push_off,
       {Muscle::gastrocnemius_medial, Muscle::gastrocnemius_lateral, Muscle::soleus},
       true}};
  for (const Case& c : cases) {
    for (const TreatmentState& base : bases()) {
      const TreatmentState state = adverse_state(base, c.outcome, BodySide::left);
      for (Muscle muscle : muscles()) {
        for (BodySide side : kBodySides) {
          const MuscleState& before = base.muscles.at(muscle, side);
          const MuscleState& after = state.muscles.at(muscle, side);
          EXPECT_EQ(after.volume, before.volume);
          const bool is_meant = std::find(c.blocked.begin(), c.blocked.end(), muscle) != c.blocked.end() &&
                                (c.both_sides || side == BodySide::left);
          if (is_meant) {
            EXPECT_GE(after.block, std::max(before.block, 0.5));
            EXPECT_LE(after.block, 1.0);
          } else {
            EXPECT_EQ(after, before);
          }
        }
      }
    }
  }
}

TEST(Adverse, OfTheSkinAloneLeavesTheBodyAsItWas) {
  for (const TreatmentState& base : bases())
    for (AdverseOutcome outcome : {AdverseOutcome::injection_bumps, AdverseOutcome::bruise})
      EXPECT_TRUE(same(adverse_state(base, outcome, BodySide::left), base));
}

}  // namespace
}  // namespace simulation
