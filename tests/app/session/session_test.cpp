#include <gtest/gtest.h>

#include "app/check/dose_sums.h"
#include "app/session/apply.h"
#include "app/session/dose.h"
#include "app/session/history.h"

namespace {

using namespace app;
using simulation::Muscle;
using simulation::Side;

simulation::Plan calf_plan() {
  simulation::Plan plan;
  plan.region = simulation::Region::calf;
  simulation::Session session;
  session.injections.push_back({simulation::MuscleTarget{Muscle::gastrocnemius_medial, Side::both, 6}, 60.0});
  session.injections.push_back(
      {simulation::MuscleTarget{Muscle::gastrocnemius_lateral, Side::both, 4}, 40.0});
  plan.sessions.push_back(session);
  return plan;
}

simulation::Plan face_plan() {
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  simulation::Session session;
  session.injections.push_back({simulation::MuscleTarget{Muscle::corrugator, Side::both, 2}, 8.0});
  plan.sessions.push_back(session);
  return plan;
}

Session desk() {
  Session session = start_session(Mode::consultant, calf_plan(), face_plan());
  render::Framing framing;
  framing.height_mm = 480;
  framing.orthographic = true;
  session = apply(std::move(session), action::SetFraming{simulation::Region::calf, framing});
  framing.orthographic = false;
  return apply(std::move(session), action::SetFraming{simulation::Region::face, framing});
}

bool same_camera(const render::Camera& a, const render::Camera& b) {
  return a.eye_mm == b.eye_mm && a.target_mm == b.target_mm && a.visible_height_mm() == b.visible_height_mm();
}

TEST(Session, ApplyIsPure) {
  const Session before = desk();
  const Session copy = before;
  const Session once = apply(before, action::SetWeek{12.5});
  const Session again = apply(before, action::SetWeek{12.5});
  EXPECT_EQ(before.week(), copy.week());
  EXPECT_EQ(once.week(), 12.5);
  EXPECT_EQ(again.week(), 12.5);
}

TEST(Session, WeekStaysInsideTheRunAndMonthNineIsAlwaysReachable) {
  Session session = desk();
  EXPECT_EQ(apply(session, action::SetWeek{-3}).week(), 0.0);
  EXPECT_EQ(apply(session, action::SetWeek{1000}).week(), 39.0);
  EXPECT_EQ(apply(session, action::SetWeek{std::nan("")}).week(), 0.0);
  session = apply(session, action::AddSession{});
  const double last = simulation::last_shown_week(session.plan());
  EXPECT_EQ(last, 12.0 + 39.0);
  EXPECT_EQ(apply(session, action::GoLast{}).week(), last);
  // A plan without any session still runs for nine months.
  Session bare = apply(apply(session, action::RemoveSession{1}), action::RemoveSession{0});
  EXPECT_EQ(apply(bare, action::GoLast{}).week(), 39.0);
  EXPECT_GE(39.0, 9.0 * 30.0 / 7.0);
}

TEST(Session, ShorterRunPullsTheWeekBack) {
  Session session = apply(apply(desk(), action::AddSession{}), action::GoLast{});
  ASSERT_EQ(session.week(), 51.0);
  EXPECT_EQ(apply(session, action::RemoveSession{1}).week(), 39.0);
}

TEST(Session, TheTapeStaysBetweenKneeAndAnkle) {
  Session session = apply(desk(), action::ShowTape{true});
  EXPECT_TRUE(session.tape.shown);
  EXPECT_FALSE(session.tape.t);  // where the calf is widest
  EXPECT_EQ(apply(session, action::PlaceTape{0.4}).tape.t, 0.4);
  EXPECT_EQ(apply(session, action::PlaceTape{7.0}).tape.t, 1.0);
  EXPECT_EQ(apply(session, action::PlaceTape{-1.0}).tape.t, 0.0);
  session = apply(session, action::PlaceTape{0.4});
  EXPECT_EQ(apply(session, action::PlaceTape{std::nan("")}).tape.t, 0.4);
  EXPECT_FALSE(apply(session, action::PlaceTape{}).tape.t);
  EXPECT_FALSE(allowed(Mode::kiosk, action::ShowTape{true}));
}

TEST(Session, ADragOfTheTapeIsOneStepBack) {
  History history(desk());
  history = apply(std::move(history), action::ShowTape{true});
  for (const double t : {0.30, 0.33, 0.41}) history = apply(std::move(history), action::PlaceTape{t});
  history = apply(std::move(history), action::EndGesture{});
  history = apply(std::move(history), action::PlaceTape{0.5});
  history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.tape.t, 0.41);
  history = apply(std::move(history), action::Undo{});
  EXPECT_FALSE(history.now.tape.t);
  EXPECT_TRUE(history.now.tape.shown);
  history = apply(std::move(history), action::Undo{});
  EXPECT_FALSE(history.now.tape.shown);
  history = apply(std::move(history), action::Redo{});
  EXPECT_TRUE(history.now.tape.shown);
}

TEST(Session, StepsGoToWholeWeeksAndMonths) {
  const Session session = apply(desk(), action::SetWeek{3.4});
  EXPECT_EQ(apply(session, action::StepWeeks{1}).week(), 4.0);
  EXPECT_EQ(apply(session, action::StepWeeks{-1}).week(), 3.0);
  EXPECT_NEAR(apply(session, action::StepMonths{1}).week(), kWeeksPerMonth, 1e-9);
  EXPECT_EQ(apply(session, action::StepMonths{-1}).week(), 0.0);
}

TEST(Session, PlaybackRunsToMonthNineAndStops) {
  Session session = apply(desk(), action::SetPlaying{true});
  for (int i = 0; i < 200; ++i) session = apply(session, action::Tick{0.1});
  EXPECT_EQ(session.week(), 39.0);
  EXPECT_FALSE(session.playback.playing);
  // Playing again from the end starts over.
  EXPECT_EQ(apply(session, action::SetPlaying{true}).week(), 0.0);
}

TEST(Session, PlaybackGoesBackwardsLoopsAndTurns) {
  Session session = apply(apply(desk(), action::SetWeek{1.0}), action::SetDirection{-1});
  session = apply(session, action::SetPlaying{true});
  EXPECT_LT(apply(session, action::Tick{0.1}).week(), 1.0);
  const Session loop = apply(apply(session, action::SetLoop{LoopMode::loop}), action::Tick{1.0});
  EXPECT_EQ(loop.week(), 39.0);
  const Session turned = apply(apply(session, action::SetLoop{LoopMode::ping_pong}), action::Tick{1.0});
  EXPECT_EQ(turned.playback.direction, 1);
  EXPECT_DOUBLE_EQ(turned.week(), 2.0);
}

TEST(Session, SplitTicksMoveAsFarAsOne) {
  const Session start = apply(desk(), action::SetPlaying{true});
  Session split = start;
  for (int i = 0; i < 8; ++i) split = apply(split, action::Tick{0.125});
  EXPECT_DOUBLE_EQ(split.week(), apply(start, action::Tick{1.0}).week());
}

TEST(Session, ReducedMotionMovesByMonths) {
  Session session = apply(apply(desk(), action::SetReducedMotion{true}), action::SetPlaying{true});
  session = apply(session, action::Tick{0.5});
  EXPECT_EQ(session.week(), 0.0);
  session = apply(session, action::Tick{1.0});
  EXPECT_NEAR(session.week(), kWeeksPerMonth, 1e-9);
}

TEST(Session, EachRegionKeepsItsOwnWeekAndPlan) {
  Session session = apply(desk(), action::SetWeek{20.0});
  session = apply(session, action::SetRegion{simulation::Region::face});
  EXPECT_EQ(session.week(), 0.0);
  session = apply(session, action::SetWeek{5.0});
  session = apply(session, action::SetRegion{simulation::Region::calf});
  EXPECT_EQ(session.week(), 20.0);
}

TEST(Session, UnitsAreSetPerSide) {
  Session session = apply(desk(), action::SetUnits{0, Muscle::gastrocnemius_medial, Side::left, 75});
  const auto& first = session.plan().sessions[0];
  EXPECT_EQ(units_of(first, Muscle::gastrocnemius_medial, Side::left), 75);
  EXPECT_EQ(units_of(first, Muscle::gastrocnemius_medial, Side::right), 60);
  EXPECT_EQ(units_of(first, Muscle::gastrocnemius_lateral, Side::left), 40);
  session = apply(session, action::SetUnits{0, Muscle::gastrocnemius_medial, Side::right, 0});
  EXPECT_EQ(units_of(session.plan().sessions[0], Muscle::gastrocnemius_medial, Side::right), 0);
  EXPECT_NO_THROW(simulation::validate(session.plan()));
  EXPECT_EQ(units_of(apply(session, action::SetUnits{0, Muscle::gastrocnemius_medial, Side::left, -5})
                         .plan()
                         .sessions[0],
                     Muscle::gastrocnemius_medial, Side::left),
            0);
  EXPECT_EQ(apply(session, action::SetUnits{9, Muscle::gastrocnemius_medial, Side::left, 1}).plan(),
            session.plan());
}

TEST(Session, AnotherProductNeverCarriesUnitsOver) {
  const Session session = desk();
  const auto abo = simulation::Product::abobotulinumtoxin_a;
  const Session bare = apply(session, action::SetProduct{0, abo, {}});
  EXPECT_TRUE(bare.plan().sessions[0].injections.empty());
  const std::vector<simulation::Injection> protocol = {
      {simulation::MuscleTarget{Muscle::gastrocnemius_medial, Side::both, 6}, 150.0}};
  const Session filled = apply(session, action::SetProduct{0, abo, protocol});
  EXPECT_EQ(units_of(filled.plan().sessions[0], Muscle::gastrocnemius_medial, Side::left), 150);
  EXPECT_EQ(units_of(filled.plan().sessions[0], Muscle::gastrocnemius_lateral, Side::left), 0);
}

TEST(Session, PersonAndSessionWeeksAreClampedToValidPlans) {
  Session session = apply(desk(), action::AddSession{});
  simulation::Person person = session.plan().person;
  person.age_years = 5;
  person.skin_tone = 9;
  person.calf.max_girth_cm.left = 200;
  person.face.glabella.effort = 7;
  session = apply(session, action::SetPerson{person});
  EXPECT_NO_THROW(simulation::validate(session.plan()));
  EXPECT_EQ(apply(session, action::SetSessionWeek{1, -4}).plan().sessions[1].week, 1.0);
  EXPECT_EQ(apply(session, action::SetSessionWeek{0, 99}).plan().sessions[0].week, 11.0);
}

TEST(Session, OrbitAndZoomNeverLoseTheModel) {
  Session session = desk();
  for (int i = 0; i < 100; ++i) {
    session = apply(session, action::Pan{{0, 0}, {1, 1}});
    session = apply(session, action::Zoom{0.5, {0.3, 0.3}});
  }
  const render::Camera standard = desk().view().camera;
  EXPECT_LE(session.view().camera.visible_height_mm(), 3.1 * standard.visible_height_mm());
  const glm::dvec3 away = session.view().camera.target_mm - session.view().framing.centre_mm;
  EXPECT_LE(std::abs(away.y), session.view().framing.height_mm);
}

TEST(Session, AnotherPaneShapeKeepsTheBodyInside) {
  const Session wide = apply(desk(), action::SetAspect{1.6});
  const Session narrow = apply(wide, action::SetAspect{0.25});
  EXPECT_GT(narrow.view().camera.visible_height_mm(), wide.view().camera.visible_height_mm());
  const Session back = apply(narrow, action::SetAspect{1.6});
  EXPECT_NEAR(back.view().camera.visible_height_mm(), wide.view().camera.visible_height_mm(), 1e-6);
}

TEST(Session, ATallerBodyIsFramedAsTheLastOneWas) {
  Session session = apply(apply(desk(), action::Orbit{0.5, 0.1}), action::Zoom{1.5, {0, 0}});
  const render::Camera before = session.view().camera;
  render::Framing taller = session.view().framing;
  taller.height_mm *= 1.2;
  taller.centre_mm.y += 48;
  session = apply(session, action::SetFraming{simulation::Region::calf, taller});
  EXPECT_NEAR(session.view().camera.visible_height_mm(), 1.2 * before.visible_height_mm(), 1e-6);
  EXPECT_NEAR(session.view().camera.target_mm.y, before.target_mm.y + 48, 1e-6);
}

TEST(History, UndoesAndRedoesAtLeastFiftySteps) {
  History history(desk());
  for (int i = 1; i <= 60; ++i) {
    history = apply(std::move(history), action::SetWeek{i * 0.5});
    history = apply(std::move(history), action::EndGesture{});
  }
  for (int i = 59; i >= 0; --i) {
    history = apply(std::move(history), action::Undo{});
    EXPECT_DOUBLE_EQ(history.now.week(), i * 0.5);
  }
  for (int i = 1; i <= 60; ++i) {
    history = apply(std::move(history), action::Redo{});
    EXPECT_DOUBLE_EQ(history.now.week(), i * 0.5);
  }
}

TEST(History, ADragIsOneStep) {
  History history(desk());
  for (int i = 0; i < 30; ++i) history = apply(std::move(history), action::SetWeek{i * 1.0});
  history = apply(std::move(history), action::EndGesture{});
  EXPECT_EQ(history.past.size(), 1u);
  history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.week(), 0.0);
}

TEST(History, UndoCoversPlanViewAndLayersButNotTheLook) {
  History history(desk());
  const Session start = history.now;
  history = apply(std::move(history), action::SetTheme{Theme::dark});
  history = apply(std::move(history), action::SetLayer{render::Layer::xray});
  history = apply(std::move(history), action::SetUnits{0, Muscle::gastrocnemius_medial, Side::left, 90});
  history = apply(std::move(history), action::Orbit{0.3, 0.1});
  ASSERT_EQ(history.past.size(), 3u);
  for (int i = 0; i < 3; ++i) history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.plan(), start.plan());
  EXPECT_EQ(history.now.layer, start.layer);
  EXPECT_TRUE(same_camera(history.now.view().camera, start.view().camera));
  EXPECT_EQ(history.now.look.theme, Theme::dark);
}

TEST(History, ANewActionForgetsTheFuture) {
  History history(desk());
  history = apply(std::move(history), action::SetLayer{render::Layer::heat});
  history = apply(std::move(history), action::Undo{});
  history = apply(std::move(history), action::SetLayer{render::Layer::muscle});
  EXPECT_TRUE(history.future.empty());
}

TEST(History, ResetAllGoesBackToTheStartAndCanBeUndone) {
  History history(desk());
  history = apply(std::move(history), action::SetWeek{9.0});
  history = apply(std::move(history), action::ResetAll{});
  EXPECT_EQ(history.now.week(), 0.0);
  history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.week(), 9.0);
}

}  // namespace
