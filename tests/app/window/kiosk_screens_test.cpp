#include <gtest/gtest.h>

#include <cmath>

#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;

struct Booth : PanelHarness {
  Booth(ImVec2 window, float text_scale)
      : PanelHarness(sample_session(Mode::kiosk), window, true, text_scale) {
    frame();
  }
};

void expect_good_targets(const Booth& booth, const std::string& where) {
  const float dp = booth.scale;
  const auto names = booth.targets();
  EXPECT_FALSE(names.empty()) << where;
  for (const std::string& name : names) {
    const WidgetRect a = booth.rect(name);
    EXPECT_GE(a.right - a.left, 48 * dp - 0.5f) << where << ": " << name;
    EXPECT_GE(a.bottom - a.top, 48 * dp - 0.5f) << where << ": " << name;
    EXPECT_GE(a.left, -0.5f) << where << ": " << name;
    EXPECT_GE(a.top, -0.5f) << where << ": " << name;
    EXPECT_LE(a.right, booth.size.x + 0.5f) << where << ": " << name;
    EXPECT_LE(a.bottom, booth.size.y + 0.5f) << where << ": " << name;
    for (const std::string& other : names) {
      // The model and the attract loop are the ground that other targets lie on.
      if (other <= name || other == "stage.model" || name == "stage.model" || name == "kiosk.begin" ||
          other == "kiosk.begin")
        continue;
      const WidgetRect b = booth.rect(other);
      const float across = std::max(a.left - b.right, b.left - a.right);
      const float down = std::max(a.top - b.bottom, b.top - a.bottom);
      EXPECT_GE(std::max(across, down), 8 * dp - 1.0f) << where << ": " << name << " and " << other;
    }
  }
}

class KioskTargets : public testing::TestWithParam<std::tuple<int, int, float>> {};

TEST_P(KioskTargets, AreLargeAndApartOnEveryScreen) {
  const auto [width, height, scale] = GetParam();
  Booth booth(ImVec2(static_cast<float>(width), static_cast<float>(height)), scale);
  expect_good_targets(booth, "attract");
  booth.press("kiosk.begin");
  ASSERT_EQ(booth.history.now.kiosk.screen, KioskScreen::notice);
  expect_good_targets(booth, "notice");
  booth.press("kiosk.notice.accept");
  ASSERT_EQ(booth.history.now.kiosk.screen, KioskScreen::main);
  expect_good_targets(booth, "calf");
  booth.press("kiosk.region/1");
  ASSERT_EQ(booth.history.now.region, simulation::Region::face);
  expect_good_targets(booth, "face");
  booth.history = apply(std::move(booth.history), action::Tick{10000.0});
  booth.frame();
  booth.frame();
  ASSERT_TRUE(booth.history.now.kiosk.still_there);
  booth.press("kiosk.still.stay");
  ASSERT_FALSE(booth.history.now.kiosk.still_there);
  booth.history = apply(std::move(booth.history), action::OpenPinPad{});
  booth.frame();
  booth.frame();
  for (const char* digit : {"2", "5", "8", "0"}) booth.press(std::string("kiosk.pin/") + digit);
  EXPECT_TRUE(booth.history.now.quit);
}

INSTANTIATE_TEST_SUITE_P(Sizes, KioskTargets,
                         testing::Values(std::make_tuple(1280, 800, 1.0f), std::make_tuple(1280, 800, 1.25f),
                                         std::make_tuple(1280, 800, 1.5f), std::make_tuple(1280, 800, 2.0f),
                                         std::make_tuple(1920, 1080, 1.25f),
                                         std::make_tuple(1920, 1080, 2.0f),
                                         std::make_tuple(1080, 1920, 1.25f)));

TEST(KioskScreens, ACloseUpIsChosenFromAListAndLeftAgain) {
  Booth booth(ImVec2(1080, 1920), 1.0f);
  booth.press("kiosk.begin");
  booth.press("kiosk.notice.accept");
  const auto shows = [&](render::StandardView view) {
    const Session& now = booth.history.now;
    return now.view().camera == render::standard_camera(view, now.framing(), now.aspect);
  };
  booth.press("kiosk.view");
  booth.press("kiosk.view/1");
  EXPECT_TRUE(shows(render::StandardView::calf_back));
  booth.press("kiosk.view");
  booth.press("kiosk.view/0");
  EXPECT_TRUE(shows(render::StandardView::back));
}

TEST(KioskScreens, AFirstShapeIsCalledThat) {
  for (const ImVec2 window : {ImVec2(1920, 1080), ImVec2(1080, 1920), ImVec2(800, 600)}) {
    Booth booth(window, 1.0f);
    booth.data.busy = booth.data.first_shape = true;
    booth.data.progress = 0.25;
    EXPECT_NE(booth.told().find("First shape. Working out the exact one, 25 %"), std::string::npos);
    booth.data.first_shape = false;
    EXPECT_EQ(booth.told().find("First shape"), std::string::npos);
  }
}

TEST(KioskScreens, OneTapMovesByAMonth) {
  Booth booth(ImVec2(1280, 800), 1.25f);
  booth.press("kiosk.begin");
  booth.press("kiosk.notice.accept");
  booth.press("kiosk.month_on");
  EXPECT_NEAR(booth.history.now.week(), kWeeksPerMonth, 1e-9);
  booth.press("kiosk.month_back");
  EXPECT_EQ(booth.history.now.week(), 0.0);
  booth.drag("kiosk.timeline", 0.1f, 0.6f);
  EXPECT_GT(booth.history.now.week(), 10.0);
}

TEST(KioskScreens, HoldingTheCornerOpensThePinPadAndATapDoesNot) {
  Booth booth(ImVec2(1280, 800), 1.25f);
  booth.press("kiosk.begin");
  booth.press("kiosk.notice.accept");
  booth.press("kiosk.corner");
  EXPECT_FALSE(booth.history.now.kiosk.pin_pad);
  const WidgetRect corner = booth.rect("kiosk.corner");
  booth.move_to((corner.left + corner.right) / 2, (corner.top + corner.bottom) / 2);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  for (int i = 0; i < 60 * 6; ++i) booth.frame();
  EXPECT_TRUE(booth.history.now.kiosk.pin_pad);
}

TEST(KioskScreens, StartOverLeadsBackToTheAttractLoop) {
  Booth booth(ImVec2(1280, 800), 1.25f);
  booth.press("kiosk.begin");
  booth.press("kiosk.notice.accept");
  booth.press("kiosk.month_on");
  booth.press("kiosk.start_over");
  EXPECT_EQ(booth.history.now.kiosk.screen, KioskScreen::attract);
  EXPECT_TRUE(booth.history.past.empty());
}

}  // namespace
