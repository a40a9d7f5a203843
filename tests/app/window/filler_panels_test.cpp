#include <gtest/gtest.h>

#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;
using simulation::FillerSite;

struct FaceDesk : PanelHarness {
  FaceDesk() : PanelHarness(sample_session(Mode::consultant), ImVec2(1600, 2400), false) {
    frame();
    press("top.region/1");
  }
  const std::vector<simulation::Filler>& fillers() const { return history.now.plan().fillers; }
};

TEST(FillerPanels, AddStepChooseASiteAndRemove) {
  FaceDesk desk;
  EXPECT_FALSE(desk.has("filler.shown/0"));
  desk.press("filler.add");
  ASSERT_EQ(desk.fillers().size(), 1u);
  desk.press("filler/0/ml/more");
  EXPECT_NEAR(desk.fillers()[0].millilitres, 1.1, 1e-9);
  desk.press("filler/0/week/more");
  EXPECT_EQ(desk.fillers()[0].week, 1.0);
  desk.press("filler/0/remove");
  EXPECT_TRUE(desk.fillers().empty());
}

TEST(FillerPanels, ShowToxinOrFillerAlone) {
  FaceDesk desk;
  desk.press("filler.add");
  ASSERT_TRUE(desk.has("filler.shown/2"));
  desk.press("filler.shown/2");
  EXPECT_EQ(desk.history.now.treatment, Treatment::filler);
  desk.press("filler.shown/1");
  EXPECT_EQ(desk.history.now.treatment, Treatment::toxin);
}

TEST(FillerPanels, FillerHasACardOfItsOwn) {
  FaceDesk desk;
  desk.press("info/filler");
  EXPECT_EQ(desk.history.now.overlay.card, "filler");
}

TEST(FillerPanels, ACalfHasNoSection) {
  PanelHarness desk(sample_session(Mode::consultant), ImVec2(1600, 2400), false);
  desk.frame();
  EXPECT_FALSE(desk.has("filler.add"));
}

}  // namespace
