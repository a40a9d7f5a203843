#include "app/window/widgets/palette.h"

#include <gtest/gtest.h>

namespace {

using namespace app;

class PaletteOf : public testing::TestWithParam<Theme> {};

TEST_P(PaletteOf, TextReachesFourAndAHalfToOne) {
  const Palette& p = palette(GetParam());
  for (const Colour ground : {p.ground, p.panel, p.raised, p.hover}) {
    EXPECT_GE(contrast(p.text, ground), 4.5);
    EXPECT_GE(contrast(p.text_quiet, ground), 4.5);
  }
  EXPECT_GE(contrast(p.on_accent, p.accent), 4.5);
  EXPECT_GE(contrast(p.on_soft, p.accent_soft), 4.5);
  EXPECT_GE(contrast(p.on_warn, p.warn_ground), 4.5);
  EXPECT_GE(contrast(p.mark, p.panel), 4.5);    // words of sessions
  EXPECT_GE(contrast(p.filler, p.panel), 4.5);  // words of fillers
  EXPECT_NE(p.filler, p.mark);
  EXPECT_GE(contrast(p.panel, p.band_edge), 3.0);  // words on filled claims are doubled by the card
  EXPECT_GE(contrast(p.second, p.panel), 4.5);     // the title of a second plan
  EXPECT_GE(contrast(p.second, p.raised), 4.5);
  EXPECT_GE(contrast(p.second, blend(p.second_band, p.panel)), 3.0);
  EXPECT_GE(contrast(p.accent, p.panel), 4.5);  // the product's name
}

TEST_P(PaletteOf, ControlsAndGraphMarksReachThreeToOne) {
  const Palette& p = palette(GetParam());
  EXPECT_GE(contrast(p.edge, p.panel), 3.0);
  EXPECT_GE(contrast(p.edge, p.raised), 3.0);
  EXPECT_GE(contrast(p.accent, p.raised), 3.0);
  EXPECT_GE(contrast(p.accent, p.accent_soft), 3.0);
  EXPECT_GE(contrast(p.band_edge, p.panel), 3.0);
  EXPECT_GE(contrast(p.mark, p.panel), 3.0);
  EXPECT_GE(contrast(p.accent, blend(p.band, p.panel)), 3.0);  // the typical line on its band
}

INSTANTIATE_TEST_SUITE_P(Themes, PaletteOf, testing::Values(Theme::light, Theme::dark, Theme::high_contrast));

TEST(Contrast, HasTheKnownEnds) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21.0, 1e-9);
  EXPECT_NEAR(contrast({90, 90, 90}, {90, 90, 90}), 1.0, 1e-12);
  EXPECT_NEAR(contrast({119, 119, 119}, {255, 255, 255}), 4.48, 0.01);
}

}  // namespace
