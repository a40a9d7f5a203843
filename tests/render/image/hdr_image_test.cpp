#include "render/image/hdr_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/error.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::HasSubstr;

std::string header(int width, int height) {
  return "#?RADIANCE\nEXPOSURE=1\nFORMAT=32-bit_rle_rgbe\n\n-Y " + std::to_string(height) + " +X " +
         std::to_string(width) + "\n";
}

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int v : values) text += static_cast<char>(v);
  return text;
}

HdrImage decode(const std::string& text) {
  return decode_hdr({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, "map.hdr");
}

std::string fault(const std::string& text) {
  try {
    decode(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(HdrImage, FlatPixels) {
  const HdrImage image = decode(header(2, 1) + bytes({128, 64, 0, 129, 10, 20, 30, 0}));
  ASSERT_EQ(image.width, 2);
  ASSERT_EQ(image.height, 1);
  EXPECT_EQ(image.rgb[0], glm::vec3(1.0f, 0.5f, 0.0f));
  EXPECT_EQ(image.rgb[1], glm::vec3(0.0f));
}

TEST(HdrImage, ChannelRunsAndCopies) {
  // Eight pixels: red in one run, green as copies, blue in two runs, one exponent.
  const std::string row = bytes({2, 2, 0, 8}) + bytes({136, 128}) + bytes({8, 1, 2, 3, 4, 5, 6, 7, 8}) +
                          bytes({131, 0, 133, 64}) + bytes({136, 129});
  const HdrImage image = decode(header(8, 1) + row);
  for (int x = 0; x < 8; ++x) {
    const glm::vec3 pixel = image.rgb[static_cast<std::size_t>(x)];
    EXPECT_EQ(pixel, glm::vec3(1.0f, static_cast<float>(x + 1) / 128.0f, x < 3 ? 0.0f : 0.5f)) << x;
  }
}

TEST(HdrImage, OldRunsRepeatTheLastPixel) {
  const std::string pixel = bytes({128, 128, 128, 129});
  const HdrImage image = decode(header(5, 1) + pixel + bytes({1, 1, 1, 3}) + bytes({0, 0, 128, 129}));
  for (std::size_t x = 0; x < 4; ++x) EXPECT_EQ(image.rgb[x], glm::vec3(1.0f)) << x;
  EXPECT_EQ(image.rgb[4], glm::vec3(0.0f, 0.0f, 1.0f));
}

TEST(HdrImage, WhatEndsTooEarlyOrGoesOnIsRefused) {
  const std::string flat = header(2, 2) + std::string(16, '\x40');
  EXPECT_EQ(fault(flat), "");
  for (std::size_t length = 0; length < flat.size(); ++length)
    EXPECT_THAT(fault(flat.substr(0, length)), HasSubstr("map.hdr: ")) << length;
  EXPECT_THAT(fault(flat.substr(0, flat.size() - 1)),
              HasSubstr("ends before its last row, expected a Radiance"));
  EXPECT_THAT(fault(flat + "x"), HasSubstr("goes on after its last row"));
  const std::string runs = header(8, 1) + bytes({2, 2, 0, 8, 136, 1, 136, 1, 136, 1, 136, 129});
  EXPECT_EQ(fault(runs), "");
  EXPECT_THAT(fault(runs.substr(0, runs.size() - 1)), HasSubstr("ends before its last row"));
}

TEST(HdrImage, GarbageIsRefusedByName) {
  EXPECT_THAT(fault("\x89PNG\n\n\n"), HasSubstr("does not begin with #?RADIANCE"));
  EXPECT_THAT(fault("#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 1 +X 1\n0000"),
              HasSubstr("is of format 32-bit_rle_xyze"));
  EXPECT_THAT(fault("#?RADIANCE\n\n+Y 1 +X 1\n0000"), HasSubstr("size line"));
  EXPECT_THAT(fault(header(0, 1)), HasSubstr("0x1 pixels"));
  EXPECT_THAT(fault(header(16384, 16384)), HasSubstr("64 million"));
  EXPECT_THAT(fault(header(8, 1) + bytes({2, 2, 0, 8, 137, 1})), HasSubstr("run beyond the end"));
  EXPECT_THAT(fault(header(8, 1) + bytes({2, 2, 0, 8, 0, 1})), HasSubstr("run beyond the end"));
  EXPECT_THAT(fault(header(8, 1) + bytes({2, 2, 0, 9})), HasSubstr("another width"));
  EXPECT_THAT(fault(header(2, 1) + bytes({1, 1, 1, 2})), HasSubstr("run without a pixel"));
  EXPECT_THAT(fault(header(2, 1) + bytes({9, 9, 9, 9, 1, 1, 1, 2})), HasSubstr("run beyond the end"));
}

TEST(HdrImage, FilesThatAreNoneAreNamed) {
  const ScratchFolder folder;
  const auto message = [](const std::filesystem::path& path) -> std::string {
    try {
      read_hdr(path);
    } catch (const InputError& error) {
      return error.what();
    }
    return {};
  };
  EXPECT_THAT(message(folder / "none.hdr"), HasSubstr("none.hdr: missing, expected a Radiance"));
  EXPECT_THAT(message(folder / ""), HasSubstr("is not a file"));
  write_text(folder / "a.hdr", header(1, 1) + bytes({128, 128, 128, 129}));
  EXPECT_EQ(read_hdr(folder / "a.hdr").rgb[0], glm::vec3(1.0f));
}

}  // namespace
}  // namespace render
