#include "app/window/view/quality_steps.h"

#include <gtest/gtest.h>

#include <cmath>

namespace app {
namespace {

void add(QualitySteps& steps, double milliseconds, int frames) {
  for (int i = 0; i < frames; ++i) steps.add_frame(milliseconds);
}

/// A machine on which the full step takes that long, and the others shares of it.
QualityStep settled(QualitySteps steps, double full_ms, int* changes = nullptr) {
  constexpr double kShare[] = {1.0, 0.7, 0.5, 0.3};
  for (int i = 0; i < 400; ++i) {
    const QualityStep before = steps.step();
    steps.add_frame(full_ms * kShare[static_cast<std::size_t>(before)]);
    if (changes && i >= 100 && steps.step() != before) ++*changes;
  }
  return steps.step();
}

TEST(QualitySteps, OneVerySlowFrameMakesItCoarserAtOnce) {
  for (const double slow_ms : {150.0, 300.0, 2000.0}) {
    QualitySteps steps;
    add(steps, 10.0, 20);
    steps.add_frame(slow_ms);
    EXPECT_EQ(steps.step(), QualityStep::three_quarters) << slow_ms;
    steps.add_frame(slow_ms);
    EXPECT_EQ(steps.step(), QualityStep::half) << slow_ms;
  }
}

TEST(QualitySteps, SlightlySlowFramesHaveToAddUp) {
  QualitySteps steps;
  add(steps, 50.0, 10);
  EXPECT_EQ(steps.step(), QualityStep::full);
  add(steps, 50.0, 1);
  EXPECT_EQ(steps.step(), QualityStep::fewer_samples);
  add(steps, 70.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::three_quarters);
  add(steps, 70.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::half);
  add(steps, 500.0, 40);
  EXPECT_EQ(steps.step(), QualityStep::half);
}

TEST(QualitySteps, FastFramesMakeUpForASlowOne) {
  QualitySteps steps;
  for (int i = 0; i < 20; ++i) {
    steps.add_frame(100.0);
    add(steps, 10.0, 3);
  }
  EXPECT_EQ(steps.step(), QualityStep::full);
}

TEST(QualitySteps, ReactsWithinAThirdOfASecondOfAnySlowness) {
  for (double ms = 110.0; ms < 1000.0; ms *= 1.3) {
    QualitySteps steps;
    double spent = 0.0;
    while (steps.step() == QualityStep::full && spent < 5000.0) {
      steps.add_frame(ms);
      spent += ms;
    }
    EXPECT_LE(spent, std::max(ms, 333.0)) << ms;
  }
}

TEST(QualitySteps, ManyFastFramesMakeItFinerAgain) {
  QualitySteps steps(QualityStep::half);
  add(steps, 2.0, 11);
  EXPECT_EQ(steps.step(), QualityStep::half);
  add(steps, 2.0, 25);
  EXPECT_EQ(steps.step(), QualityStep::full);
}

TEST(QualitySteps, BetweenFastAndSlowNothingChanges) {
  for (const auto step : {QualityStep::full, QualityStep::fewer_samples, QualityStep::three_quarters}) {
    QualitySteps steps(step);
    add(steps, 33.0, 200);
    EXPECT_EQ(steps.step(), step);
  }
}

TEST(QualitySteps, EveryMachineSettles) {
  for (double full_ms = 2.0; full_ms < 800.0; full_ms *= 1.07) {
    int changes = 0;
    const QualityStep from_full = settled(QualitySteps(), full_ms, &changes);
    settled(QualitySteps(QualityStep::half), full_ms, &changes);
    EXPECT_EQ(changes, 0) << full_ms;
    if (full_ms < 15.0) {
      EXPECT_EQ(from_full, QualityStep::full) << full_ms;
    }
    if (full_ms > 130.0) {
      EXPECT_EQ(from_full, QualityStep::half) << full_ms;
    }
  }
}

TEST(QualitySteps, WhatIsNoTimeIsNotCounted) {
  QualitySteps steps;
  for (const double none : {0.0, -5.0, std::nan(""), HUGE_VAL}) add(steps, none, 50);
  EXPECT_EQ(steps.step(), QualityStep::full);
}

}  // namespace
}  // namespace app
