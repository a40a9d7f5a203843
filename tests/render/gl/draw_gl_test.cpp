#include "render/gl/draw.h"

#include <gtest/gtest.h>

#include <array>
#include <glm/vec2.hpp>
#include <memory>
#include <stdexcept>
#include <vector>

#include "render/context/context.h"
#include "render/error.h"
#include "render/gl/device.h"
#include "render/gl/framebuffer.h"
#include "render/gl/program.h"
#include "render/gl/query.h"

namespace render::gl {
namespace {

constexpr const char* kVertex = R"(#version 330 core
layout(location = 0) in vec2 a_position;
void main() { gl_Position = vec4(a_position, 0.0, 1.0); }
)";
constexpr const char* kFragment = R"(#version 330 core
uniform vec4 u_colour;
layout(location = 0) out vec4 o_colour;
void main() { o_colour = u_colour; }
)";

class Draw : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(check_errors("test")); }
  std::unique_ptr<Context> context_ = make_offscreen_context();
};

TEST_F(Draw, LowerLeftHalfIsFilled) {
  TextureDesc desc;
  desc.size = {16, 16, 1};
  const Texture colour(desc);
  const Framebuffer target({&colour}, nullptr, "target");
  Program program("test", kVertex, kFragment);
  Buffer vertices(BufferUse::vertices), indices(BufferUse::indices);
  const std::array<glm::vec2, 3> corners{glm::vec2(-1, -1), glm::vec2(1, -1), glm::vec2(-1, 1)};
  const std::array<unsigned, 3> order{0, 1, 2};
  VertexArray array = VertexArray::make();
  vertices.upload(std::span<const glm::vec2>(corners), BufferRate::once);
  indices.upload(std::span<const unsigned>(order), BufferRate::once);
  array.set_attribute(vertices, {0, 2, sizeof(glm::vec2), 0});
  array.set_indices(indices);

  target.clear_colour(0, glm::vec4(0));
  target.bind({0, 0}, {16, 16});
  DrawState state;
  state.depth_test = DepthTest::off;
  state.depth_write = false;
  apply(state);
  program.use();
  program.set("u_colour", glm::vec4(1, 0, 0, 1));
  draw_triangles(array, 3);
  std::vector<std::uint8_t> pixels(16 * 16 * 4);
  target.read_rgba8({16, 16}, pixels);
  const auto red = [&](int x, int y) { return pixels[static_cast<std::size_t>(y * 16 + x) * 4]; };
  EXPECT_EQ(red(0, 0), 255);
  EXPECT_EQ(red(13, 1), 255);
  EXPECT_EQ(red(15, 15), 0);
  EXPECT_EQ(red(14, 3), 0);
}

TEST_F(Draw, BytesAreReplacedWithinABufferOnly) {
  Buffer buffer(BufferUse::vertices);
  const std::array<std::byte, 8> bytes{};
  EXPECT_THROW(buffer.replace(0, bytes), std::out_of_range);
  buffer.upload(std::span<const std::byte>(bytes), BufferRate::often);
  EXPECT_NO_THROW(buffer.replace(4, std::span(bytes).first(4)));
  EXPECT_THROW(buffer.replace(5, std::span(bytes).first(4)), std::out_of_range);
  EXPECT_THROW(buffer.replace(9, {}), std::out_of_range);
}

TEST_F(Draw, BrokenShaderSaysWhichAndWhy) {
  try {
    const Program program("broken.frag", kVertex, "#version 330 core\nvoid main() { nonsense }\n");
    FAIL() << "compiled";
  } catch (const GraphicsError& error) {
    EXPECT_NE(std::string(error.what()).find("broken.frag"), std::string::npos);
  }
}

TEST_F(Draw, FloatPixelsComeBackAsWritten) {
  TextureDesc desc;
  desc.size = {2, 2, 1};
  desc.format = Format::rgba32f;
  const Texture colour(desc);
  const Framebuffer target({&colour}, nullptr, "float");
  target.clear_colour(0, {1.5f, -2.25f, 1000.0f, 0.5f});
  std::vector<glm::vec4> pixels(4);
  target.read_rgba32f(0, {2, 2}, pixels);
  EXPECT_EQ(pixels[3], glm::vec4(1.5f, -2.25f, 1000.0f, 0.5f));
}

TEST_F(Draw, TimesComeInTheOrderOfTheirPlaces) {
  const Query first = Query::make_time(), second = Query::make_time();
  const Texture colour((TextureDesc()));
  const Framebuffer target({&colour}, nullptr, "target");
  first.mark();
  target.clear_colour(0, glm::vec4(0));
  second.mark();
  finish();
  EXPECT_TRUE(first.ready());
  EXPECT_TRUE(second.ready());
  EXPECT_GT(first.milliseconds(), 0.0);
  EXPECT_GE(second.milliseconds(), first.milliseconds());
}

TEST_F(Draw, WrongUploadSizeIsRefused) {
  Texture texture((TextureDesc()));
  const std::array<std::byte, 3> bytes{};
  EXPECT_THROW(texture.upload(bytes), std::invalid_argument);
}

}  // namespace
}  // namespace render::gl
