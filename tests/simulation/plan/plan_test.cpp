#include "simulation/plan/plan.h"

#include <gmock/gmock.h>

#include <cmath>

#include "simulation/error.h"
#include "simulation/plan/names.h"

namespace simulation {
namespace {

Plan calf_plan() {
  Plan plan;
  Session session;
  session.injections.push_back({MuscleTarget{Muscle::gastrocnemius_medial, Side::both, 6}, 60.0});
  plan.sessions = {session, session};
  plan.sessions[1].week = 14.0;
  return plan;
}

std::string complaint(const Plan& plan) {
  try {
    validate(plan);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(Plan, ShowsNineMonthsAfterTheLastSessionInAnyOrder) {
  Plan plan = calf_plan();
  EXPECT_DOUBLE_EQ(last_shown_week(plan), 53.0);
  std::swap(plan.sessions[0], plan.sessions[1]);
  EXPECT_DOUBLE_EQ(last_shown_week(plan), 53.0);
  EXPECT_DOUBLE_EQ(last_shown_week(Plan{}), 39.0);
}

TEST(Plan, ShowsNineMonthsAfterTheLastFillerToo) {
  Plan plan;
  plan.region = Region::face;
  plan.fillers.push_back({FillerSite::lips, 1.0, 10.0});
  EXPECT_DOUBLE_EQ(last_shown_week(plan), 49.0);
}

TEST(Plan, NamesTheFillerThatIsOutOfRange) {
  using testing::StartsWith;
  Plan plan;
  plan.region = Region::face;
  plan.fillers = {{FillerSite::lips, 1.0, 0.0}, {FillerSite::cheek, 5.5, 0.0}};
  EXPECT_THAT(complaint(plan), StartsWith("fillers[1].millilitres: is 5.5, expected 0 to 5 mL"));
  plan.fillers[1] = {FillerSite::cheek, -0.1, 0.0};
  EXPECT_THAT(complaint(plan), StartsWith("fillers[1].millilitres: is -0.1"));
  plan.fillers[1] = {FillerSite::cheek, 1.0, 300.0};
  EXPECT_THAT(complaint(plan), StartsWith("fillers[1].week: is 300, expected 0 to 260 weeks"));
  plan.fillers.assign(3, {FillerSite::lips, 4.0, 0.0});
  EXPECT_THAT(complaint(plan), StartsWith("fillers[2].millilitres: makes 12 mL at one site"));
  plan.fillers.pop_back();
  EXPECT_EQ(complaint(plan), "");
}

TEST(Plan, AcceptsDefaultsAndAStandardPlan) {
  EXPECT_EQ(complaint(Plan{}), "");
  EXPECT_EQ(complaint(calf_plan()), "");
}

TEST(Plan, NamesTheFieldThatIsOutOfRange) {
  const auto after = [](auto change) {
    Plan plan = calf_plan();
    change(plan);
    return complaint(plan);
  };
  using testing::StartsWith;
  EXPECT_THAT(after([](Plan& p) { p.sessions[1].injections[0].units = -1.0; }),
              StartsWith("sessions[1].injections[0].units: is -1, expected 0 to 10000"));
  EXPECT_THAT(after([](Plan& p) { p.sessions[0].week = 1000.0; }),
              StartsWith("sessions[0].week: is 1000, expected 0 to 260 weeks"));
  EXPECT_THAT(after([](Plan& p) { p.sessions[0].week = NAN; }),
              StartsWith("sessions[0].week: is not a number"));
  EXPECT_THAT(after([](Plan& p) { std::get<MuscleTarget>(p.sessions[0].injections[0].target).points = 0; }),
              StartsWith("sessions[0].injections[0].points: is 0, expected 1 to 40"));
  EXPECT_THAT(after([](Plan& p) {
                std::get<MuscleTarget>(p.sessions[0].injections[0].target).muscle = Muscle::levator_palpebrae;
              }),
              StartsWith("sessions[0].injections[0].muscle: levator_palpebrae is never a target"));
  EXPECT_THAT(
      after([](Plan& p) { std::get<MuscleTarget>(p.sessions[0].injections[0].target).side = Side::midline; }),
      StartsWith("sessions[0].injections[0].side: gastrocnemius_medial has two sides"));
  EXPECT_THAT(after([](Plan& p) {
                p.sessions[0].injections[0].target = SkinPoint{{1.5, 0.5}};
              }),
              StartsWith("sessions[0].injections[0].skin_uv[0]: is 1.5"));
  EXPECT_THAT(after([](Plan& p) { p.person.age_years = 12; }), StartsWith("person.age_years: is 12"));
  EXPECT_THAT(after([](Plan& p) { p.person.face.crows_feet.right.effort = 4; }),
              StartsWith("person.face.crows_feet.right.effort: is 4, expected 0 to 3"));
  EXPECT_THAT(after([](Plan& p) { p.fillers.push_back({}); }), StartsWith("fillers: are for the face only"));
}

TEST(Names, ReadBackAsTheSameMuscleAndProduct) {
  for (std::size_t i = 0; i <= kMuscleCount; ++i) {
    const Muscle muscle = static_cast<Muscle>(i);
    EXPECT_EQ(muscle_named(name(muscle)), muscle);
  }
  for (const auto& [product, generic] : kProductNames) {
    EXPECT_EQ(product_named(generic), product);
    EXPECT_EQ(name(product), generic);
  }
  EXPECT_EQ(muscle_named("biceps"), std::nullopt);
  EXPECT_EQ(product_named("Botox"), std::nullopt);
}

}  // namespace
}  // namespace simulation
