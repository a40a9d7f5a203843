#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/check/plan_check.h"
#include "app/check/standing_notes.h"
#include "app/files/plan_file.h"
#include "tests/app/check/plans_of_check.h"
#include "tests/app/english.h"

namespace app {
namespace {

using namespace plans;
using simulation::Activity;
using simulation::FillerSite;
using simulation::Muscle;
using simulation::Plan;
using simulation::Product;
using simulation::Region;
using simulation::Sex;
using simulation::Side;

constexpr Product kBotox = Product::onabotulinumtoxin_a;
constexpr Product kDysport = Product::abobotulinumtoxin_a;
constexpr Product kXeomin = Product::incobotulinumtoxin_a;
constexpr Product kJeuveau = Product::prabotulinumtoxin_a;
constexpr Product kDaxxify = Product::daxibotulinumtoxin_a;

Plan face(Product product, const Injections& injections) {
  return plan(Region::face, product, injections);
}
Plan legs(Product product, const Injections& injections) {
  return plan(Region::calf, product, injections);
}

Plan with_filler(Plan plan, FillerSite site, double week) {
  plan.fillers.push_back({site, 0.5, week});
  return plan;
}

Plan with_calf(Plan plan, const simulation::CalfBaseline& calf) {
  plan.person.calf = calf;
  return plan;
}

Plan with_lines(Plan plan, const simulation::FaceBaseline& lines) {
  plan.person.face = lines;
  return plan;
}

Plan then(Plan plan, double week, Product product, const Injections& injections) {
  plan.sessions.push_back({week, product, injections});
  return plan;
}

/// A plan and the lines that are told of it before the standing ones, in order, each by how it begins.
struct Row {
  const char* name;
  Plan plan;
  std::vector<std::string> lines;
};

const char* const kCalfNote = "note: region: calf slimming is off-label for every product";

std::vector<Row> quiet_rows() {
  const Injections upper_face = together({glabella(20), forehead(20), crows_feet(24)});
  return {
      {"Botox, glabella", face(kBotox, glabella(20)), {}},
      {"Dysport, glabella", face(kDysport, glabella(50)), {}},
      {"Xeomin, glabella", face(kXeomin, glabella(20)), {}},
      {"Jeuveau, glabella", face(kJeuveau, glabella(20)), {}},
      {"Daxxify, glabella", face(kDaxxify, glabella(40)), {}},
      {"Botox, a little", face(kBotox, glabella(15)), {}},
      {"Botox, forehead with glabella", face(kBotox, together({glabella(20), forehead(20)})), {}},
      {"Botox, forehead two weeks after the glabella, told as too close alone",
       then(face(kBotox, glabella(20)), 2, kBotox, forehead(20)),
       {"warning: sessions[1].week: session of week 2: 2 weeks after the session before is less than 12"}},
      {"Botox, crow's feet", face(kBotox, crows_feet(24)), {}},
      {"Botox, upper face", face(kBotox, upper_face), {}},
      {"Xeomin, upper face", face(kXeomin, upper_face), {}},
      {"Botox, upper face, twice", repeated(face(kBotox, upper_face), 2, 16), {}},
      {"Botox, three times a year", repeated(face(kBotox, upper_face), 6, 18), {}},
      {"Botox, a man on what a trial in men gave",
       of(face(kBotox, glabella(40)), Sex::male, 45),
       {"warning: sessions[0].injections: 40 U Botox in the glabella is over the 20 U of its label "
        "(sources"}},
      {"Dysport, a man", of(face(kDysport, glabella(50)), Sex::male, 45), {}},
      {"Botox, masseter, 24 U a side",
       face(kBotox, masseter(24)),
       {"note: sessions[0].injections[0].muscle: masseter: off-label for Botox (sources: botox_label)"}},
      {"Botox, masseter, 48 U a side",
       face(kBotox, masseter(48)),
       {"note: sessions[0].injections[0].muscle: masseter: off-label for Botox"}},
      {"Botox, calves", legs(kBotox, calf(100)), {kCalfNote}},
      {"Botox, calves, twice", repeated(legs(kBotox, calf(100)), 2, 16), {kCalfNote}},
      {"Dysport, calves",
       legs(kDysport, calf(250)),
       {kCalfNote, "note: sessions[0].product: no calf trial of Dysport was found"}},
      {"Botox, the larger calf alone",
       with_calf(legs(kBotox, calf(100, Side::right)), {{36.0, 37.2}, 7.0, {20.0, 22.0}}),
       {kCalfNote}},
      {"filler in the cheek two weeks later",
       with_filler(face(kBotox, glabella(20)), FillerSite::cheek, 2),
       {}},
      {"no treatment", Plan{}, {"note: sessions: no session: the untreated body is shown"}},
  };
}

std::vector<Row> dose_rows() {
  const std::string units =
      ": were those units meant? Units of one product are not units of another (sources: ";
  return {
      {"Botox, Dysport's number",
       face(kBotox, glabella(50)),
       {"warning: sessions[0].injections: 50 U Botox in the glabella is over the 20 U of its label and near "
        "the "
        "50 U of Dysport" +
        units + "botox_label, dysport_label)"}},
      {"Xeomin, Dysport's number",
       face(kXeomin, glabella(50)),
       {"warning: sessions[0].injections: 50 U Xeomin in the glabella is over the 20 U of its label and "
        "near"}},
      {"Botox, Daxxify's number",
       face(kBotox, glabella(40)),
       {"warning: sessions[0].injections: 40 U Botox in the glabella is over the 20 U of its label and near "
        "the "
        "40 U of Daxxify"}},
      {"Dysport, Botox's number",
       face(kDysport, glabella(20)),
       {"warning: sessions[0].injections: 20 U Dysport in the glabella is under the 50 U of its label and "
        "near "
        "the 20 U of Botox, Xeomin and Jeuveau" +
        units + "dysport_label, botox_label, xeomin_label, jeuveau_label)"}},
      {"Daxxify, Botox's number",
       face(kDaxxify, glabella(20)),
       {"warning: sessions[0].injections: 20 U Daxxify in the glabella is under the 40 U of its label and "
        "near"}},
      {"Dysport, more than twice the label",
       face(kDysport, glabella(120)),
       {"warning: sessions[0].injections: 120 U Dysport in the glabella is over the 50 U of its label "
        "(sources"}},
      {"Xeomin, over the label",
       face(kXeomin, glabella(30)),
       {"warning: sessions[0].injections: 30 U Xeomin in the glabella is over the 20 U of its label"}},
      {"Jeuveau, over the label",
       face(kJeuveau, glabella(30)),
       {"warning: sessions[0].injections: 30 U Jeuveau in the glabella is over the 20 U of its label"}},
      {"Daxxify, over the label",
       face(kDaxxify, glabella(60)),
       {"warning: sessions[0].injections: 60 U Daxxify in the glabella is over the 40 U of its label"}},
      {"Botox, beyond the label and the studies, too much in a point",
       face(kBotox, glabella(100)),
       {"warning: sessions[0].injections[0].units: 20 U Botox at one point of procerus is over 2.5 times the "
        "4 U",
        "warning: sessions[0].injections[1].units: 20 U Botox at one point of corrugator is over 2.5 times",
        "warning: sessions[0].injections: 100 U Botox in the glabella is over the 20 U of its label and "
        "beyond "
        "the studied 80 U: trials show longer, not deeper, effect"}},
      {"Botox, forehead, 40 U",
       face(kBotox, together({glabella(20), forehead(40)})),
       {"warning: sessions[0].injections: 40 U Botox in the forehead is over the 20 U of its label"}},
      {"Botox, forehead, 60 U and no glabella",
       face(kBotox, forehead(60)),
       {"warning: sessions[0].injections: 60 U Botox in the forehead is over the 20 U of its label",
        "warning: sessions[0].injections: the forehead is treated without the glabella"}},
      {"Botox, 20 U in one point beside the eye",
       face(kBotox, {dose(Muscle::orbicularis_oculi, Side::both, 20, 1)}),
       {"warning: sessions[0].injections[0].units: 20 U Botox at one point of orbicularis oculi is over 2.5 "
        "times",
        "warning: sessions[0].injections: 40 U Botox in the crow's feet is over the 24 U of its label"}},
      {"Botox, masseter, 60 U a side",
       face(kBotox, masseter(60)),
       {"warning: sessions[0].injections: 60 U Botox per side in masseter is beyond the studied 48 U per "
        "side: a "
        "trial gave at most 96 U to both sides together",
        "note: sessions[0].injections[0].muscle: masseter: off-label for Botox"}},
      {"Dysport, masseter, 150 U a side",
       face(kDysport, masseter(150)),
       {"warning: sessions[0].injections: 150 U Dysport per side in masseter is beyond the studied 140 U per "
        "side",
        "note: sessions[0].injections[0].muscle: masseter: off-label for Dysport"}},
      {"Botox, calves, 150 U a leg",
       legs(kBotox, calf(150)),
       {"warning: sessions[0].injections: 150 U Botox per leg in gastrocnemius medial and gastrocnemius "
        "lateral "
        "is beyond the studied 100 U per leg: no randomised trial of more Botox per leg",
        kCalfNote}},
      {"Dysport, Botox's number for calves",
       legs(kDysport, calf(100)),
       {"warning: sessions[0].injections: 200 U Dysport in both calves is far from the 600 U that leaflets "
        "call a "
        "full dose and near the 200 U of Botox",
        kCalfNote, "note: sessions[0].product: no calf trial of Dysport was found"}},
      {"Botox, one calf over the studied dose",
       legs(kBotox, together({calf(100), calf(20, Side::left)})),
       {"warning: sessions[0].injections: 120 U Botox in the left leg in gastrocnemius medial", kCalfNote}},
      {"Botox, above the session ceiling",
       legs(kBotox, calf(230)),
       {"error: sessions[0]: 460 U Botox is above 400 U per session in all (sources: botox_label)",
        "warning: sessions[0].injections: 230 U Botox per leg", kCalfNote}},
      {"Xeomin, above the session ceiling",
       legs(kXeomin, calf(210)),
       {"error: sessions[0]: 420 U Xeomin is above 400 U per session in all (sources: xeomin_label)",
        kCalfNote, "note: sessions[0].product: no calf trial of Xeomin was found"}},
      {"Jeuveau, calves, no ceiling on record",
       legs(kJeuveau, calf(80)),
       {"note: sessions[0].product: no ceiling per session or site of Jeuveau is on record here", kCalfNote}},
      {"Botox, above the site ceiling",
       legs(kBotox, together({calf(40), {dose(Muscle::gastrocnemius_medial, Side::both, 51, 1)}})),
       {"error: sessions[0].injections[2].units: 51 U Botox at each of 1 site is above 50 U per site",
        kCalfNote}},
  };
}

std::vector<Row> person_and_course_rows() {
  return {
      {"a man on the dose of everybody",
       of(face(kBotox, glabella(20)), Sex::male, 40),
       {"note: person.sex: 20 U Botox in the glabella of a man: a trial in men found 40 U and more to work "
        "better "
        "and longer than 20 U (sources: carruthers2005_men)"}},
      {"Dysport at 70",
       of(face(kDysport, glabella(50)), Sex::female, 70),
       {"warning: person.age_years: age 70: the lines on the Dysport label are for people under 65 "
        "(sources"}},
      {"Botox at 70, glabella", of(face(kBotox, glabella(20)), Sex::female, 70), {}},
      {"Botox at 70, forehead",
       of(face(kBotox, together({glabella(20), forehead(20)})), Sex::female, 70),
       {"warning: person.age_years: age 70: from 65 on (assumed) the forehead often holds up heavy brows"}},
      {"calves at 80",
       of(legs(kBotox, calf(100)), Sex::female, 80),
       {"warning: person.age_years: age 80: from 65 on (assumed) a weaker calf steadies less, think of falls",
        kCalfNote}},
      {"calves of a runner",
       of(legs(kBotox, calf(100)), Sex::female, 30, Activity::high),
       {"warning: person.activity: very active: the treated calf is weaker and strains more easily",
        kCalfNote}},
      {"fat makes the outline, little muscle",
       with_calf(legs(kBotox, calf(100)), {{36.0, 36.0}, 10.0, {14.0, 20.0}}),
       {"warning: person.calf.fat_mm: 10 mm is above 8.5 mm: question for the clinician",
        "warning: person.calf.gastrocnemius_mm.left: the gastrocnemius, left 14 mm, is thinner than 15 mm",
        kCalfNote}},
      {"lines that stand still",
       with_lines(face(kBotox, together({glabella(20), crows_feet(24)})), {{2, 2}, {1, 2}, {{0, 0}, {1, 1}}}),
       {"warning: person.face.glabella: the lines are no deeper at full effort than at rest (glabella and "
        "right "
        "crow's feet)",
        "note: person.face.crows_feet.left: no lines at rest or at full effort (left crow's feet)"}},
      {"forehead alone",
       face(kBotox, forehead(20)),
       {"warning: sessions[0].injections: the forehead is treated without the glabella: the frown muscles "
        "then "
        "pull the brow down unopposed; the label treats both"}},
      {"one side only",
       face(kBotox, together({{dose(Muscle::corrugator, Side::left, 8, 2)},
                              {dose(Muscle::masseter, Side::left, 24, 3)}})),
       {"warning: sessions[0].injections[0].side: only the left side of corrugator and masseter is treated",
        "note: sessions[0].injections[1].muscle: masseter: off-label for Botox"}},
      {"the smaller calf alone",
       with_calf(legs(kBotox, calf(100, Side::left)), {{36.0, 37.2}, 7.0, {20.0, 22.0}}),
       {"warning: sessions[0].injections[0].side: only the left side of gastrocnemius medial and "
        "gastrocnemius "
        "lateral is treated",
        kCalfNote}},
      {"corners of the mouth and chin",
       face(kBotox, {dose(Muscle::depressor_anguli_oris, Side::both, 4, 1),
                     dose(Muscle::mentalis, Side::both, 4, 1)}),
       {"warning: sessions[0].injections[0].muscle: no published dose or result of depressor anguli oris and "
        "mentalis is on record here"}},
      {"bunny lines",
       face(kBotox, {dose(Muscle::nasalis, Side::both, 4, 1)}),
       {"warning: sessions[0].injections[0].muscle: no published dose or result of nasalis is on record "
        "here"}},
      {"forehead and crow's feet off the label",
       face(kDysport, together({glabella(50), forehead(40), crows_feet(60)})),
       {"note: sessions[0].injections[2].muscle: frontalis and orbicularis oculi: off-label for Dysport"}},
      {"six times the session ceiling, as often as the labels allow",
       repeated(legs(kBotox, calf(200)), 6, 12),
       {"warning: sessions[0].injections: 6 sessions of weeks 0 to 60: 200 U Botox per leg",
        "warning: sessions: 6 sessions of Botox, 2400 U in all, up to 2000 U in a year: antibodies can end "
        "the "
        "effect",
        kCalfNote}},
      {"every 13 weeks for a year",
       repeated(face(kBotox, glabella(20)), 4, 13),
       {"note: sessions: 4 sessions of Botox, 80 U in all, up to 80 U in a year: antibodies"}},
      {"sessions close together",
       repeated(face(kBotox, glabella(30)), 3, 6),
       {"warning: sessions[0].injections: sessions of weeks 0, 6 and 12: 30 U Botox in the glabella is over "
        "the",
        "warning: sessions[1].week: sessions of weeks 6 and 12: 6 weeks after the session before is less "
        "than"}},
      {"ceiling over close sessions",
       repeated(legs(kBotox, calf(110)), 2, 6),
       {"error: sessions[1]: session of week 6: with the sessions less than 12 weeks before, 440 U Botox is",
        "warning: sessions[0].injections: sessions of weeks 0 and 6: 110 U Botox per leg",
        "warning: sessions[1].week: session of week 6: 6 weeks after the session before", kCalfNote}},
      {"face on full calves",
       legs(kBotox, together({calf(100), glabella(20)})),
       {"warning: sessions[0].injections: facial toxin on top of a full calf dose: 200 U Botox in the calves",
        "warning: sessions[0].injections[2].muscle: procerus and corrugator: without indication in a calf "
        "plan",
        kCalfNote}},
      {"soleus",
       legs(kBotox, together({calf(80), {dose(Muscle::soleus, Side::both, 20, 2)}})),
       {"warning: sessions[0].injections[2].muscle: soleus is a muscle without indication", kCalfNote}},
      {"filler between the brows on the same day",
       with_filler(face(kBotox, glabella(20)), FillerSite::glabella, 0),
       {"warning: fillers[0].site: filler between the brows has the most reports of lost sight of any site: "
        "38.8 "
        "% (sources: beleznay2015)",
        "warning: fillers[0].week: filler and toxin in one visit"}},
      {"different doses of two sessions are one line",
       then(face(kBotox, glabella(25)), 16, kBotox, glabella(30)),
       {"warning: sessions[0].injections: sessions of weeks 0 and 16: 25 to 30 U Botox in the glabella is "
        "over"}},
  };
}

const Limits& limits() {
  static const Limits read = read_limits(std::string(FORESHOW_SOURCE) + "/assets/clinical/limits.json");
  return read;
}

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    simulation::validate(row.plan);
    std::vector<std::string> lines;
    for (const Finding& finding : check_plan(row.plan, limits(), english())) {
      lines.push_back(line_of(finding));
      // Paths are for programs, words for people; every {name} of a text was filled.
      EXPECT_THAT(finding.text, testing::Not(testing::ContainsRegex("[][{}]|sessions[[]")));
    }
    ASSERT_EQ(lines.size(), row.lines.size()) << testing::PrintToString(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_THAT(lines[i], testing::StartsWith(row.lines[i]));
  }
}

TEST(CarefulPlans, StandardOnesAreQuiet) {
  const std::vector<Row> rows = quiet_rows();
  for (const Row& row : rows) EXPECT_LE(row.lines.size(), 3u) << row.name;
  expect_rows(rows);
}

TEST(CarefulPlans, DosesThatCanHarm) {
  expect_rows(dose_rows());
}

TEST(CarefulPlans, PeopleAndCoursesThatCallForCare) {
  expect_rows(person_and_course_rows());
}

TEST(CarefulPlans, ExamplePlansAreSensible) {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(FORESHOW_SOURCE) + "/assets/plans")) {
    const std::vector<Finding> findings = check_plan(read_plan(entry.path()), limits(), english());
    EXPECT_FALSE(has_error(findings)) << entry.path();
    EXPECT_LE(findings.size(), 3u) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 10u);
}

TEST(CarefulPlans, WhatHoldsForEveryPlanIsFewLines) {
  const auto outcomes = read_outcomes(std::string(FORESHOW_SOURCE) + "/assets/clinical/outcomes.json");
  const Plan treated = face(kBotox, glabella(20));
  const std::vector<Finding> lines = standing_lines(treated, limits(), outcomes, english());
  ASSERT_GE(lines.size(), 2u);
  EXPECT_LE(lines.size(), 5u);
  EXPECT_THAT(line_of(lines.front()),
              testing::StartsWith("note: sessions: questions to ask before any treatment: "));
  for (const ClinicianQuestion& question : limits().questions)
    EXPECT_THAT(lines.front().text, testing::HasSubstr(question.text));
  std::string all;
  for (const Finding& line : lines) all += line_of(line) + "\n";
  for (const KnownOutcome& known : outcomes) {
    if (known.region != Region::face) continue;
    std::string name(name_of(kAdverseOutcomeNames, known.outcome));
    if (!known.per_100) std::replace(name.begin(), name.end(), '_', ' ');
    EXPECT_THAT(all, testing::HasSubstr(name));
  }
  EXPECT_TRUE(standing_lines(Plan{}, limits(), outcomes, english()).empty());
}

}  // namespace
}  // namespace app
