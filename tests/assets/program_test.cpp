#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "assets/bake/files.h"

namespace {

namespace fs = std::filesystem;

struct Outcome {
  int exit_code;
  std::string messages;
};

Outcome run_bake(const std::string& arguments) {
  FILE* pipe = popen((std::string(FORESHOW_BAKE_PROGRAM) + " " + arguments + " 2>&1").c_str(), "r");
  std::string text;
  std::array<char, 256> line{};
  while (fgets(line.data(), int(line.size()), pipe) != nullptr) text += line.data();
  return {WEXITSTATUS(pclose(pipe)), text};
}

class BakeProgram : public testing::Test {
 protected:
  BakeProgram() {
    fs::remove_all(root);
    fs::create_directories(root);
  }
  ~BakeProgram() override { fs::remove_all(root); }
  const fs::path root = fs::path(testing::TempDir()) / ("bake_" + std::to_string(getpid()));
};

TEST_F(BakeProgram, RefusesTheWrongNumberOfArguments) {
  EXPECT_EQ(run_bake("").exit_code, 2);
}

TEST_F(BakeProgram, NamesTheMissingFile) {
  const Outcome run = run_bake((root / "package").string() + " " + (root / "out").string());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.messages, testing::HasSubstr("human_full_size.json: cannot be read"));
  EXPECT_FALSE(fs::exists(root / "out"));
}

TEST_F(BakeProgram, RefusesAnotherVersionOfTheMesh) {
  bake::write_text(root / "package/public/data/models/human_full_size.json", "{\"vertices\": []}");
  const Outcome run = run_bake((root / "package").string() + " " + (root / "out").string());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.messages, testing::HasSubstr("SHA-256"));
}

}  // namespace
