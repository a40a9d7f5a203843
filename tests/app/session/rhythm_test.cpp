#include "app/session/rhythm.h"

#include <gtest/gtest.h>

#include "app/session/history.h"

namespace {

using namespace app;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Side;

simulation::Plan face_plan(int sessions = 1, double gap = 13.0) {
  simulation::Plan plan;
  plan.title = "Given";
  plan.region = simulation::Region::face;
  for (int i = 0; i < sessions; ++i) {
    simulation::Session session;
    session.week = i * gap;
    session.injections = {{MuscleTarget{Muscle::corrugator, Side::both, 2}, 9.0},
                          {MuscleTarget{Muscle::frontalis, Side::both, 3}, 10.0}};
    plan.sessions.push_back(session);
  }
  return plan;
}

simulation::Plan calf_plan() {
  simulation::Plan plan;
  plan.region = simulation::Region::calf;
  simulation::Session session;
  session.injections = {{MuscleTarget{Muscle::gastrocnemius_medial, Side::both, 6}, 60.0}};
  plan.sessions = {session};
  return plan;
}

History desk(int sessions = 1) {
  Session session = start_session(Mode::consultant, calf_plan(), face_plan(sessions));
  session.region = simulation::Region::face;
  return History(session);
}

History after(History history, const Action& action) {
  return apply(std::move(history), action);
}

std::vector<double> weeks(const simulation::Plan& plan) {
  std::vector<double> list;
  for (const auto& session : plan.sessions) list.push_back(session.week);
  return list;
}

TEST(Rhythm, RepeatsTheLastSessionAndCanBeUndone) {
  const History start = desk();
  const History repeated = after(start, action::SetRhythm{4, 16.0});
  EXPECT_EQ(weeks(repeated.now.plan()), (std::vector<double>{0, 16, 32, 48}));
  EXPECT_EQ(repeated.now.plan().sessions[3].injections, start.now.plan().sessions[0].injections);
  EXPECT_EQ(repeated.now.last_week(), 48.0 + 39.0);
  EXPECT_EQ(after(repeated, action::Undo{}).now.plan(), start.now.plan());
}

TEST(Rhythm, KeepsWhatIsGivenInSessionsThatWereThere) {
  History history = desk(3);
  history.now.face.plan.sessions[1].injections[0].units = 2.0;
  history = after(history, action::SetRhythm{3, 20.0});
  EXPECT_EQ(weeks(history.now.plan()), (std::vector<double>{0, 20, 40}));
  EXPECT_EQ(history.now.plan().sessions[1].injections[0].units, 2.0);
}

TEST(Rhythm, StaysWithinLabelsAndTheLongestRun) {
  EXPECT_EQ(weeks(after(desk(), action::SetRhythm{2, 3.0}).now.plan()), (std::vector<double>{0, 12}));
  EXPECT_EQ(weeks(after(desk(), action::SetRhythm{2, 900.0}).now.plan()), (std::vector<double>{0, 52}));
  EXPECT_EQ(after(desk(4), action::SetRhythm{0, 13.0}).now.plan().sessions.size(), 1u);
  const History many = after(desk(), action::SetRhythm{999, 13.0});
  EXPECT_EQ(many.now.plan().sessions.size(), 21u);
  EXPECT_LE(many.now.plan().sessions.back().week, simulation::kMaxWeek);
  EXPECT_NO_THROW(simulation::validate(many.now.plan()));
  History empty = desk();
  empty.now.face.plan.sessions.clear();
  EXPECT_TRUE(after(empty, action::SetRhythm{5, 13.0}).now.plan().sessions.empty());
}

TEST(Rhythm, TellsEvenFromUneven) {
  simulation::Plan plan = face_plan(4);
  EXPECT_TRUE(rhythm_of(plan).even);
  EXPECT_EQ(rhythm_of(plan).every_weeks, 13.0);
  plan.sessions[1].week = 20.0;
  EXPECT_FALSE(rhythm_of(plan).even);
}

TEST(Gentler, GivesLessMoreRarelyOverTheSameTimeAndSparesTheLifter) {
  const simulation::Plan plan = face_plan(13);
  const simulation::Plan gentle = gentler(plan);
  EXPECT_EQ(weeks(gentle), (std::vector<double>{0, 23, 46, 69, 92, 115, 138}));
  EXPECT_EQ(gentle.sessions[0].injections[0].units, 6.0);
  EXPECT_EQ(gentle.sessions[0].injections[1].units, 5.0);
  EXPECT_EQ(gentle.person, plan.person);
  EXPECT_NO_THROW(simulation::validate(gentle));
  EXPECT_EQ(weeks(gentler(face_plan(1))), (std::vector<double>{0}));
  EXPECT_EQ(rhythm_of(gentler(face_plan(3, 52.0))).every_weeks, 52.0);  // never more often than before
}

TEST(Beside, OpensTwoPanesOnOneClockAndOnePerson) {
  History history = after(desk(13), action::CompareGentler{"Gentle"});
  ASSERT_TRUE(history.now.view().beside);
  EXPECT_EQ(history.now.view().beside->title, "Gentle");
  EXPECT_EQ(history.now.compare, Join::beside);
  simulation::Person person = history.now.plan().person;
  person.age_years = 61;
  history = after(history, action::SetPerson{person});
  EXPECT_EQ(history.now.view().beside->person, history.now.plan().person);
  history = after(history, action::SetBeside{});
  EXPECT_FALSE(history.now.view().beside);
  EXPECT_EQ(history.now.compare, Join::one);
}

TEST(Beside, TheRunLastsAsLongAsTheLongerPlan) {
  History history = after(desk(1), action::SetBeside{face_plan(3)});
  EXPECT_EQ(history.now.last_week(), 26.0 + 39.0);
  history = after(history, action::GoLast{});
  EXPECT_EQ(history.now.week(), 65.0);
  // Without the longer plan the week comes back into the run.
  history = after(history, action::SetBeside{});
  EXPECT_EQ(history.now.week(), 39.0);
  EXPECT_EQ(after(history, action::Undo{}).now.week(), 65.0);
}

TEST(Beside, BelongsToItsRegionAndIsNotForAKiosk) {
  EXPECT_FALSE(after(desk(), action::SetBeside{calf_plan()}).now.view().beside);
  EXPECT_EQ(after(desk(), action::SetCompare{Join::beside}).now.compare, Join::one);
  History history = after(desk(), action::SetBeside{face_plan(2)});
  history = after(history, action::SetRegion{simulation::Region::calf});
  EXPECT_EQ(history.now.compare, Join::one);
  EXPECT_TRUE(history.now.face.beside);
  EXPECT_FALSE(allowed(Mode::kiosk, action::SetRhythm{3, 13.0}));
  EXPECT_FALSE(allowed(Mode::kiosk, action::CompareGentler{"x"}));
}

TEST(Beside, AnotherPlanEndsTheComparison) {
  History history = after(desk(), action::SetBeside{face_plan(2)});
  history = after(history, action::SetPlan{face_plan(1)});
  EXPECT_FALSE(history.now.view().beside);
  EXPECT_EQ(history.now.compare, Join::one);
}

}  // namespace
