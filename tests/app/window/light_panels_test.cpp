#include <gtest/gtest.h>

#include "tests/app/window/panel_harness.h"

namespace app {
namespace {

TEST(LightPanel, TheLookMenuChangesTheLightAndUndoBringsItBack) {
  PanelHarness desk(sample_session(Mode::consultant), ImVec2(1440, 900), false);
  desk.data = sample_data();
  desk.frame();
  desk.frame();
  desk.press("top.look");
  desk.frame();
  desk.frame();
  ASSERT_TRUE(desk.has("look.light/1"));
  desk.press("look.light/1");
  EXPECT_EQ(desk.history.now.light.preset, render::LightPreset::beauty);
  desk.history = apply(std::move(desk.history), action::Undo{});
  EXPECT_EQ(desk.history.now.light.preset, render::LightPreset::clinical);
}

TEST(LightPanel, AKioskKeepsTheClinicalLight) {
  const Session kiosk = apply(sample_session(Mode::kiosk), action::SetLight{render::LightPreset::beauty});
  EXPECT_EQ(kiosk.light, Light{});
}

}  // namespace
}  // namespace app
