#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace {

using testing::HasSubstr;
using testing::Not;

/// The standard plan with one piece of text replaced, as a file.
std::filesystem::path broken_plan(const Scratch& scratch, const std::string& piece,
                                  const std::string& other) {
  std::string text = text_of(example_plan("calf-standard"));
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  return scratch.write("plan.json", text.replace(at, piece.size(), other));
}

void expect_refused(const std::vector<std::string>& arguments, int code, const std::string& text,
                    const std::vector<std::pair<std::string, std::string>>& environment = {}) {
  const ProgramRun run = run_program(arguments, environment);
  EXPECT_EQ(run.code, code) << run.err;
  EXPECT_TRUE(is_one_clear_line(run.err)) << run.err;
  EXPECT_THAT(run.err, HasSubstr(text));
  EXPECT_EQ(run.out, "");
}

struct BadPlan {
  const char* name;
  const char* piece;
  const char* other;
  const char* message;
};

class BadPlanTest : public testing::TestWithParam<BadPlan> {};

TEST_P(BadPlanTest, EveryCommandRefusesItAndWritesNothing) {
  Scratch scratch;
  const std::string plan = broken_plan(scratch, GetParam().piece, GetParam().other).string();
  const std::string out = (scratch / "out").string();
  expect_refused({"check", plan}, 2, GetParam().message);
  expect_refused({"predict", plan, "-o", out}, 2, GetParam().message);
  expect_refused({"export", plan, "--week", "0", "-o", out + ".ply"}, 2, GetParam().message);
  expect_refused({"capture", plan, "-o", out}, 2, GetParam().message);
  EXPECT_EQ(scratch.file_count(), 1u);
}

INSTANTIATE_TEST_SUITE_P(
    , BadPlanTest,
    testing::Values(
        BadPlan{"broken_json", "\"week\": 0,", "\"week\": ,", "line 10, column"},
        BadPlan{"unknown_key", "age_years", "age_year", "person.age_year: unknown key, did you mean"},
        BadPlan{"negative_units", "\"units\": 60", "\"units\": -60", "sessions[0].injections[0].units"},
        BadPlan{"week_1000", "\"week\": 0", "\"week\": 1000", "sessions[0].week: is 1000"},
        BadPlan{"no_version", "\"foreshow_plan\": 1,", "", "foreshow_plan: missing"},
        BadPlan{"wrong_type", "\"fat_mm\": 7.0", "\"fat_mm\": \"7\"", "person.calf.fat_mm: is text"}),
    [](const auto& bad) { return std::string(bad.param.name); });

TEST(Program, RefusesFilesThatAreNoPlans) {
  Scratch scratch;
  expect_refused({"check", (scratch / "none.json").string()}, 2, "no such file");
  expect_refused({"check", scratch.folder().string()}, 2, "is a folder, expected a file");
  expect_refused({"check", scratch.write("empty.json", "").string()}, 2, "empty");
  expect_refused({"check", scratch.write("huge.json", std::string(3 << 20, ' ')).string()}, 2, "larger than");
  expect_refused({"check", scratch.write("zero.json", std::string(64, '\0')).string()}, 2,
                 "line 1, column 1");
}

TEST(Program, RefusesOptionsItDoesNotKnow) {
  const std::string plan = example_plan("calf-standard");
  expect_refused({"capture", plan, "--view", "back"}, 2, "--view: unknown option, did you mean --views?");
  expect_refused({"--colour"}, 2, "--colour: unknown option");
  expect_refused({"capture"}, 2, "PLAN is required");
  expect_refused({"captur", plan}, 2, "did you mean capture?");
  expect_refused({"export", plan}, 2, "is required");
  expect_refused({"predict", plan, "--people"}, 2, "--people");
}

TEST(Program, RefusesPlacesItCannotWrite) {
  Scratch scratch;
  const std::string plan = example_plan("calf-standard");
  const std::string file = scratch.write("file", "x").string();
  expect_refused({"capture", plan, "-o", file}, 2, "is not a folder");
  expect_refused({"capture", plan, "-o", file + "/pictures"}, 2, "is not a folder");
  expect_refused({"capture", plan, "-o", "/proc/pictures"}, 2, "cannot be written");
  expect_refused({"predict", plan, "-o", scratch.folder().string()}, 2, "is a folder");
  expect_refused({"predict", plan, "-o", (scratch / "no/rows.csv").string()}, 2, "does not exist");
  expect_refused({"export", plan, "--week", "0", "-o", (scratch / "no/leg.ply").string()}, 2,
                 "does not exist");
  expect_refused({"export", plan, "--week", "0", "-o", (scratch / "leg.doc").string()}, 2, "expected .glb");
  EXPECT_EQ(scratch.file_count(), 1u);
}

TEST(Program, RefusesWeeksThatAreNotShown) {
  Scratch scratch;
  const std::string plan = example_plan("calf-standard");
  expect_refused({"capture", plan, "-o", scratch.folder().string(), "--weeks", "0,1000"}, 2, "--weeks: 1000");
  expect_refused({"export", plan, "--week", "40", "-o", (scratch / "leg.ply").string()}, 2,
                 "expected 0 to 39");
  EXPECT_EQ(scratch.file_count(), 0u);
}

TEST(Program, MissingOrBrokenMeshIsAnAssetFault) {
  Scratch scratch;
  const std::string plan = example_plan("calf-standard");
  const std::vector<std::string> command = {"export", plan, "--week",
                                            "0",      "-o", (scratch / "leg.ply").string()};
  expect_refused(command, 3, "bash app/run", {{"FORESHOW_ASSETS", scratch.folder().string()}});

  std::filesystem::create_directory(scratch / "meshes");
  scratch.write("meshes/calf.mesh", "not a mesh");
  expect_refused(command, 3, "calf.mesh", {{"FORESHOW_ASSETS", scratch.folder().string()}});
  EXPECT_FALSE(std::filesystem::exists(scratch / "leg.ply"));
}

TEST(Program, HelpAndVersionEndWell) {
  EXPECT_THAT(run_program({"--version"}).out, HasSubstr("foreshow "));
  for (const std::string command : {"kiosk", "capture", "predict", "check", "export"}) {
    const ProgramRun run = run_program({command, "--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr("foreshow " + command));
    EXPECT_EQ(run.err, "");
  }
  const ProgramRun run = run_program({"--help"});
  EXPECT_THAT(run.out, HasSubstr("capture"));
  EXPECT_THAT(run.out, HasSubstr("Results vary."));
}

TEST(Program, CheckPrintsFindingsAndEndsByThem) {
  const ProgramRun good = run_program({"check", example_plan("calf-standard")});
  EXPECT_EQ(good.code, 0);
  EXPECT_THAT(good.out, HasSubstr("note: region: "));
  EXPECT_THAT(good.out, HasSubstr("note: outcomes.no_visible_change: 24 to 34 of 100 tape readings; "));
  EXPECT_THAT(good.out, HasSubstr("note: sessions: questions to ask before any treatment: "));
  EXPECT_THAT(good.out,
              HasSubstr("note: outcomes: can come as well, no rate found: asymmetry, weak push off, "));
  EXPECT_THAT(good.out, Not(HasSubstr("eyelid_droop")));

  Scratch scratch;
  const ProgramRun bad =
      run_program({"check", broken_plan(scratch, "\"units\": 60", "\"units\": 400").string()});
  EXPECT_EQ(bad.code, 2);
  EXPECT_THAT(bad.out, HasSubstr("error: sessions[0]"));
  EXPECT_EQ(bad.err, "");
}

TEST(Program, PredictIsTheSameTwiceAndFollowsItsOptions) {
  const std::vector<std::string> command = {
      "predict", example_plan("face-glabella"), "--people", "200", "--until", "8"};
  const ProgramRun first = run_program(command);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.out, run_program(command).out);
  EXPECT_THAT(first.out, testing::StartsWith(
                             "week,quantity,unit,p10,p50,p90,mean,sd,sd_people,sd_reading,sd_unknown\n0,"));
  EXPECT_THAT(first.out, HasSubstr("\n8,face.glabella.none_or_mild_effort,% of people,,,,"));
  EXPECT_THAT(first.out, testing::Not(HasSubstr("\n9,")));

  Scratch scratch;
  auto to_file = command;
  to_file.insert(to_file.end(), {"-o", (scratch / "rows.csv").string()});
  EXPECT_EQ(run_program(to_file).out, "");
  EXPECT_EQ(text_of(scratch / "rows.csv"), first.out);
  EXPECT_EQ(scratch.file_count(), 1u);
}

TEST(Program, ExportWritesTheSameVerticesInOrderAtEveryWeek) {
  Scratch scratch;
  std::map<std::string, std::string> text;
  for (const std::string week : {"0", "12"}) {
    const ProgramRun run = run_program({"export", example_plan("calf-standard"), "--week", week, "-o",
                                        (scratch / ("w" + week + ".obj")).string()});
    ASSERT_EQ(run.code, 0) << run.err;
    text[week] = text_of(scratch / ("w" + week + ".obj"));
  }
  const auto faces = [](const std::string& obj) { return obj.substr(obj.find("\nf ")); };
  EXPECT_EQ(faces(text["0"]), faces(text["12"]));
  EXPECT_NE(text["0"], text["12"]);
  EXPECT_EQ(scratch.file_count(), 2u);
}

}  // namespace
