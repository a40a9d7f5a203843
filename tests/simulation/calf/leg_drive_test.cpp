#include "simulation/calf/leg_drive.h"

#include <gtest/gtest.h>

namespace {

using namespace simulation;

TreatmentState blocked(Muscle muscle, double block) {
  TreatmentState state;
  state.muscles.at(muscle, BodySide::left).block = block;
  return state;
}

TEST(LegDrive, StandingIsRelaxed) {
  const auto drives = leg_drives(blocked(Muscle::soleus, 0.3), CalfPose::standing, 1.0);
  EXPECT_EQ(drives.left.contraction, LegContraction{});
  EXPECT_EQ(drives.right.contraction, LegContraction{});
  EXPECT_EQ(leg_drives({}, CalfPose::tiptoe, 0.0).left.contraction, LegContraction{});
}

TEST(LegDrive, GrowsWithEffortWithinTheFullContraction) {
  LegContraction last;
  for (const double effort : {0.1, 0.4, 0.7, 1.0}) {
    const LegContraction now = leg_drives({}, CalfPose::tiptoe, effort).right.contraction;
    EXPECT_GT(now.medial, last.medial);
    EXPECT_GT(now.lateral, last.lateral);
    EXPECT_GT(now.soleus, last.soleus);
    last = now;
  }
  for (const double share : {last.medial, last.lateral, last.soleus}) EXPECT_LE(share, 1.0);
  EXPECT_EQ(leg_drives({}, CalfPose::tiptoe, 5.0).right.contraction, last);
}

TEST(LegDrive, ABlockWeakensItsMuscleOnItsSideAlone) {
  const LegContraction free = leg_drives({}, CalfPose::tiptoe, 1.0).left.contraction;
  double last = free.medial;
  for (const double block : {0.2, 0.5, 0.9, 1.0}) {
    const auto drives = leg_drives(blocked(Muscle::gastrocnemius_medial, block), CalfPose::tiptoe, 1.0);
    EXPECT_LT(drives.left.contraction.medial, last);
    EXPECT_NEAR(drives.left.contraction.medial, free.medial * (1.0 - block), 1e-12);
    EXPECT_EQ(drives.left.contraction.lateral, free.lateral);
    EXPECT_EQ(drives.left.contraction.soleus, free.soleus);
    EXPECT_EQ(drives.right.contraction, free);
    last = drives.left.contraction.medial;
  }
  EXPECT_EQ(last, 0.0);
}

TEST(LegDrive, CarriesTheLoss) {
  TreatmentState state;
  state.muscles.at(Muscle::gastrocnemius_lateral, BodySide::right).volume = 0.8;
  for (const CalfPose pose : {CalfPose::standing, CalfPose::tiptoe}) {
    const auto drives = leg_drives(state, pose, 1.0);
    EXPECT_NEAR(drives.right.loss.lateral, 0.2, 1e-12);
    EXPECT_EQ(drives.left.loss.lateral, 0.0);
  }
}

}  // namespace
