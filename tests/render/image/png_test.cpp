#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <stdexcept>

#include "render/error.h"
#include "render/image/compose.h"
#include "render/image/image.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Image noise(int width, int height, bool opaque) {
  std::mt19937 random(7);
  Image image = make_image(width, height, {0, 0, 0, 255});
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    if (i % 4 != 3 || !opaque) image.rgba[i] = static_cast<std::uint8_t>(random());
  }
  return image;
}

std::string text_of(const std::vector<std::uint8_t>& bytes) {
  return {bytes.begin(), bytes.end()};
}

TEST(Png, ReadsBackWhatItWrote) {
  const ScratchFolder folder;
  for (const bool opaque : {true, false}) {
    for (const auto& [width, height] : {std::pair{1, 1}, {3, 7}, {257, 64}}) {
      const Image image = noise(width, height, opaque);
      write_png(folder / "a.png", image);
      EXPECT_EQ(read_png(folder / "a.png"), image);
    }
  }
}

TEST(Png, DropsAlphaOnlyWhenOpaque) {
  // Byte 25 of a PNG is the colour type: 2 RGB, 6 RGBA.
  EXPECT_EQ(encode_png(noise(4, 4, true))[25], 2);
  EXPECT_EQ(encode_png(noise(4, 4, false))[25], 6);
}

TEST(Png, SamePixelsSameBytes) {
  const ScratchFolder folder;
  const Image image = noise(200, 100, false);
  write_png(folder / "a.png", image);
  write_png(folder / "b.png", image);
  EXPECT_EQ(bytes_of(folder / "a.png"), bytes_of(folder / "b.png"));
}

TEST(Png, HoldsNoMetadataButWhatWasAskedFor) {
  const Image image = noise(20, 10, true);
  const std::string plain = text_of(encode_png(image));
  for (const char* chunk : {"tEXt", "tIME", "gAMA", "iTXt", "zTXt", "pHYs"}) {
    EXPECT_EQ(plain.find(chunk), std::string::npos) << chunk;
  }
  const PngText note[] = {{"Description", "week 12"}};
  EXPECT_THAT(text_of(encode_png(image, note)), HasSubstr(std::string("tEXtDescription\0week 12", 23)));
}

TEST(Png, TellsItsColoursAndHowLargeItPrints) {
  const Image image = noise(20, 10, true);
  // Length, name, rendering intent 0.
  EXPECT_THAT(text_of(encode_png(image)), HasSubstr(std::string("\0\0\0\1sRGB\0", 9)));
  // 300 dots an inch are 11811 a metre.
  EXPECT_THAT(text_of(encode_png(image, {}, 300.0)),
              HasSubstr(std::string("pHYs\0\0\x2e\x23\0\0\x2e\x23\1", 13)));
}

/// Channels of an RGB picture of 16 bits, as the file has them.
std::vector<std::uint16_t> sixteen_bits_of(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_init_io(png, file);
  png_read_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
  std::vector<std::uint16_t> values;
  if (png_get_bit_depth(png, info) == 16)
    for (png_uint_32 y = 0; y < png_get_image_height(png, info); ++y)
      for (std::size_t i = 0; i < png_get_rowbytes(png, info); i += 2) {
        const png_bytep at = png_get_rows(png, info)[y] + i;
        values.push_back(static_cast<std::uint16_t>(256 * at[0] + at[1]));
      }
  png_destroy_read_struct(&png, &info, nullptr);
  std::fclose(file);
  return values;
}

TEST(Png, WritesAllStepsOfSixteenBits) {
  const ScratchFolder folder;
  Image image = make_image(300, 2, {10, 20, 30, 255}, Depth::bits_16);
  for (std::size_t x = 0; x < 300; ++x) image.rgba16[4 * x] = static_cast<std::uint16_t>(30000 + x);
  write_png(folder / "a.png", image, {}, 300.0);
  const auto values = sixteen_bits_of((folder / "a.png").string());
  ASSERT_EQ(values.size(), 2u * 300u * 3u);
  for (std::size_t x = 0; x < 300; ++x) EXPECT_EQ(values[3 * x], 30000 + x);
  EXPECT_THAT(std::vector(values.end() - 3, values.end()), ElementsAre(10 * 257, 20 * 257, 30 * 257));
  // Readers are told its colours and size as of any other, and find the bytes nearest to them.
  const std::string bytes = text_of(bytes_of(folder / "a.png"));
  EXPECT_THAT(bytes, HasSubstr(std::string("\0\0\0\1sRGB\0", 9)));
  EXPECT_THAT(bytes, HasSubstr("pHYs"));
  EXPECT_EQ(read_png(folder / "a.png").rgba[0], 117);
  image.rgba16.pop_back();
  EXPECT_THROW(encode_png(image), std::invalid_argument);
}

TEST(Png, WhatIsDrawnOnSixteenBitsIsDrawnInBothDepths) {
  Image image = make_image(60, 40, {200, 180, 160, 255}, Depth::bits_16);
  Image bytes = make_image(60, 40, {200, 180, 160, 255});
  for (Image* one : {&image, &bytes}) {
    fill_round_rect(*one, 5.3, 4.1, 30.0, 20.0, 6.0, {10, 120, 240, 200});
    fill_rect(*one, 20, 10, 20, 20, {255, 0, 128, 90});
    blit(*one, make_image(10, 10, {1, 2, 3, 4}), 45, 25);
    *one = wipe(*one, make_image(60, 40, {5, 6, 7, 255}), 0.9, 3);
  }
  EXPECT_EQ(image.rgba, bytes.rgba);
  for (std::size_t i = 0; i < bytes.rgba.size(); ++i)
    EXPECT_LE(std::abs((image.rgba16[i] + 128) / 257 - bytes.rgba[i]), 1) << i;
}

TEST(Png, RefusesDotsPerInchThatNoFileCanTell) {
  const Image image = noise(4, 4, true);
  EXPECT_NO_THROW(encode_png(image, {}, 100000.0));
  for (const double dpi : {-1.0, 100001.0, 1e300, std::nan("")})
    EXPECT_THROW(encode_png(image, {}, dpi), std::invalid_argument) << dpi;
}

TEST(Png, ReadsGreyPaletteAndSixteenBit) {
  const ScratchFolder folder;
  const std::vector<png_uint_16> grey16{0, 65535};
  const std::vector<png_byte> grey8{0, 255};
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = 2;
  png.height = 1;
  png.format = PNG_FORMAT_LINEAR_Y;
  ASSERT_TRUE(png_image_write_to_file(&png, (folder / "16.png").c_str(), 0, grey16.data(), 0, nullptr));
  png.format = PNG_FORMAT_GRAY;
  ASSERT_TRUE(png_image_write_to_file(&png, (folder / "8.png").c_str(), 0, grey8.data(), 0, nullptr));
  const std::vector<png_byte> palette{9, 8, 7, 3, 2, 1};
  const std::vector<png_byte> indices{1, 0};
  png.format = PNG_FORMAT_RGB_COLORMAP;
  png.colormap_entries = 2;
  ASSERT_TRUE(
      png_image_write_to_file(&png, (folder / "p.png").c_str(), 0, indices.data(), 0, palette.data()));
  EXPECT_THAT(read_png(folder / "16.png").rgba, ElementsAre(0, 0, 0, 255, 255, 255, 255, 255));
  EXPECT_THAT(read_png(folder / "8.png").rgba, ElementsAre(0, 0, 0, 255, 255, 255, 255, 255));
  EXPECT_THAT(read_png(folder / "p.png").rgba, ElementsAre(3, 2, 1, 255, 9, 8, 7, 255));
}

TEST(Png, SaysWhatIsWrong) {
  const ScratchFolder folder;
  const std::vector<std::uint8_t> whole = encode_png(noise(64, 64, true));
  write_text(folder / "cut.png", text_of(whole).substr(0, whole.size() / 2));
  write_text(folder / "text.png", "not a picture");
  write_text(folder / "empty.png", "");
  for (const char* name : {"cut.png", "text.png", "empty.png", "absent.png", "."}) {
    EXPECT_THROW(read_png(folder / name), InputError) << name;
    EXPECT_THROW(read_png(folder / name, ImageSource::asset), AssetError) << name;
  }
}

TEST(Png, LeavesNothingBehindWhenItFails) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "taken.png");
  EXPECT_THROW(write_png(folder / "taken.png", noise(2, 2, true)), InputError);
  EXPECT_THROW(write_png(folder / "no/folder.png", noise(2, 2, true)), InputError);
  EXPECT_THROW(write_png(folder / "a.png", Image{}), std::invalid_argument);
  EXPECT_THAT(folder.names(), ElementsAre("taken.png"));
}

TEST(Difference, CountsPixelsAndMeasures) {
  const Image a = make_image(4, 2, {10, 20, 30, 255});
  EXPECT_EQ(difference(a, a).max, 0);
  EXPECT_TRUE(difference(a, a).same_size);
  Image b = a;
  b.rgba[4] += 8;
  b.rgba[5] -= 16;
  b.rgba[12] += 8;
  const ImageDifference apart = difference(a, b);
  EXPECT_EQ(apart.max, 16);
  EXPECT_EQ(apart.differing_pixels, 2u);
  EXPECT_DOUBLE_EQ(apart.mean, 1.0);  // 32 over 32 channels
  const ImageDifference other = difference(a, make_image(2, 4, {10, 20, 30, 255}));
  EXPECT_FALSE(other.same_size);
  EXPECT_EQ(other.max, 255);
  EXPECT_EQ(other.differing_pixels, 8u);
}

}  // namespace
}  // namespace render
