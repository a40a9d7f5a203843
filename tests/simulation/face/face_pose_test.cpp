#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "simulation/face/face_surface.h"

namespace {

using namespace simulation;

constexpr Expression kExpressions[] = {Expression::neutral, Expression::frown, Expression::raise,
                                       Expression::squint, Expression::smile};

std::map<std::string, double> weights(const std::vector<TargetWeight>& pose) {
  std::map<std::string, double> out;
  for (const TargetWeight& t : pose) out[t.target] = t.weight;
  return out;
}

TreatmentState blocked(std::initializer_list<Muscle> muscles, double block) {
  TreatmentState state;
  for (const Muscle m : muscles) {
    for (const BodySide side : kBodySides) state.muscles.at(m, side).block = block;
  }
  return state;
}

TEST(FacePose, AtRestWithoutTreatmentIsEmpty) {
  for (const Expression e : kExpressions) EXPECT_TRUE(face_pose(e, 0.0, {}, {}).empty());
  EXPECT_TRUE(face_pose(Expression::neutral, 1.0, {}, {}).empty());
}

TEST(FacePose, EveryExpressionMovesSomething) {
  for (const Expression e : kExpressions) {
    EXPECT_EQ(face_pose(e, 1.0, {}, {}).empty(), e == Expression::neutral);
  }
}

TEST(FacePose, BlockWeakensItsUnitAlone) {
  const auto whole = weights(face_pose(Expression::frown, 1.0, {}, {}));
  const auto treated = weights(face_pose(Expression::frown, 1.0, blocked({Muscle::corrugator}, 0.5), {}));
  EXPECT_LT(treated.at("corrugator-left"), whole.at("corrugator-left"));
  for (const auto& [name, weight] : whole) {
    EXPECT_EQ(treated.at(name) == weight, !name.starts_with("corrugator")) << name;
  }
}

TEST(FacePose, FollowsTheActivationFormula) {
  const FaceResponse r;
  const double tone = r.depressor_tone;
  for (const double effort : {0.0, 0.3, 0.7, 1.0}) {
    for (const double block : {0.0, 0.4, 0.92}) {
      const auto pose =
          weights(face_pose(Expression::frown, effort, blocked({Muscle::corrugator}, block), r));
      const double expected = ((1 - block) * std::min(1.0, tone + effort) - tone) / (1 - tone);
      const double got = pose.contains("corrugator-left") ? pose.at("corrugator-left") : 0.0;
      EXPECT_NEAR(got, expected, 1e-12);
    }
  }
}

TEST(FacePose, GrowsWithEffortAndFallsWithBlock) {
  double before = -1.0;
  for (double effort = 0.1; effort <= 0.85; effort += 0.15) {
    const double now = weights(face_pose(Expression::raise, effort, {}, {})).at("frontalis-left-medial");
    EXPECT_GT(now, before);
    before = now;
  }
  before = 2.0;
  for (double block = 0.0; block <= 1.0; block += 0.2) {
    const auto state = blocked({Muscle::frontalis_medial}, block);
    const double now = weights(face_pose(Expression::raise, 1.0, state, {})).at("frontalis-left-medial");
    EXPECT_LT(now, before);
    before = now;
  }
}

TEST(FacePose, FullyBlockedFaceBarelyMoves) {
  TreatmentState state;
  for (auto& muscle : state.muscles.values) {
    for (const BodySide side : kBodySides) muscle[side].block = 0.92;
  }
  state.muscles.at(Muscle::levator_palpebrae, BodySide::left).block = 0.0;
  state.muscles.at(Muscle::levator_palpebrae, BodySide::right).block = 0.0;
  for (const Expression e : kExpressions) {
    for (const TargetWeight& t : face_pose(e, 1.0, state, {})) {
      if (t.target.find("_hold-") != std::string::npos) continue;  // the same in every expression
      EXPECT_LT(std::abs(t.weight), 0.2) << t.target;
    }
  }
}

TEST(FacePose, WhatIsHeldIsLetGoAlikeInEveryExpression) {
  for (const Expression e : kExpressions)
    for (const double effort : {0.0, 0.4, 1.0}) {
      for (const TargetWeight& t : face_pose(e, effort, {}, {}))
        EXPECT_EQ(t.target.find("_hold-"), std::string::npos);
      const auto pose = weights(face_pose(e, effort, blocked({Muscle::orbicularis_oculi}, 0.6), {}));
      EXPECT_NEAR(pose.at("orbicularis_oculi_hold-left"), -0.6, 1e-12);
      EXPECT_NEAR(pose.at("orbicularis_oculi_hold-right"), -0.6, 1e-12);
    }
}

TEST(FacePose, ATreatedSideIsThatSideAlone) {
  TreatmentState state;
  state.muscles.at(Muscle::frontalis_lateral, BodySide::left).block = 0.8;
  const auto whole = weights(face_pose(Expression::raise, 1.0, {}, {}));
  const auto pose = weights(face_pose(Expression::raise, 1.0, state, {}));
  EXPECT_LT(pose.at("frontalis-left-lateral"), whole.at("frontalis-left-lateral"));
  EXPECT_EQ(pose.at("frontalis-right-lateral"), whole.at("frontalis-right-lateral"));
}

TEST(FacePose, EffortIsClamped) {
  EXPECT_EQ(face_pose(Expression::frown, 7.0, {}, {}), face_pose(Expression::frown, 1.0, {}, {}));
  EXPECT_TRUE(face_pose(Expression::frown, -1.0, {}, {}).empty());
}

}  // namespace
