#include "app/files/case_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "app/base/error.h"
#include "app/files/plan_file.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

constexpr const char* kPlan = R"({ "foreshow_plan": 1, "title": "A", "region": "calf",
  "person": { "calf": { "fat_mm": 7.5 } },
  "sessions": [ { "week": 0, "product": "onabotulinumtoxinA", "injections": [
    { "muscle": "gastrocnemius_medial", "side": "both", "units": 60 } ] } ] })";

/// A case of a plan and these further members.
std::string with(const std::string& members) {
  return R"({ "foreshow_case": 1, "plan": )" + std::string(kPlan) + (members.empty() ? "" : ", ") + members +
         "}";
}

std::string fault(const std::string& text) {
  return message_of<InputError>([&] { parse_case(text, "c.json"); });
}

constexpr const char* kEverything = R"("title": "Calf, two sessions",
  "beside": { "foreshow_plan": 1, "title": "B" },
  "view": { "week": 12.5, "responder": "high", "layer": "xray", "expression": "neutral", "pose": "tiptoe",
    "effort": 0, "camera": "calf-inner-left", "compare": "wipe", "wipe": 0.25, "ghost": 0.3, "treatment": "toxin",
    "state": "bruise", "tape": 0.4, "points": true, "light": "beauty", "quantity": "calf.left.max_girth",
    "session": 0, "hidden": ["soleus"] },
  "bookmarks": [ { "title": "Peak", "view": { "week": 10 }, "text": "words for the patient",
    "drawings": [ { "kind": "pen", "points": [[0.1, 0.2, -3e-7], [12345678.9, 0, 1]], "on": { "deep": [null, true] } } ] },
    { "title": "Free", "view": { "tape": "largest", "state": "none", "camera": { "eye_mm": [1.25, 2, 900.1],
      "target_mm": [0, 1, 2], "up": [0, 1, 0], "projection": "perspective", "vertical_field_of_view_rad": 0.31,
      "near_mm": 11.5, "far_mm": 4321, "aspect": 1.37 } } },
    {} ],
  "notes": "first line\nsecond: \"quoted\" and ä")";

TEST(CaseFile, OnlyThePlanIsNeeded) {
  const Case read = parse_case(with(""), "c.json");
  EXPECT_EQ(read.plan, parse_plan(kPlan, "p.json"));
  EXPECT_EQ(read, (Case{"", read.plan, {}, {}, {}, ""}));
}

TEST(CaseFile, ReadsEveryField) {
  const Case read = parse_case(with(kEverything), "c.json");
  EXPECT_EQ(read.title, "Calf, two sessions");
  ASSERT_TRUE(read.beside);
  EXPECT_EQ(read.beside->title, "B");
  EXPECT_EQ(read.beside->person, read.plan.person) << "plan B is of the same person where it does not say";
  ASSERT_TRUE(read.view);
  EXPECT_EQ(read.view->week, 12.5);
  EXPECT_EQ(read.view->effort, 0.0);
  EXPECT_EQ(std::get<render::StandardView>(*read.view->camera), render::StandardView::calf_inner_left);
  EXPECT_EQ(read.view->tape, CaseTape{0.4});
  EXPECT_EQ(read.view->state, simulation::AdverseOutcome::bruise);
  ASSERT_EQ(read.bookmarks.size(), 3u);
  EXPECT_FALSE(read.bookmarks[0].view->responder) << "what is left out stays open";
  EXPECT_EQ(read.bookmarks[0].drawings.size(), 1u);
  ASSERT_TRUE(read.bookmarks[1].view->state) << "no side effect was asked for";
  EXPECT_FALSE(read.bookmarks[1].view->state->has_value());
  const auto& free = std::get<CaseCamera>(*read.bookmarks[1].view->camera);
  EXPECT_EQ(free.camera.eye_mm, glm::dvec3(1.25, 2, 900.1));
  EXPECT_EQ(free.aspect, 1.37);
  EXPECT_FALSE(read.bookmarks[2].view);
  EXPECT_EQ(read.notes, "first line\nsecond: \"quoted\" and ä");
}

TEST(CaseFile, WhatIsReadIsWrittenAndReadAgainTheSame) {
  for (const std::string& members : {std::string(), std::string(kEverything), std::string(R"("view": {})")}) {
    const Case first = parse_case(with(members), "c.json");
    const std::string text = case_text(first);
    const Case second = parse_case(text, "c.json");
    EXPECT_EQ(first, second);
    EXPECT_EQ(case_text(second), text);
  }
}

TEST(CaseFile, ADrawingKeepsEveryNumberAndName) {
  const Case first = parse_case(with(kEverything), "c.json");
  const Case second = parse_case(case_text(first), "c.json");
  EXPECT_EQ(first.bookmarks[0].drawings, second.bookmarks[0].drawings);
  Case other = first;
  std::get<JsonValue::Object>(other.bookmarks[0].drawings[0].data)[0].value = "arrow";
  EXPECT_FALSE(other == first);
}

TEST(CaseFile, ComplaintsNameTheWholePathAndTheNearestKey) {
  EXPECT_EQ(fault(with(R"("titel": "x")")), "c.json: titel: unknown key, did you mean \"title\"?");
  EXPECT_EQ(fault(with(R"("view": { "weeks": 3 })")),
            "c.json: view.weeks: unknown key, did you mean \"week\"?");
  EXPECT_EQ(fault(with(R"("bookmarks": [ {}, { "drawing": [] } ])")),
            "c.json: bookmarks[1].drawing: unknown key, did you mean \"drawings\"?");
  EXPECT_THAT(fault(with(R"("bookmarks": [ { "drawings": [3] } ])")),
              HasSubstr("bookmarks[0].drawings[0]: is not a drawing"));
  EXPECT_THAT(fault(with(R"("view": { "effort": 2 })")),
              HasSubstr("view.effort: is out of range, expected 0 to 1"));
  EXPECT_THAT(fault(with(R"("view": { "camera": "behind" })")),
              HasSubstr("view.camera: \"behind\" is not known"));
  EXPECT_THAT(fault(with(R"("view": { "camera": { "eye_mm": [1, 2] } })")),
              HasSubstr("view.camera.eye_mm: has 2"));
  EXPECT_THAT(fault(R"({ "foreshow_case": 1 })"), HasSubstr("c.json: plan: missing"));
  EXPECT_THAT(fault(R"({ "foreshow_case": 2, "plan": {} })"), HasSubstr("foreshow_case: is a version"));
  EXPECT_THAT(fault(R"({ "foreshow_case": 1, "plan": {} })"),
              HasSubstr("c.json: plan.foreshow_plan: missing"));
  EXPECT_THAT(fault(R"({ "foreshow_case": 1, "plan": { "foreshow_plan": 1, "region": "calf", "sessions": [
      { "week": -3, "product": "onabotulinumtoxinA", "injections": [] } ] } })"),
              HasSubstr("c.json: plan.sessions[0].week"));
  EXPECT_THAT(fault(with(R"("beside": { "foreshow_plan": 1, "region": "face" })")),
              HasSubstr("c.json: beside.region: is face, expected calf"));
  EXPECT_THAT(fault(with(R"("beside": { "foreshow_plan": 1, "person": { "skin_tone": 5 } })")),
              HasSubstr("c.json: beside.person: differs"));
  EXPECT_THAT(fault("[1]"), HasSubstr("is not a case"));
}

TEST(CaseFile, HasNoFieldForANameABirthDateOrAPhoto) {
  for (const char* key : {"name", "patient", "birth_date", "born", "photo", "picture"})
    EXPECT_THAT(fault(with("\"" + std::string(key) + "\": \"x\"")),
                HasSubstr(std::string(key) + ": unknown key"));
}

TEST(CaseFile, IsReadByItsOwnerAlone) {
  Scratch scratch;
  const Case value = parse_case(with(kEverything), "c.json");
  const auto path = scratch.write("open.json", "old");
  ASSERT_EQ(::chmod(path.c_str(), 0644), 0);
  for (const auto& file : {path, scratch / "new.json"}) {
    write_case(file, value);
    struct stat about {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 07777, 0600u);
    EXPECT_EQ(read_case(file), value);
  }
  EXPECT_EQ(scratch.file_count(), 2u);
}

TEST(CaseFile, WhatCouldNotBeReadAgainIsNotWritten) {
  Scratch scratch;
  Case value = parse_case(with(""), "c.json");
  write_case(scratch / "c.json", value);
  const std::string before = text_of(scratch / "c.json");
  for (int i = 0; i < 300; ++i) value.bookmarks.push_back({"", {}, std::string(4000, 'x'), {}});
  EXPECT_THROW(write_case(scratch / "c.json", value), InputError);
  EXPECT_EQ(text_of(scratch / "c.json"), before);
}

TEST(CaseFile, StandsForItsPlanWhereverAPlanIsRead) {
  Scratch scratch;
  const Case value = parse_case(with(kEverything), "c.json");
  write_case(scratch / "c", value);
  EXPECT_EQ(read_plan(scratch / "c"), value.plan);
  EXPECT_EQ(read_plan_beside(scratch / "c", value.plan), value.plan);
  EXPECT_EQ(message_of<InputError>([] { parse_plan(R"({ "foreshow_case": 1, "plan": 3 })", "c.json"); }),
            "c.json: plan: is not a plan, expected an object with \"foreshow_plan\": 1");
  EXPECT_THAT(message_of<InputError>([] { parse_plan("{}", "c.json"); }), HasSubstr("plan or case file"));
}

}  // namespace
}  // namespace app
