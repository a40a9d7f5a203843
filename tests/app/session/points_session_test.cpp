#include <gtest/gtest.h>

#include "app/check/dose_sums.h"
#include "app/session/apply.h"
#include "app/session/history.h"

namespace {

using namespace app;

simulation::Plan plan_of(simulation::Region region) {
  simulation::Plan plan;
  plan.region = region;
  simulation::Session session;
  const auto muscle = region == simulation::Region::calf ? simulation::Muscle::gastrocnemius_medial
                                                         : simulation::Muscle::corrugator;
  session.injections.push_back({simulation::MuscleTarget{muscle, simulation::Side::both, {}}, 20.0});
  plan.sessions.push_back(session);
  return plan;
}

History desk(Mode mode = Mode::consultant) {
  return History(start_session(mode, plan_of(simulation::Region::calf), plan_of(simulation::Region::face)));
}

const std::vector<simulation::Injection>& given(const History& history) {
  return history.now.plan().sessions[0].injections;
}

glm::dvec2 uv(const simulation::Injection& injection) {
  return std::get<simulation::SkinPoint>(injection.target).uv;
}

TEST(PointsSession, AddingMovingAndRemovingAreOneStepEach) {
  History h = desk();
  h = apply(h, action::PlacePoints{true});
  EXPECT_TRUE(h.now.points.shown);
  EXPECT_TRUE(h.past.empty());  // a tool is not undone
  h = apply(h, action::AddPoint{0, {0.4, 0.7}, 5.0});
  ASSERT_EQ(given(h).size(), 2u);
  EXPECT_EQ(h.now.points.selected, 1);
  EXPECT_DOUBLE_EQ(session_units(h.now.plan().sessions[0]), 45.0);
  for (const double x : {0.41, 0.42, 0.43}) h = apply(h, action::MovePoint{0, 1, {x, 0.7}});
  h = apply(h, action::EndGesture{});
  EXPECT_EQ(uv(given(h)[1]), glm::dvec2(0.43, 0.7));
  h = apply(h, action::RemovePoint{0, 1});
  EXPECT_EQ(given(h).size(), 1u);
  EXPECT_EQ(h.now.points.selected, -1);
  EXPECT_EQ(h.past.size(), 3u);

  h = apply(h, action::Undo{});
  EXPECT_EQ(uv(given(h)[1]), glm::dvec2(0.43, 0.7));
  h = apply(h, action::Undo{});
  EXPECT_EQ(uv(given(h)[1]), glm::dvec2(0.4, 0.7));
  h = apply(h, action::Undo{});
  EXPECT_EQ(given(h).size(), 1u);
  EXPECT_TRUE(h.now.points.placing);
  h = apply(h, action::Redo{});
  EXPECT_EQ(uv(given(h)[1]), glm::dvec2(0.4, 0.7));
}

TEST(PointsSession, WhatIsNoFreePointIsLeftAlone) {
  History h = desk();
  const simulation::Plan before = h.now.plan();
  h = apply(h, action::MovePoint{0, 0, {0.5, 0.5}});
  h = apply(h, action::RemovePoint{0, 0});
  h = apply(h, action::SetFreeUnits{0, 0, 9.0});
  h = apply(h, action::AddPoint{3, {0.5, 0.5}, 4.0});
  h = apply(h, action::AddPoint{0, {1.5, 0.5}, 4.0});
  h = apply(h, action::AddPoint{0, {0.5, 0.5}, 0.0});
  h = apply(h, action::SelectPoint{0});
  EXPECT_EQ(h.now.plan(), before);
  EXPECT_EQ(h.now.points.selected, -1);
}

TEST(PointsSession, UnitsAreClampedAndBelongToTheRegion) {
  History h = desk();
  EXPECT_EQ(h.now.view().point_units, 10.0);
  h = apply(h, action::SetPointUnits{7.5});
  EXPECT_EQ(h.now.view().point_units, 7.5);
  h = apply(h, action::AddPoint{0, {0.5, 0.5}, h.now.view().point_units});
  h = apply(h, action::SetFreeUnits{0, 1, -3.0});
  EXPECT_EQ(given(h)[1].units, 0.0);
  h = apply(h, action::SetRegion{simulation::Region::face});
  EXPECT_EQ(h.now.view().point_units, 4.0);
  EXPECT_EQ(h.now.points.selected, -1);
}

TEST(PointsSession, HidingEndsPlacing) {
  History h = desk();
  h = apply(h, action::PlacePoints{true});
  h = apply(h, action::ShowPoints{false});
  EXPECT_EQ(h.now.points, PointTool{});
}

TEST(PointsSession, AKioskPlacesNothing) {
  History h = desk(Mode::kiosk);
  const simulation::Plan before = h.now.plan();
  for (const Action& refused :
       {Action(action::PlacePoints{true}), Action(action::ShowPoints{true}),
        Action(action::AddPoint{0, {0.5, 0.5}, 4.0}), Action(action::MovePoint{0, 0, {0.5, 0.5}}),
        Action(action::RemovePoint{0, 0}), Action(action::SetFreeUnits{0, 0, 1.0}),
        Action(action::SetPointUnits{3.0}), Action(action::SelectPoint{0})}) {
    EXPECT_FALSE(allowed(Mode::kiosk, refused));
    h = apply(h, refused);
  }
  EXPECT_EQ(h.now.plan(), before);
  EXPECT_EQ(h.now.points, PointTool{});
}

}  // namespace
