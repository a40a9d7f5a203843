#include "app/check/plan_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/standing_notes.h"
#include "tests/app/english.h"

namespace app {
namespace {

using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Product;
using simulation::Region;
using simulation::Side;
using testing::HasSubstr;

const Limits& limits() {
  static const Limits read = read_limits(std::string(FORESHOW_SOURCE) + "/assets/clinical/limits.json");
  return read;
}

simulation::Injection injection(Muscle muscle, Side side, double units, int points) {
  return {MuscleTarget{muscle, side, points}, units};
}

simulation::Plan calf_plan(double units_per_leg) {
  simulation::Plan plan;
  plan.region = Region::calf;
  plan.sessions.push_back({0.0,
                           Product::onabotulinumtoxin_a,
                           {injection(Muscle::gastrocnemius_medial, Side::both, units_per_leg * 0.6, 6),
                            injection(Muscle::gastrocnemius_lateral, Side::both, units_per_leg * 0.4, 4)}});
  return plan;
}

/// Lines of the findings whose text holds this.
std::vector<std::string> lines_with(const simulation::Plan& plan, const std::string& text) {
  std::vector<std::string> lines;
  for (const Finding& finding : check_plan(plan, limits(), english())) {
    const std::string line = line_of(finding);
    if (line.find(text) != std::string::npos) lines.push_back(line);
  }
  return lines;
}

TEST(PlanCheck, StandardCalfIsNotedAsOffLabelOnly) {
  const auto findings = check_plan(calf_plan(100), limits(), english());
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(line_of(findings[0]),
            "note: region: calf slimming is off-label for every product (sources: toxin_labels)");
}

TEST(PlanCheck, AsksTheLabelsQuestionsOfAPlanThatTreats) {
  const auto questions = clinician_questions(calf_plan(100), limits(), english());
  ASSERT_EQ(questions.size(), limits().questions.size());
  EXPECT_GE(questions.size(), 5u);
  for (const Finding& question : questions) {
    EXPECT_EQ(question.severity, Severity::note);
    EXPECT_THAT(question.text, HasSubstr("question for the clinician"));
    EXPECT_THAT(question.text, HasSubstr("(sources: toxin_labels)"));
  }
  EXPECT_TRUE(clinician_questions(simulation::Plan{}, limits(), english()).empty());
}

TEST(PlanCheck, WarnsOfMusclesOfTheFaceWithoutEvidence) {
  for (const Muscle muscle : {Muscle::nasalis, Muscle::depressor_anguli_oris, Muscle::mentalis}) {
    simulation::Plan plan;
    plan.region = simulation::Region::face;
    plan.sessions.resize(1);
    plan.sessions[0].injections.push_back(injection(muscle, Side::both, 4, 1));
    const auto warnings = lines_with(plan, "there is no evidence base");
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_THAT(warnings[0], HasSubstr("warning: sessions[0].injections[0].muscle: no published dose"));
  }
}

TEST(PlanCheck, WarnsOfAMasseterBeyondItsTrials) {
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  plan.sessions.resize(1);
  plan.sessions[0].injections.push_back(injection(Muscle::masseter, Side::both, 36, 3));
  EXPECT_TRUE(lines_with(plan, "beyond the studied").empty());
  EXPECT_FALSE(has_error(check_plan(plan, limits(), english())));
  plan.sessions[0].injections[0].units = 60;
  EXPECT_EQ(lines_with(plan, "60 U Botox per side in masseter is beyond the studied 48 U per side").size(),
            1u);
}

TEST(PlanCheck, SessionCeilingCountsBothCalvesAndTheFace) {
  simulation::Plan plan = calf_plan(220);
  plan.sessions[0].injections.push_back(injection(Muscle::corrugator, Side::both, 10, 2));
  const auto findings = check_plan(plan, limits(), english());
  EXPECT_TRUE(has_error(findings));
  const auto errors = lines_with(plan, "460 U Botox is above 400 U per session");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_THAT(errors[0], HasSubstr("error: sessions[0]:"));
  EXPECT_THAT(errors[0], HasSubstr("(sources: botox_label)"));
  EXPECT_EQ(
      lines_with(plan, "beyond the studied 100 U per leg: no randomised trial of more Botox per leg").size(),
      1u);
  EXPECT_EQ(lines_with(plan, "facial toxin on top of a full calf dose: 440 U Botox").size(), 1u);
  EXPECT_EQ(lines_with(plan, "injections[2].muscle: corrugator: without indication").size(), 1u);
}

TEST(PlanCheck, ErrorsComeFirst) {
  simulation::Plan plan = calf_plan(220);
  const auto findings = check_plan(plan, limits(), english());
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) { return a.severity < b.severity; }));
}

TEST(PlanCheck, SiteLimitIsPerPointAndProduct) {
  simulation::Plan plan = calf_plan(100);
  plan.sessions[0].injections = {injection(Muscle::gastrocnemius_medial, Side::left, 51, 1)};
  EXPECT_THAT(lines_with(plan, "per site").at(0),
              HasSubstr("error: sessions[0].injections[0].units: 51 U Botox"));
  plan.sessions[0].injections = {injection(Muscle::gastrocnemius_medial, Side::left, 50, 1)};
  EXPECT_TRUE(lines_with(plan, "per site").empty());
  plan.sessions[0].product = Product::abobotulinumtoxin_a;
  plan.sessions[0].injections = {injection(Muscle::gastrocnemius_medial, Side::left, 501, 1)};
  EXPECT_EQ(lines_with(plan, "above 500 U per site").size(), 1u);
}

TEST(PlanCheck, IntervalBelowTwelveWeeksWarnsInAnyOrder) {
  simulation::Plan plan = calf_plan(60);
  plan.sessions.push_back(plan.sessions[0]);
  plan.sessions[1].week = 12;
  EXPECT_TRUE(lines_with(plan, "less than 12 weeks").empty());
  plan.sessions[1].week = 11;
  ASSERT_EQ(lines_with(plan, "less than 12 weeks").size(), 1u);
  EXPECT_THAT(lines_with(plan, "less than 12 weeks")[0],
              HasSubstr("warning: sessions[1].week: session of week 11: 11 weeks after"));
  std::swap(plan.sessions[0], plan.sessions[1]);
  EXPECT_THAT(lines_with(plan, "less than 12 weeks").at(0), HasSubstr("warning: sessions[0].week"));
}

TEST(PlanCheck, CeilingHoldsOverCloseSessions) {
  simulation::Plan plan = calf_plan(150);
  plan.sessions.push_back(plan.sessions[0]);
  plan.sessions[1].week = 6;
  EXPECT_EQ(lines_with(plan, "600 U Botox is above 400 U").size(), 1u);
  plan.sessions[1].week = 13;
  EXPECT_TRUE(lines_with(plan, "600 U Botox").empty());
}

TEST(PlanCheck, CandidateQuestionsAreQuestions) {
  simulation::Plan plan = calf_plan(100);
  plan.person.calf.fat_mm = 10;
  plan.person.calf.gastrocnemius_mm = {14, 20};
  EXPECT_THAT(lines_with(plan, "person.calf.fat_mm").at(0), HasSubstr("question for the clinician"));
  EXPECT_EQ(lines_with(plan, "gastrocnemius_mm.left").size(), 1u);
  EXPECT_TRUE(lines_with(plan, "gastrocnemius_mm.right").empty());

  simulation::Plan face;
  face.region = Region::face;
  face.person.face.glabella = {2, 2};
  face.sessions.push_back(
      {0.0, Product::onabotulinumtoxin_a, {injection(Muscle::procerus, Side::midline, 4, 1)}});
  EXPECT_THAT(lines_with(face, "static lines only").at(0), HasSubstr("person.face.glabella"));
}

TEST(PlanCheck, FillerBetweenTheBrowsIsWarnedOf) {
  simulation::Plan plan;
  plan.region = Region::face;
  plan.fillers.push_back({simulation::FillerSite::cheek, 1.0, 2.0});
  EXPECT_TRUE(lines_with(plan, "filler between the brows").empty());
  plan.fillers.push_back({simulation::FillerSite::glabella, 0.2, 2.0});
  EXPECT_EQ(lines_with(plan, "fillers[1].site").size(), 1u);
  plan.fillers[1].millilitres = 0.0;
  EXPECT_TRUE(lines_with(plan, "filler between the brows").empty());
}

TEST(PlanCheck, FillerAndToxinInOneVisit) {
  simulation::Plan plan;
  plan.region = Region::face;
  plan.sessions.push_back(
      {2.0, Product::onabotulinumtoxin_a, {injection(Muscle::procerus, Side::midline, 4, 1)}});
  plan.fillers.push_back({simulation::FillerSite::lips, 1.0, 2.0});
  EXPECT_EQ(lines_with(plan, "filler and toxin in one visit").size(), 1u);
  plan.fillers[0].week = 3.0;
  EXPECT_TRUE(lines_with(plan, "filler and toxin").empty());
}

TEST(PlanCheck, ProductsWithoutACeilingSayItOffTheirLabel) {
  simulation::Plan plan = calf_plan(100);
  plan.sessions[0].product = Product::daxibotulinumtoxin_a;
  EXPECT_EQ(lines_with(plan, "no ceiling per session or site of Daxxify").size(), 1u);
  EXPECT_EQ(lines_with(plan, "no calf trial of Daxxify").size(), 1u);
}

TEST(DoseSums, BothSidesCountTwice) {
  const simulation::Session session = calf_plan(100).sessions[0];
  EXPECT_DOUBLE_EQ(session_units(session), 200.0);
  EXPECT_DOUBLE_EQ(region_units(session, Region::calf, Region::face), 0.0);
  const std::array muscles = {Muscle::gastrocnemius_medial};
  EXPECT_DOUBLE_EQ(side_units(session, muscles, simulation::BodySide::left), 60.0);
  EXPECT_DOUBLE_EQ(muscle_units(session, muscles), 120.0);
}

TEST(NumberText, AtMostTwoDecimals) {
  EXPECT_EQ(number_text(60), "60");
  EXPECT_EQ(number_text(12.5), "12.5");
  EXPECT_EQ(number_text(1.0 / 3.0), "0.33");
  EXPECT_EQ(number_text(100), "100");
}

TEST(Stamp, IsTheWorstOfWhatBothPlansLeave) {
  const Texts& texts = english();
  const simulation::Plan usual = calf_plan(100), much = calf_plan(150), most = calf_plan(700);
  EXPECT_EQ(stamp_of(usual, nullptr, limits(), texts), "");
  EXPECT_EQ(stamp_of(much, nullptr, limits(), texts), texts.at("stamp.outside_published"));
  EXPECT_EQ(stamp_of(most, nullptr, limits(), texts), texts.at("stamp.over_label"));
  EXPECT_EQ(stamp_of(usual, &much, limits(), texts), texts.at("stamp.outside_published"));
  EXPECT_EQ(stamp_of(most, &much, limits(), texts), texts.at("stamp.over_label"));
}

TEST(Stamp, EveryErrorHasOne) {
  for (const Finding& finding : check_plan(calf_plan(700), limits(), english()))
    EXPECT_EQ(finding.severity == Severity::error, finding.stamp == Stamp::over_label) << finding.text;
}

}  // namespace
}  // namespace app
