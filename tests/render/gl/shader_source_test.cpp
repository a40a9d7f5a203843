#include "render/gl/shader_source.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "render/error.h"

namespace render::gl {
namespace {

class ShaderSource : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "foreshow_shader_source";
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const char* name, const char* text) const { std::ofstream(folder_ / name) << text; }
  std::filesystem::path folder_;
};

TEST_F(ShaderSource, IncludesOnceAndInPlace) {
  write("a.glsl", "A\n");
  write("b.glsl", "#include \"a.glsl\"\nB\n");
  write("main.frag", "top\n#include \"b.glsl\"\n#include \"a.glsl\"\nend\n");
  EXPECT_EQ(shader_source(folder_, "main.frag"), "top\nA\nB\nend\n");
}

TEST_F(ShaderSource, ACircleEnds) {
  write("a.glsl", "#include \"b.glsl\"\nA\n");
  write("b.glsl", "#include \"a.glsl\"\nB\n");
  EXPECT_EQ(shader_source(folder_, "a.glsl"), "B\nA\n");
}

TEST_F(ShaderSource, MissingFileIsNamed) {
  write("main.frag", "#include \"gone.glsl\"\n");
  try {
    shader_source(folder_, "main.frag");
    FAIL() << "nothing was thrown";
  } catch (const AssetError& error) {
    EXPECT_NE(std::string(error.what()).find("gone.glsl"), std::string::npos);
  }
}

}  // namespace
}  // namespace render::gl
