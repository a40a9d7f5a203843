#include "app/files/plan_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using simulation::Plan;
using testing::HasSubstr;

const std::filesystem::path kPlans = std::filesystem::path(FORESHOW_SOURCE) / "assets/plans";

/// A valid plan with one piece of its text replaced.
std::string with(const std::string& piece, const std::string& other) {
  std::string text = R"({
  "foreshow_plan": 1, "title": "t", "region": "calf",
  "person": { "sex": "female", "age_years": 32, "activity": "moderate", "skin_tone": 3,
    "calf": { "max_girth_cm": { "left": 36.4, "right": 36.2 }, "fat_mm": 7.5,
              "gastrocnemius_mm": { "left": 21, "right": 20 } },
    "face": { "glabella": { "rest": 1, "effort": 3 } } },
  "sessions": [ { "week": 4, "product": "abobotulinumtoxinA", "injections": [
    { "muscle": "gastrocnemius_medial", "side": "left", "units": 60, "points": 6 },
    { "skin_uv": [0.41, 0.77], "units": 4 } ] } ]
})";
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  return text.replace(at, piece.size(), other);
}

std::string fault(const std::string& piece, const std::string& other) {
  return message_of<InputError>([&] { parse_plan(with(piece, other), "p.json"); });
}

TEST(PlanFile, ReadsEveryField) {
  const Plan plan = parse_plan(with("t", "t"), "p.json");
  EXPECT_EQ(plan.region, simulation::Region::calf);
  EXPECT_DOUBLE_EQ(plan.person.calf.max_girth_cm.right, 36.2);
  EXPECT_DOUBLE_EQ(plan.person.calf.fat_mm, 7.5);
  EXPECT_EQ(plan.person.face.glabella.effort, 3);
  ASSERT_EQ(plan.sessions.size(), 1u);
  EXPECT_DOUBLE_EQ(plan.sessions[0].week, 4.0);
  EXPECT_EQ(plan.sessions[0].product, simulation::Product::abobotulinumtoxin_a);
  const auto& target = std::get<simulation::MuscleTarget>(plan.sessions[0].injections[0].target);
  EXPECT_EQ(target.side, simulation::Side::left);
  EXPECT_EQ(target.points, 6);
  EXPECT_EQ(std::get<simulation::SkinPoint>(plan.sessions[0].injections[1].target).uv,
            glm::dvec2(0.41, 0.77));
}

TEST(PlanFile, HowADoseWasGivenAndWhatCameBeforeAreReadCheckedAndWritten) {
  const Plan bare = parse_plan(with("t", "t"), "p.json");
  EXPECT_FALSE(bare.sessions[0].dilution_ml || bare.sessions[0].injections[0].depth_mm);
  EXPECT_EQ(bare.person.previous_sessions, 0);
  Plan plan = bare;
  plan.sessions[0].dilution_ml = 5.0;
  plan.sessions[0].injections[0].depth_mm = 20.0;
  plan.sessions[0].injections[1].depth_mm = 12.0;
  plan.person.previous_sessions = 3;
  Scratch scratch;
  write_plan(scratch / "given.json", plan);
  EXPECT_EQ(read_plan(scratch / "given.json"), plan);
  EXPECT_THAT(fault("\"week\": 4", "\"week\": 4, \"dilution_ml\": 0"), testing::HasSubstr("dilution_ml"));
  EXPECT_THAT(fault("\"points\": 6", "\"points\": 6, \"depth_mm\": 90"), testing::HasSubstr("depth_mm"));
  EXPECT_THAT(fault("\"skin_tone\": 3", "\"skin_tone\": 3, \"previous_sessions\": -1"),
              testing::HasSubstr("previous_sessions"));
}

TEST(PlanFile, LeftOutMeansTheDocumentedDefault) {
  const Plan plan = parse_plan(R"({"foreshow_plan": 1, "region": "face"})", "p.json");
  EXPECT_EQ(plan.person, simulation::Person{});
  EXPECT_TRUE(plan.sessions.empty());
}

TEST(PlanFile, OneSideGivenCountsForBoth) {
  const Plan plan = parse_plan(
      R"({"foreshow_plan": 1, "region": "calf", "person": {"calf": {"max_girth_cm": {"right": 33}}}})",
      "p.json");
  EXPECT_DOUBLE_EQ(plan.person.calf.max_girth_cm.left, 33.0);
}

TEST(PlanFile, RoundTripsEveryExample) {
  Scratch scratch;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kPlans)) {
    const Plan plan = read_plan(entry.path());
    write_plan(scratch / "copy.json", plan);
    EXPECT_EQ(read_plan(scratch / "copy.json"), plan) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 6);
}

TEST(PlanFile, RoundTripsFillersAndFreePoints) {
  Scratch scratch;
  const Plan plan = parse_plan(R"({"foreshow_plan": 1, "region": "face",
    "sessions": [{"week": 1.5, "product": "daxibotulinumtoxinA", "injections": [{"skin_uv": [0.1, 0.2], "units": 3.25}]}],
    "fillers": [{"site": "lips", "millilitres": 0.5, "week": 2}]})",
                               "p.json");
  ASSERT_EQ(plan.fillers.size(), 1u);
  write_plan(scratch / "copy.json", plan);
  EXPECT_EQ(read_plan(scratch / "copy.json"), plan);
}

TEST(PlanFile, ErrorsNameFileFieldFaultAndExpectation) {
  EXPECT_EQ(fault("\"age_years\"", "\"age_year\""),
            "p.json: person.age_year: unknown key, did you mean \"age_years\"?");
  EXPECT_THAT(fault("\"units\": 60", "\"units\": -5"),
              HasSubstr("p.json: sessions[0].injections[0].units: is -5, expected 0 to"));
  EXPECT_THAT(fault("\"week\": 4", "\"week\": 1000"),
              HasSubstr("p.json: sessions[0].week: is 1000, expected 0 to 260"));
  EXPECT_THAT(fault("abobotulinumtoxinA", "dysport"),
              HasSubstr("sessions[0].product: \"dysport\" is not known, expected onabotulinumtoxinA, abo"));
  EXPECT_THAT(fault("\"side\": \"left\"", "\"side\": \"port\""),
              HasSubstr("expected left, right, both or midline"));
  EXPECT_THAT(fault("\"effort\": 3", "\"effort\": 4"), HasSubstr("person.face.glabella.effort"));
  EXPECT_THAT(fault("\"effort\": 3", "\"effort\": 2.5"), HasSubstr("not a whole number"));
  EXPECT_THAT(fault("7.5", "\"seven\""), HasSubstr("person.calf.fat_mm: is text, expected a number"));
  EXPECT_THAT(fault("\"foreshow_plan\": 1, ", ""), HasSubstr("foreshow_plan: missing"));
  EXPECT_THAT(fault("\"foreshow_plan\": 1", "\"foreshow_plan\": 2"), HasSubstr("expected 1"));
  EXPECT_THAT(fault("[0.41, 0.77]", "[0.41]"), HasSubstr("expected 2"));
  EXPECT_THAT(fault("[0.41, 0.77]", "[0.41, 7]"), HasSubstr("skin_uv[1]"));
  EXPECT_THAT(fault("\"side\": \"left\", ", ""), HasSubstr("injections[0].side: missing"));
  EXPECT_THAT(fault("\"muscle\": \"gastrocnemius_medial\", ", ""), HasSubstr("injections[0]: has no place"));
  EXPECT_THAT(fault("\"skin_uv\": [0.41, 0.77]", "\"skin_uv\": [0.41, 0.77], \"muscle\": \"soleus\""),
              HasSubstr("expected one of them"));
  EXPECT_THAT(fault("\"side\": \"left\"", "\"side\": \"midline\""), HasSubstr("injections[0].side"));
  EXPECT_THAT(fault("gastrocnemius_medial", "zygomaticus"), HasSubstr("is not known"));
  EXPECT_THAT(fault("\"person\": {",
                    "\"fillers\": [{\"site\": \"lips\", \"millilitres\": 1, \"week\": 0}], \"person\": {"),
              HasSubstr("fillers"));
}

TEST(PlanFile, AnythingButAPlanIsRefused) {
  for (const char* text : {"[]", "1", "\"plan\"", "null", "{}"})
    EXPECT_THROW(parse_plan(text, "p.json"), InputError) << text;
}

TEST(PlanFile, MuscleOfTheOtherRegionIsReadForItsWarning) {
  EXPECT_NO_THROW(parse_plan(
      with("\"gastrocnemius_medial\", \"side\": \"left\"", "\"corrugator\", \"side\": \"left\""), "p.json"));
}

}  // namespace
}  // namespace app
