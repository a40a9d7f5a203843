#include <gtest/gtest.h>

#include "app/session/history.h"

namespace {

using namespace app;

simulation::Plan plan_of(simulation::Region region) {
  simulation::Plan plan;
  plan.region = region;
  simulation::Session session;
  const auto muscle = region == simulation::Region::calf ? simulation::Muscle::gastrocnemius_medial
                                                         : simulation::Muscle::corrugator;
  session.injections.push_back({simulation::MuscleTarget{muscle, simulation::Side::both, 2}, 20.0});
  plan.sessions.push_back(session);
  return plan;
}

KioskSettings settings() {
  KioskSettings settings;
  settings.idle_s = 30;
  settings.countdown_s = 20;
  settings.exit_pin = "2580";
  return settings;
}

History booth() {
  return History(start_session(Mode::kiosk, plan_of(simulation::Region::calf),
                               plan_of(simulation::Region::face), settings()));
}

History with(History history, std::initializer_list<Action> actions) {
  for (const Action& action : actions) history = apply(std::move(history), action);
  return history;
}

History in_use() {
  return with(booth(), {action::Touch{}, action::AcceptNotice{}});
}

TEST(Kiosk, ATouchLeadsFromTheAttractLoopToTheNoticeAndOn) {
  History history = booth();
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::attract);
  EXPECT_TRUE(history.now.playback.playing);
  history = with(history, {action::Touch{}});
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::notice);
  history = with(history, {action::AcceptNotice{}});
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::main);
  EXPECT_EQ(history.now.week(), 0.0);
}

TEST(Kiosk, TheAttractLoopNeverTimesOut) {
  History history = booth();
  for (int i = 0; i < 5000; ++i) history = with(history, {action::Tick{1.0}});
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::attract);
  EXPECT_FALSE(history.now.kiosk.still_there);
}

TEST(Kiosk, AsksFirstThenCountsDownThenStartsOver) {
  History history = with(in_use(), {action::SetWeek{12.0}});
  history = with(history, {action::Tick{29.0}});
  EXPECT_FALSE(history.now.kiosk.still_there);
  history = with(history, {action::Tick{1.5}});
  EXPECT_TRUE(history.now.kiosk.still_there);
  EXPECT_GE(history.now.kiosk.countdown_s, 20.0);
  history = with(history, {action::Tick{19.5}});
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::main);
  history = with(history, {action::Tick{1.0}});
  EXPECT_EQ(history.now.kiosk.screen, KioskScreen::attract);
}

TEST(Kiosk, OneTapExtendsAsOftenAsOneLikes) {
  History history = in_use();
  for (int i = 0; i < 12; ++i) {
    history = with(history, {action::Tick{31.0}, action::Tick{10.0}});
    ASSERT_TRUE(history.now.kiosk.still_there);
    history = with(history, {action::Touch{}});
    ASSERT_FALSE(history.now.kiosk.still_there);
  }
}

TEST(Kiosk, TheResetWipesEverything) {
  History history =
      with(in_use(), {action::SetRegion{simulation::Region::face}, action::SetWeek{12.0},
                      action::SetExpression{simulation::Expression::frown},
                      action::SetProduct{0, simulation::Product::abobotulinumtoxin_a, {}},
                      action::Orbit{0.4, 0.1}, action::OpenCard{"girth"}, action::CloseOverlay{}});
  ASSERT_FALSE(history.past.empty());
  history = with(history, {action::Tick{31.0}, action::Tick{21.0}});
  const Session fresh = booth().now;
  const Session& now = history.now;
  EXPECT_TRUE(history.past.empty());
  EXPECT_TRUE(history.future.empty());
  EXPECT_EQ(now.region, fresh.region);
  EXPECT_EQ(now.calf.plan, fresh.calf.plan);
  EXPECT_EQ(now.face.plan, fresh.face.plan);
  EXPECT_EQ(now.calf.week, 0.0);
  EXPECT_EQ(now.face.week, 0.0);
  EXPECT_EQ(now.expression, fresh.expression);
  EXPECT_EQ(now.overlay, fresh.overlay);
  EXPECT_EQ(now.kiosk, fresh.kiosk);
  EXPECT_EQ(now.playback, fresh.playback);
  EXPECT_EQ(now.look, fresh.look);
  EXPECT_EQ(now.calf.camera.eye_mm, fresh.calf.camera.eye_mm);
}

TEST(Kiosk, HasNoWayToFilesPlansTextOrQuit) {
  for (const Action& action : std::initializer_list<Action>{
           action::SetPlan{}, action::SetPerson{}, action::SetUnits{}, action::AddSession{},
           action::Capture{}, action::Quit{}, action::Undo{}, action::SetShortcutFilter{"x"},
           action::ToggleShortcuts{}, action::ResetAll{}})
    EXPECT_FALSE(allowed(Mode::kiosk, action)) << action.index();
  const History history = with(in_use(), {action::Quit{}, action::Capture{}});
  EXPECT_FALSE(history.now.quit);
  EXPECT_EQ(history.now.capture_requests, 0u);
}

TEST(Kiosk, NothingWorksBehindTheQuestion) {
  History history = with(in_use(), {action::Tick{31.0}});
  history = with(history, {action::SetWeek{9.0}});
  EXPECT_EQ(history.now.week(), 0.0);
}

TEST(Kiosk, OnlyThePinLeadsOut) {
  History history = with(in_use(), {action::OpenPinPad{}});
  ASSERT_TRUE(history.now.kiosk.pin_pad);
  for (const int digit : {1, 2, 3, 4}) history = with(history, {action::PinDigit{digit}});
  EXPECT_TRUE(history.now.kiosk.pin_wrong);
  EXPECT_FALSE(history.now.quit);
  for (const int digit : {2, 5, 8, 0}) history = with(history, {action::PinDigit{digit}});
  EXPECT_TRUE(history.now.quit);
}

TEST(Kiosk, WithoutAPinThereIsNoPad) {
  KioskSettings none = settings();
  none.exit_pin.clear();
  History history(
      start_session(Mode::kiosk, plan_of(simulation::Region::calf), plan_of(simulation::Region::face), none));
  history = with(history, {action::Touch{}, action::OpenPinPad{}});
  EXPECT_FALSE(history.now.kiosk.pin_pad);
}

TEST(Kiosk, ADeskKnowsNoKioskActions) {
  EXPECT_FALSE(allowed(Mode::consultant, action::OpenPinPad{}));
  EXPECT_FALSE(allowed(Mode::consultant, action::StartOver{}));
  EXPECT_TRUE(allowed(Mode::consultant, action::SetPerson{}));
}

}  // namespace
