#include <gtest/gtest.h>

#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace {

const std::string kFolder = std::string(FORESHOW_SOURCE) + "/tests/app/commands/check/";

/// What `check` prints for a plan, against the lines kept here. When clinical data changes on purpose, look
/// at the difference and put the new output in its place: foreshow check PLAN >
/// tests/app/commands/check/NAME.txt
void expect_lines(const std::string& plan, int code, const std::string& name) {
  const ProgramRun run = run_program({"check", plan});
  EXPECT_EQ(run.code, code) << run.err;
  const std::string expected = text_of(kFolder + name + ".txt");
  ASSERT_FALSE(expected.empty()) << name;
  EXPECT_EQ(run.out, expected);
}

TEST(Check, LinesOfAnExample) {
  expect_lines(example_plan("calf-untreated"), 0, "calf-untreated");
}

// These two plans do nearly everything wrong. What one plan cannot be told together is in the table of
// tests/app/check/careful_plans_test.cpp.
TEST(Check, EveryFindingOfACalfPlan) {
  expect_lines(kFolder + "every-finding-calf.json", 2, "every-finding-calf");
}

TEST(Check, EveryFindingOfAFacePlan) {
  expect_lines(kFolder + "every-finding-face.json", 2, "every-finding-face");
}

}  // namespace
