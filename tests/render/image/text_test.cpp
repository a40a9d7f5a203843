#include "render/image/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "render/error.h"
#include "render/image/utf8.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

constexpr const char* kLabel = "Simulation - a model, not a patient. Results vary.";

Font inter() {
  return Font("/usr/share/fonts/opentype/inter/Inter-Regular.otf");
}

struct Inked {
  int left = 1 << 30, top = 1 << 30, right = -1, bottom = -1;
  int count = 0;
};

// Box of the pixels that are darker than half.
Inked ink(const Image& image) {
  Inked box;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const std::uint8_t* pixel = image.rgba.data() + 4 * static_cast<std::size_t>(y * image.width + x);
      if (pixel[1] >= 128 || pixel[3] < 128) continue;
      box.left = std::min(box.left, x);
      box.right = std::max(box.right, x);
      box.top = std::min(box.top, y);
      box.bottom = std::max(box.bottom, y);
      ++box.count;
    }
  }
  return box;
}

TEST(Text, MeasuresWhatItDraws) {
  const Font font = inter();
  Image image = make_image(400, 100, {255, 255, 255, 255});
  draw_text(image, font, {20, 80, 60, {0, 0, 0, 255}, TextAnchor::baseline_left}, "HHH");
  const Inked box = ink(image);
  EXPECT_EQ(box.bottom, 79);
  EXPECT_NEAR(box.bottom - box.top + 1, font.cap_height(60), 1.0);
  EXPECT_NEAR(box.right - box.left, font.width("HHH", 60), 0.2 * 60);
  EXPECT_GT(box.count, 500);
}

TEST(Text, WidthGrowsWithSizeAndText) {
  const Font font = inter();
  EXPECT_NEAR(font.width("Week 12", 40), 2 * font.width("Week 12", 20), 1e-9);
  EXPECT_GT(font.width("Week 12", 20), font.width("Week 1", 20));
  EXPECT_DOUBLE_EQ(font.width("", 20), 0.0);
  EXPECT_GT(font.line_height(20), font.cap_height(20));
}

TEST(Text, AnchorsMoveTheLine) {
  const Font font = inter();
  const auto drawn = [&](TextAnchor anchor) {
    Image image = make_image(300, 100, {255, 255, 255, 255});
    draw_text(image, font, {150, 50, 30, {0, 0, 0, 255}, anchor}, "HiH");
    return ink(image);
  };
  EXPECT_GE(drawn(TextAnchor::baseline_left).left, 150);
  EXPECT_LE(drawn(TextAnchor::baseline_right).right, 150);
  const Inked centred = drawn(TextAnchor::centre);
  EXPECT_NEAR(0.5 * (centred.left + centred.right), 150, 1.0);
  EXPECT_NEAR(0.5 * (centred.top + centred.bottom), 50, 1.0);
  EXPECT_GE(drawn(TextAnchor::top_left).top, 50);
}

TEST(Text, DrawsOverTheEdgeAndOddBytesSafely) {
  const Font font = inter();
  Image image = make_image(20, 10, {255, 255, 255, 255});
  draw_text(image, font, {-15, 4, 30, {0, 0, 0, 255}, TextAnchor::centre}, "over the edge");
  draw_text(image, font, {5, 5, 10, {0, 0, 0, 255}}, "\xFF\xC3 \xE2\x82 \xF0\x9F");
  EXPECT_EQ(image.rgba.size(), 800u);
}

TEST(Text, AlphaOfTheColourIsKept) {
  Image image = make_image(100, 60, {255, 255, 255, 255});
  draw_text(image, inter(), {10, 50, 60, {0, 0, 0, 64}, TextAnchor::baseline_left}, "I");
  const auto darkest = *std::min_element(image.rgba.begin(), image.rgba.end());
  EXPECT_EQ(darkest, 191);
}

TEST(Text, WrapsAtSpacesAndBreaksLongWords) {
  const Font font = inter();
  const double room = font.width("aaa bbb", 20) + 0.5;
  EXPECT_EQ(wrap_text(font, "aaa bbb ccc", 20, room), (std::vector<std::string>{"aaa bbb", "ccc"}));
  EXPECT_EQ(wrap_text(font, "aaa\n\nbbb", 20, room), (std::vector<std::string>{"aaa", "", "bbb"}));
  for (const std::string& line : wrap_text(font, "x Größenordnungsänderung y", 20, 60)) {
    EXPECT_LE(font.width(line, 20), 60) << line;
    std::size_t at = 0;
    while (at < line.size()) EXPECT_NE(next_code_point(line, at), U'\uFFFD');
  }
  EXPECT_EQ(wrap_text(font, "ab", 20, 0.1), (std::vector<std::string>{"a", "b"}));
}

TEST(Text, MissingFontIsAnAssetError) {
  const ScratchFolder folder;
  write_text(folder / "broken.otf", "no font");
  EXPECT_THROW(Font(folder / "absent.otf"), AssetError);
  EXPECT_THROW(Font(folder / "broken.otf"), AssetError);
}

TEST(Utf8, ReadsAllLengthsAndReplacesTheRest) {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xC0\xAF\xED\xA0\x80";
  std::vector<char32_t> codes;
  for (std::size_t at = 0; at < text.size();) codes.push_back(next_code_point(text, at));
  EXPECT_EQ(codes,
            (std::vector<char32_t>{U'a', 0xE9, 0x20AC, 0x1F600, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}));
}

class BurntLabel : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(BurntLabel, IsWholeAndLargeEnough) {
  const auto [width, height] = GetParam();
  Image image = make_image(width, height, {255, 255, 255, 255});
  const LabelBox box = burn_label(image, inter(), kLabel);
  EXPECT_GE(box.letter_height, 0.02 * height);
  EXPECT_GE(box.x, 0.0);
  EXPECT_GE(box.y, 0.0);
  EXPECT_LE(box.x + box.width, width);
  EXPECT_LE(box.y + box.height, height);
  const Inked letters = ink(image);
  EXPECT_GT(letters.left, box.x);
  EXPECT_LT(letters.right, box.x + box.width);
  EXPECT_GT(letters.top, box.y);
  EXPECT_LT(letters.bottom, box.y + box.height);
}

INSTANTIATE_TEST_SUITE_P(Sizes, BurntLabel,
                         testing::Values(std::pair{1280, 720}, std::pair{3840, 2160}, std::pair{1080, 1920},
                                         std::pair{300, 1200}, std::pair{640, 480}, std::pair{200, 100}));

TEST(BurntLabelLines, WideIsOneLineNarrowIsTwo) {
  const Font font = inter();
  Image wide = make_image(1280, 720, {0, 0, 0, 255});
  EXPECT_EQ(burn_label(wide, font, kLabel).lines, 1);
  Image portrait = make_image(1080, 1920, {0, 0, 0, 255});
  EXPECT_EQ(burn_label(portrait, font, kLabel).lines, 2);
}

TEST(BurntLabelLines, AStampStandsOverTheLabelInItsOwnColour) {
  const Font font = inter();
  Image plain = make_image(640, 480, {0, 0, 0, 255}), stamped = plain;
  const LabelBox without = burn_label(plain, font, kLabel);
  const LabelBox with = burn_label(stamped, font, kLabel, "Over label limit");
  EXPECT_EQ(with.lines, without.lines + 1);
  EXPECT_LT(with.y, without.y - with.letter_height);
  EXPECT_EQ(with.y, label_box(640, 480, font, kLabel, "Over label limit").y);
  int amber = 0;
  for (int y = 0; y < 480; ++y)
    for (int x = 0; x < 640; ++x) {
      const std::size_t at = 4 * static_cast<std::size_t>(y * 640 + x);
      if (y >= static_cast<int>(without.y) - 1)
        ASSERT_EQ(plain.rgba[at + 2], stamped.rgba[at + 2]) << x << "," << y;  // the label stays as it was
      else if (stamped.rgba[at] > 200 && stamped.rgba[at + 2] < 120)
        ++amber;
    }
  EXPECT_GT(amber, 500);
}

TEST(BurntLabelContrast, ReadsOnAnyBackground) {
  const Font font = inter();
  for (const Rgba background :
       {Rgba{0, 0, 0, 255}, Rgba{255, 255, 255, 255}, Rgba{30, 32, 38, 255}, Rgba{0, 0, 0, 0}}) {
    Image image = make_image(1280, 720, background);
    const LabelBox box = burn_label(image, font, kLabel);
    int darkest = 255;
    int lightest = 0;
    for (int y = static_cast<int>(box.y) + 12; y < static_cast<int>(box.y + box.height) - 12; ++y) {
      for (int x = static_cast<int>(box.x) + 12; x < static_cast<int>(box.x + box.width) - 12; ++x) {
        const std::uint8_t* pixel = image.rgba.data() + 4 * static_cast<std::size_t>(y * image.width + x);
        EXPECT_GE(pixel[3], 200);
        darkest = std::min(darkest, int{pixel[1]});
        lightest = std::max(lightest, int{pixel[1]});
      }
    }
    EXPECT_LT(darkest, 50);
    EXPECT_GT(lightest, 220);
  }
}

}  // namespace
}  // namespace render
