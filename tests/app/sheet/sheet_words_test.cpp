#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "app/base/error.h"
#include "app/body/workbench.h"
#include "app/check/aftercare.h"
#include "app/files/plan_file.h"
#include "app/sheet/make_sheet.h"
#include "app/sheet/sheet_curve.h"
#include "app/sheet/sheet_date.h"
#include "app/sheet/sheet_plan.h"
#include "app/sheet/sheet_risks.h"

namespace app {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

Paths paths() {
  return {FORESHOW_SHARE, FORESHOW_BAKED};
}
const SheetFacts& facts() {
  static const SheetFacts read = read_sheet_facts(paths());
  return read;
}
simulation::Plan plan_named(const std::string& name) {
  return read_plan(std::string(FORESHOW_SHARE) + "/plans/" + name + ".json");
}
std::string all_of(const std::vector<SheetRow>& rows) {
  std::string words;
  for (const SheetRow& row : rows) words += row.name + " " + row.text + "\n";
  return words;
}
std::string all_of(const std::vector<std::string>& lines) {
  std::string words;
  for (const std::string& line : lines) words += line + "\n";
  return words;
}

TEST(SheetPlan, TellsProductUnitsAndPlacesOfEverySession) {
  const std::string words = all_of(plan_rows(plan_named("face-full"), facts().texts));
  EXPECT_THAT(words, HasSubstr("Weeks 0 and 16: 64 U of Botox (ona) in all"));
  EXPECT_THAT(words, HasSubstr("Frown muscle, middle: 4 U\n"));
  EXPECT_THAT(words, HasSubstr("Forehead muscle: 10 U on each side"));
}

TEST(SheetPlan, SessionsThatGiveTheSameAreToldOnceAndOthersApart) {
  simulation::Plan plan = plan_named("calf-standard");
  plan.sessions.push_back(plan.sessions.front());
  plan.sessions.back().week = 14;
  plan.sessions.push_back(plan.sessions.front());
  plan.sessions.back().week = 28;
  EXPECT_EQ(plan_rows(plan, facts().texts).front().name, "3 visits, weeks 0 to 28, 14 weeks apart:");
  plan.sessions.back().week = 30;
  EXPECT_EQ(plan_rows(plan, facts().texts).front().name, "Weeks 0, 14 and 30:");
  plan.sessions.back().injections.front().units = 50;
  const auto rows = plan_rows(plan, facts().texts);
  EXPECT_EQ(rows[0].name, "Weeks 0 and 14:");
  EXPECT_EQ(rows[1].name, "Week 30:");
  EXPECT_THAT(rows[1].text, HasSubstr("50 U"));
}

TEST(SheetPlan, FillersAndPointsPlacedByHandAreTold) {
  simulation::Plan plan = plan_named("face-filler");
  plan.sessions.front().injections.push_back({simulation::SkinPoint{{0.4, 0.7}}, 3.0});
  const std::string words = all_of(plan_rows(plan, facts().texts));
  EXPECT_THAT(words, HasSubstr("placed by hand: 3 U, points: 1"));
  EXPECT_THAT(words, HasSubstr("Week 2: Filler, Cheeks: 1 mL"));
}

TEST(SheetPlan, WhatToExpectFollowsThePhasesAfterASession) {
  const auto rows = expect_rows(plan_named("calf-standard"), facts().texts);
  ASSERT_EQ(rows.size(), 1 + aftercare_phases().size());
  EXPECT_EQ(rows.front().name, "Before");
  EXPECT_THAT(rows.front().text, HasSubstr("pregnant or breast-feed"));
  EXPECT_EQ(rows[1].name, "The day itself");
  EXPECT_EQ(rows[4].name, "Weeks 4 to 16");
  EXPECT_EQ(rows.back().name, "After week 26");
  const auto untreated = expect_rows(plan_named("calf-untreated"), facts().texts);
  ASSERT_EQ(untreated.size(), 1u);
  EXPECT_THAT(untreated.front().text, HasSubstr("Nothing is planned"));
}

TEST(Aftercare, IsThatOfTheLastSessionBeforeTheWeek) {
  simulation::Plan plan = plan_named("calf-two-sessions");
  ASSERT_EQ(plan.sessions.size(), 2u);
  plan.sessions[0].week = 2;
  plan.sessions[1].week = 30;
  const auto phase = [&](double week) { return aftercare_key(plan, week); };
  EXPECT_EQ(phase(0), "aftercare.calf.before");
  EXPECT_EQ(phase(2), "aftercare.calf.day0");
  EXPECT_EQ(phase(2.15), "aftercare.calf.weeks1_2");
  EXPECT_EQ(phase(4), "aftercare.calf.weeks2_4");
  EXPECT_EQ(phase(6), "aftercare.calf.peak");
  EXPECT_EQ(phase(18), "aftercare.calf.peak");  // the last day of it
  EXPECT_EQ(phase(18.1), "aftercare.calf.waning");
  EXPECT_EQ(phase(28), "aftercare.calf.waning");
  EXPECT_EQ(phase(28.1), "aftercare.calf.late");
  EXPECT_EQ(phase(30), "aftercare.calf.day0");
}

TEST(SheetRisks, AreOfWholePeopleWithTheUntreatedBesideThem) {
  const auto calf = risks_of(plan_named("calf-standard"), facts());
  ASSERT_EQ(calf.size(), 1u);
  EXPECT_EQ(calf[0].treated_words, "24 to 34");
  ASSERT_TRUE(calf[0].untreated);
  EXPECT_EQ(calf[0].untreated_words, "50");
  const auto face = risks_of(plan_named("face-glabella"), facts());
  ASSERT_EQ(face.size(), 2u);
  EXPECT_EQ(face[0].treated, (SheetCount{1, 5}));
  EXPECT_EQ(face[1].treated_words, "up to 20");
  for (const SheetRisk& risk : face) EXPECT_EQ(risk.untreated_words, "no count found");
  EXPECT_TRUE(risks_of(plan_named("face-untreated"), facts()).empty());
}

TEST(SheetRisks, WhatNobodyCountedIsNamedAsThat) {
  EXPECT_THAT(all_of(risk_notes(plan_named("calf-standard"), facts())),
              AllOf(HasSubstr("how often is not known"), HasSubstr("a weaker push-off"),
                    HasSubstr("a bruise"), Not(HasSubstr("no visible change"))));
}

TEST(SheetRisks, EvidenceIsNamedAsItsAuthorsAndTitlesAre) {
  const std::string words = all_of(evidence_lines(plan_named("face-glabella"), facts()));
  EXPECT_THAT(words, HasSubstr("Carruthers 2003"));
  EXPECT_THAT(words, HasSubstr("US prescribing information"));
  EXPECT_THAT(words, Not(HasSubstr("assumption")));
  EXPECT_THAT(words, HasSubstr("What no study gave is assumed"));
}

TEST(SheetDate, IsTheOneGivenAndRefusesWhatIsNone) {
  ::setenv("SOURCE_DATE_EPOCH", "1795824000", 1);
  EXPECT_EQ(sheet_date(), "2026-11-28");
  EXPECT_EQ(date_words(sheet_date(), facts().texts), "28 November 2026");
  for (const char* wrong : {"today", "-1", "12.5", "999999999999999"}) {
    ::setenv("SOURCE_DATE_EPOCH", wrong, 1);
    EXPECT_THROW(sheet_date(), InputError) << wrong;
  }
  ::unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(sheet_date().size(), 10u);
}

Sheet words_of(const simulation::Plan& plan) {
  Workbench workbench(paths());
  SheetOrder order;
  order.iso_date = "2026-11-28";
  return sheet_words(*workbench.outcome(plan), order, facts());
}

TEST(SheetWords, OfACalfSayThatItIsNotAnApprovedUseAndEndWithTimeToDecide) {
  const Sheet sheet = words_of(plan_named("calf-standard"));
  ASSERT_EQ(sheet.notices.size(), 1u);
  EXPECT_EQ(sheet.notices[0].name, "Not an approved use.");
  EXPECT_EQ(sheet.decide.name, "Take your time to decide.");
  EXPECT_EQ(sheet.label, "Simulation - a model, not a patient. Results vary.");
  EXPECT_THAT(sheet.limits, Contains(HasSubstr("does not advise a dose")));
  ASSERT_EQ(sheet.pictures.size(), 3u);
  EXPECT_EQ(sheet.pictures[0].caption, "Before treatment");
  EXPECT_EQ(sheet.pictures[0].range, "");
  EXPECT_THAT(sheet.pictures[1].caption, HasSubstr("the peak"));
  EXPECT_EQ(sheet.pictures[2].caption, "Week 39: nine months after the last visit");
  for (std::size_t i : {1u, 2u}) EXPECT_THAT(sheet.pictures[i].range, HasSubstr("Most people"));
  EXPECT_EQ(sheet.curve.lanes.size(), 2u);
  EXPECT_EQ(sheet.curve.points.back().week, 39.0);
}

TEST(SheetWords, OfAFaceTellTheShareOfPeopleWithAndWithout) {
  const Sheet sheet = words_of(plan_named("face-glabella"));
  EXPECT_TRUE(sheet.notices.empty());
  EXPECT_THAT(sheet.curve.summary, HasSubstr("0 of 100 not treated"));
  EXPECT_THAT(sheet.pictures_note, HasSubstr("Frown, as hard as can be."));
}

TEST(SheetWords, OfPlacesThatNoLabelNamesSaySo) {
  const Sheet sheet = words_of(plan_named("face-years-standard"));
  ASSERT_EQ(sheet.notices.size(), 1u);
  EXPECT_THAT(sheet.notices[0].text, AllOf(HasSubstr("Jaw muscle"), Not(HasSubstr("Forehead"))));
  EXPECT_TRUE(sheet.curve.lanes.empty());  // leaflets and trials tell of one session
  EXPECT_EQ(sheet.curve.months_name, "Year");
}

TEST(SheetWords, APlanAboveALimitSaysItFirstAndWithoutKeysOfSources) {
  simulation::Plan plan = plan_named("calf-standard");
  for (auto& injection : plan.sessions.front().injections) injection.units *= 3;
  const Sheet sheet = words_of(plan);
  ASSERT_GE(sheet.notices.size(), 2u);
  EXPECT_EQ(sheet.notices.front().name, "Above a limit.");
  EXPECT_THAT(sheet.notices, Each(Field(&SheetRow::text, Not(HasSubstr("sources:")))));
  EXPECT_EQ(sheet.notices.back().name, "Not an approved use.");
}

TEST(SheetWords, OfAnUntreatedPlanPromiseNothing) {
  const Sheet sheet = words_of(plan_named("face-untreated"));
  EXPECT_TRUE(sheet.risks.empty());
  EXPECT_TRUE(sheet.risk_notes.empty());
  EXPECT_TRUE(sheet.help.text.empty());
  ASSERT_EQ(sheet.pictures.size(), 1u);
  EXPECT_THAT(sheet.plan.front().text, HasSubstr("No treatment"));
}

}  // namespace
}  // namespace app
