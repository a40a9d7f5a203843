#include "simulation/prediction/course.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>
#include <vector>

#include "tests/simulation/prediction/rows.h"

namespace simulation {
namespace {

bool is_default(const TreatmentState& state) {
  const TreatmentState none;
  for (std::size_t m = 0; m < kMuscleCount; ++m)
    for (BodySide side : kBodySides)
      if (state.muscles.at(static_cast<Muscle>(m), side) != none.muscles.at(static_cast<Muscle>(m), side))
        return false;
  return state.glabella == none.glabella && state.forehead == none.forehead &&
         state.crows_feet.left == none.crows_feet.left && state.crows_feet.right == none.crows_feet.right;
}

TEST(Course, IsTheUntreatedBodyUpToTheFirstDoseAndWithoutOne) {
  Plan late = clinical::calf(100.0);
  late.sessions[0].week = 5.0;
  const OutcomeCourse course(late, clinical::model(), 100);
  const OutcomeCourse nothing(clinical::glabella(0.0), clinical::model(), 100);
  const OutcomeCourse today(clinical::glabella(20.0), clinical::model(), 100);
  for (Responder responder : {Responder::low, Responder::typical, Responder::high}) {
    for (double week : {-1.0, 0.0, 4.9, 5.0}) EXPECT_TRUE(is_default(course.state(week, responder)));
    EXPECT_FALSE(is_default(course.state(6.0, responder)));
    EXPECT_TRUE(is_default(today.state(0.0, responder)));
    for (double week : {0.0, 8.0, 39.0, 300.0}) EXPECT_TRUE(is_default(nothing.state(week, responder)));
  }
}

TEST(Course, LeavesUntreatedMusclesExactly) {
  const OutcomeCourse course(clinical::calf(100.0, Side::left), clinical::model(), 200);
  const TreatmentState state = course.state(9.0, Responder::typical);
  for (Muscle muscle : {Muscle::gastrocnemius_medial, Muscle::gastrocnemius_lateral, Muscle::soleus})
    EXPECT_EQ(state.muscles.at(muscle, BodySide::right), MuscleState{});
  EXPECT_EQ(state.muscles.at(Muscle::frontalis_medial, BodySide::left), MuscleState{});
  EXPECT_GT(state.muscles.at(Muscle::soleus, BodySide::left).volume, 1.0);
}

TEST(Course, RespondersAreOrderedAtEveryWeek) {
  const OutcomeCourse calf(clinical::calf(80.0), clinical::model(), 500);
  const OutcomeCourse face(clinical::glabella(20.0), clinical::model(), 500);
  for (double week = 0.05; week < 39.0; week += 0.37) {
    for (const OutcomeCourse* course : {&calf, &face}) {
      const TreatmentState low = course->state(week, Responder::low);
      const TreatmentState typical = course->state(week, Responder::typical);
      const TreatmentState high = course->state(week, Responder::high);
      for (std::size_t m = 0; m < kMuscleCount; ++m) {
        const Muscle muscle = static_cast<Muscle>(m);
        if (muscle == Muscle::soleus) continue;
        EXPECT_LE(low.muscles.at(muscle, BodySide::left).block,
                  typical.muscles.at(muscle, BodySide::left).block);
        EXPECT_LE(typical.muscles.at(muscle, BodySide::left).block,
                  high.muscles.at(muscle, BodySide::left).block);
        EXPECT_GE(low.muscles.at(muscle, BodySide::left).volume,
                  typical.muscles.at(muscle, BodySide::left).volume);
        EXPECT_GE(typical.muscles.at(muscle, BodySide::left).volume,
                  high.muscles.at(muscle, BodySide::left).volume);
      }
      EXPECT_GE(low.glabella.effort_relief, typical.glabella.effort_relief);
      EXPECT_GE(typical.glabella.effort_relief, high.glabella.effort_relief);
    }
  }
}

TEST(Course, IsContinuousBetweenDays) {
  const OutcomeCourse course(clinical::calf(100.0), clinical::model(), 300);
  double last = 1.0;
  for (int i = 1; i <= 39 * 70; ++i) {
    const double now = course.state(i / 70.0, Responder::high)
                           .muscles.at(Muscle::gastrocnemius_medial, BodySide::left)
                           .volume;
    EXPECT_NEAR(now, last, 0.003);
    last = now;
  }
}

TEST(Course, TypicalIsTheMedianThatPredictPrints) {
  const Plan plan = clinical::calf(100.0);
  const OutcomeCourse course(plan, clinical::model());
  const auto rows = clinical::predict(plan);
  for (double week : {1.0, 4.0, 8.0, 12.0, 25.0, 39.0}) {
    const TreatmentState state = course.state(week, Responder::typical);
    const double medial =
        100.0 * (state.muscles.at(Muscle::gastrocnemius_medial, BodySide::left).volume - 1.0);
    EXPECT_NEAR(medial, *clinical::row(rows, "calf.left.gastrocnemius_medial.volume_change", week).p50, 1e-6);
    const double soleus = 100.0 * (state.muscles.at(Muscle::soleus, BodySide::left).volume - 1.0);
    EXPECT_NEAR(soleus, *clinical::row(rows, "calf.left.soleus.volume_change", week).p50, 1e-6);
    const double girth = evaluate(clinical::leg().girth_cm, leg_loss(state, BodySide::left));
    // The girth of middle volumes is not quite the middle of girths, whose spread is skew; a tape tells 0.1.
    EXPECT_NEAR(girth, *clinical::row(rows, "calf.left.max_girth_change", week).p50, 0.08) << week;
  }
}

TEST(Course, AMissedSideKeepsItsLineAtRest) {
  Plan plan = clinical::glabella(20.0);
  EXPECT_EQ(OutcomeCourse(plan, clinical::model(), 200).state(8.0, Responder::typical).glabella_rest_share,
            (Sided<double>{1.0, 1.0}));
  plan.sessions[0].injections = {{MuscleTarget{Muscle::corrugator, Side::left, 2}, 8.0}};
  const TreatmentState state = OutcomeCourse(plan, clinical::model(), 200).state(8.0, Responder::typical);
  EXPECT_NEAR(state.glabella.rest_relief * state.glabella_rest_share.right, 1.0, 1e-12);
  EXPECT_LT(state.glabella_rest_share.left, 1.0);
  EXPECT_EQ(state.forehead_rest_share, (Sided<double>{1.0, 1.0}));
}

TEST(Course, TypicalFaceIsTheMedianThatPredictPrints) {
  const Plan plan = clinical::glabella(20.0);
  const OutcomeCourse course(plan, clinical::model(), 2000, 1, clinical::reach(plan));
  const auto rows = clinical::predict(plan);
  for (double week : {1.0, 4.0, 17.0, 30.0}) {
    const TreatmentState state = course.state(week, Responder::typical);
    EXPECT_NEAR(100.0 * (state.glabella.effort_relief - 1.0),
                *clinical::row(rows, "face.glabella.relief_effort_change", week).p50, 1e-6);
    EXPECT_NEAR(state.muscles.at(Muscle::corrugator, BodySide::right).block,
                *clinical::row(rows, "face.corrugator.right.block", week).p50, 1e-9);
    EXPECT_EQ(state.muscles.at(Muscle::procerus, BodySide::left),
              state.muscles.at(Muscle::procerus, BodySide::right));
  }
}

/// Every figure of a state, so that two can be told apart to the last bit.
bool same(const TreatmentState& a, const TreatmentState& b) {
  return a.muscles.values == b.muscles.values && a.glabella == b.glabella && a.forehead == b.forehead &&
         a.crows_feet == b.crows_feet && a.glabella_rest_share == b.glabella_rest_share &&
         a.forehead_rest_share == b.forehead_rest_share;
}

TEST(Course, DoesNotDependOnWhatWasAskedBefore) {
  for (const Plan& plan : {clinical::calf(100.0), clinical::glabella(20.0)}) {
    const OutcomeCourse whole(plan, clinical::model(), 200);
    whole.work_out();
    // One week alone, forward, and back to weeks that were passed over.
    for (const double week : {0.3, 4.0, 12.3, 39.0})
      EXPECT_TRUE(same(OutcomeCourse(plan, clinical::model(), 200).state(week, Responder::low),
                       whole.state(week, Responder::low)))
          << week;
    const OutcomeCourse there_and_back(plan, clinical::model(), 200);
    for (const double week : {2.0, 20.0, 38.9, 11.1, 2.0, 50.0})
      EXPECT_TRUE(same(there_and_back.state(week, Responder::high), whole.state(week, Responder::high)))
          << week;
  }
}

TEST(Course, IsTheSameFromSeveralThreads) {
  const Plan plan = clinical::glabella(20.0);
  const OutcomeCourse alone(plan, clinical::model(), 200);
  const OutcomeCourse shared(plan, clinical::model(), 200);
  std::vector<std::thread> threads;
  std::array<TreatmentState, 3> states;
  threads.emplace_back([&] { shared.work_out(); });
  for (std::size_t i = 0; i < states.size(); ++i)
    threads.emplace_back(
        [&, i] { states[i] = shared.state(30.0 - 12.0 * static_cast<double>(i), Responder::typical); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < states.size(); ++i)
    EXPECT_TRUE(same(states[i], alone.state(30.0 - 12.0 * static_cast<double>(i), Responder::typical))) << i;
}

}  // namespace
}  // namespace simulation
