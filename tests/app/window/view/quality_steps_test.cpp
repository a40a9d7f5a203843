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

TEST(QualitySteps, AFewSlowFramesMakeItCoarserOneDoesNot) {
  QualitySteps steps;
  steps.add_frame(400.0);
  add(steps, 10.0, 20);
  EXPECT_EQ(steps.step(), QualityStep::full);
  add(steps, 50.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::fewer_samples);
  add(steps, 50.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::three_quarters);
  add(steps, 50.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::half);
  add(steps, 500.0, 40);
  EXPECT_EQ(steps.step(), QualityStep::half);
}

TEST(QualitySteps, FarTooSlowSkipsAStep) {
  QualitySteps steps;
  add(steps, 200.0, 4);
  EXPECT_EQ(steps.step(), QualityStep::three_quarters);
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
