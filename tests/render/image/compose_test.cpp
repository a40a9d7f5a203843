#include "render/image/compose.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace render {
namespace {

constexpr Rgba kRed{255, 0, 0, 255};
constexpr Rgba kBlue{0, 0, 255, 255};
constexpr Rgba kWhite{255, 255, 255, 255};
constexpr Rgba kBlack{0, 0, 0, 255};

Rgba at(const Image& image, int x, int y) {
  const auto i = 4 * static_cast<std::size_t>(y * image.width + x);
  return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], image.rgba[i + 3]};
}

TEST(Compose, BlitCutsOffAtEveryEdge) {
  Image image = make_image(4, 4, kRed);
  const Image stamp = make_image(3, 3, kBlue);
  blit(image, stamp, -2, -2);
  blit(image, stamp, 3, 3);
  blit(image, stamp, 40, 0);
  blit(image, stamp, 0, -40);
  EXPECT_EQ(at(image, 0, 0), kBlue);
  EXPECT_EQ(at(image, 1, 0), kRed);
  EXPECT_EQ(at(image, 3, 3), kBlue);
  EXPECT_EQ(at(image, 2, 3), kRed);
}

TEST(Compose, BlendKeepsStraightAlpha) {
  Image image = make_image(1, 1, {255, 0, 0, 0});
  blend(image, make_image(1, 1, {0, 0, 255, 128}), 0, 0);
  EXPECT_EQ(at(image, 0, 0), (Rgba{0, 0, 255, 128}));
  image = make_image(1, 1, kWhite);
  fill_rect(image, 0, 0, 1, 1, {0, 0, 0, 51});
  EXPECT_EQ(at(image, 0, 0), (Rgba{204, 204, 204, 255}));
}

TEST(Compose, RoundRectFillsItsAreaAndLeavesCorners) {
  Image image = make_image(40, 30, kWhite);
  fill_round_rect(image, 5, 5, 30, 20, 6, kBlack);
  EXPECT_EQ(at(image, 20, 15), kBlack);
  EXPECT_EQ(at(image, 5, 15), kBlack);
  EXPECT_EQ(at(image, 5, 5), kWhite);
  EXPECT_EQ(at(image, 4, 15), kWhite);
  EXPECT_EQ(at(image, 35, 15), kWhite);
}

TEST(Compose, SideBySideKeepsGapAndTop) {
  const Image images[] = {make_image(2, 3, kRed), make_image(4, 2, kBlue)};
  const Image row = side_by_side(images, 1, kWhite);
  EXPECT_EQ(row.width, 7);
  EXPECT_EQ(row.height, 3);
  EXPECT_EQ(at(row, 1, 2), kRed);
  EXPECT_EQ(at(row, 2, 0), kWhite);
  EXPECT_EQ(at(row, 3, 0), kBlue);
  EXPECT_EQ(at(row, 3, 2), kWhite);
}

TEST(Compose, WipeSplitsAtTheFraction) {
  const Image red = make_image(10, 2, kRed);
  const Image blue = make_image(10, 2, kBlue);
  EXPECT_EQ(wipe(red, blue, 0.0), blue);
  EXPECT_EQ(wipe(red, blue, 1.0), red);
  const Image half = wipe(red, blue, 0.5);
  EXPECT_EQ(at(half, 4, 1), kRed);
  EXPECT_EQ(at(half, 5, 1), kBlue);
  EXPECT_EQ(at(wipe(red, blue, 0.5, 2, kWhite), 4, 0), kWhite);
  EXPECT_THROW(wipe(red, make_image(9, 2, kBlue), 0.5), std::invalid_argument);
}

TEST(Compose, DownsampleAveragesLightNotBytes) {
  Image image = make_image(2, 2, kBlack);
  blit(image, make_image(1, 2, kWhite), 0, 0);
  // Half the light of white is sRGB 188, not 128.
  EXPECT_EQ(at(downsample(image, 2), 0, 0), (Rgba{188, 188, 188, 255}));
}

TEST(Compose, DownsampleWeighsByAlpha) {
  Image image = make_image(2, 1, {0, 255, 0, 0});
  blit(image, make_image(1, 1, kRed), 0, 0);
  Image doubled = make_image(2, 2, kBlack);
  blit(doubled, image, 0, 0);
  blit(doubled, image, 0, 1);
  EXPECT_EQ(at(downsample(doubled, 2), 0, 0), (Rgba{255, 0, 0, 128}));
}

TEST(Compose, DownsampleKeepsEveryFlatColour) {
  for (int value = 0; value < 256; ++value) {
    const auto v = static_cast<std::uint8_t>(value);
    const Rgba colour{v, static_cast<std::uint8_t>(255 - v), v, 255};
    EXPECT_EQ(downsample(make_image(6, 3, colour), 3), make_image(2, 1, colour));
  }
  EXPECT_THROW(downsample(make_image(5, 4, kRed), 2), std::invalid_argument);
  EXPECT_THROW(downsample(make_image(4, 4, kRed), 0), std::invalid_argument);
}

}  // namespace
}  // namespace render
