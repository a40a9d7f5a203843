#include "render/image/mip_levels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace render {
namespace {

using Bytes = std::vector<std::byte>;

Bytes grey(const std::vector<int>& values) {
  Bytes out;
  for (const int v : values)
    for (int channel = 0; channel < 4; ++channel) out.push_back(static_cast<std::byte>(v));
  return out;
}

TEST(MipLevels, GoDownToOnePixel) {
  const auto levels = smaller_levels(Bytes(std::size_t{8 * 4 * 2 * 4}), {8, 4, 2});
  ASSERT_EQ(levels.size(), 3U);
  EXPECT_EQ(levels[0].size(), 4U * 2 * 1 * 4);
  EXPECT_EQ(levels[1].size(), 2U * 1 * 1 * 4);
  EXPECT_EQ(levels[2].size(), 4U);
  EXPECT_TRUE(smaller_levels(Bytes(4), {1, 1, 1}).empty());
}

TEST(MipLevels, RoundHalfUpAlongEachSide) {
  EXPECT_EQ(smaller_levels(grey({10, 13}), {2, 1, 1}).front(), grey({12}));
  // 10 and 11 give 11, 0 and 0 give 0, both 6; a mean of all four at once would be 5.
  EXPECT_EQ(smaller_levels(grey({10, 11, 0, 0}), {2, 2, 1}).front(), grey({6}));
  EXPECT_EQ(smaller_levels(grey({10, 11, 0, 0, 0, 0, 0, 0}), {2, 2, 2}).front(), grey({3}));
}

TEST(MipLevels, OfSrgbAreTheMeanOfLight) {
  const Bytes black_and_white = grey({0, 255, 255, 0});
  const Bytes level = smaller_srgb_levels(black_and_white, {2, 2, 1}).front();
  EXPECT_EQ(std::to_integer<int>(level[0]), 188);  // half of the light
  EXPECT_EQ(std::to_integer<int>(level[3]), 128);  // alpha is no light
}

TEST(MipLevels, OneColourStaysInEveryLevel) {
  for (int value = 0; value < 256; ++value) {
    const Bytes image = grey(std::vector<int>(16, value));
    for (const Bytes& level : smaller_srgb_levels(image, {4, 4, 1})) EXPECT_EQ(level.front(), image.front());
    for (const Bytes& level : smaller_levels(image, {4, 4, 1})) EXPECT_EQ(level.front(), image.front());
  }
}

TEST(MipLevels, AreTheNearestNumberToTheLight) {
  const auto light = [](double s) { return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4); };
  for (int a = 0; a < 256; a += 5)
    for (int b = 0; b < 256; b += 3) {
      const double mean = 0.5 * (light(a / 255.0) + light(b / 255.0));
      const double number =
          255.0 * (mean <= 0.0031308 ? 12.92 * mean : 1.055 * std::pow(mean, 1 / 2.4) - 0.055);
      const Bytes level = smaller_srgb_levels(grey({a, b}), {2, 1, 1}).front();
      EXPECT_NEAR(std::to_integer<int>(level[0]), number, 0.501) << a << " " << b;
    }
}

TEST(MipLevels, RefuseWhatDoesNotHalve) {
  EXPECT_FALSE(halves_evenly({3, 4, 1}));
  EXPECT_THROW(smaller_levels(Bytes(48), {3, 4, 1}), std::invalid_argument);
  EXPECT_THROW(smaller_levels(Bytes(15), {2, 2, 1}), std::invalid_argument);
  EXPECT_THROW(smaller_srgb_levels(Bytes(32), {2, 2, 2}), std::invalid_argument);
}

}  // namespace
}  // namespace render
