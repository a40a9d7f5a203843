#include <gtest/gtest.h>

#include "app/session/rhythm.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;

/// A desk on the face, whose data hold a curve of muscle thickness.
struct FaceDesk : PanelHarness {
  explicit FaceDesk(ImVec2 window = ImVec2(1440, 1700), float text_scale = 1.0f)
      : PanelHarness(sample_session(Mode::consultant), window, false, text_scale) {
    history = apply(std::move(history), action::SetRegion{simulation::Region::face});
    data.curves.push_back(thickness(-18.0));
    frame();
    frame();
  }
  static Curve thickness(double depth) {
    Curve curve{"face.corrugator.left.thickness_change", {}};
    for (int week = 0; week <= 300; ++week)
      curve.points.push_back({static_cast<double>(week), depth - 6.0, depth, depth + 6.0});
    return curve;
  }
};

TEST(YearsPanels, RepeatASessionByItsSteppers) {
  FaceDesk desk;
  EXPECT_FALSE(desk.has("plan.repeat_every/more"));  // one session has no gap
  desk.press("plan.repeat_sessions/more");
  ASSERT_EQ(desk.history.now.plan().sessions.size(), 2u);
  EXPECT_EQ(desk.history.now.plan().sessions[1].week, 13.0);
  desk.press("plan.repeat_every/more");
  EXPECT_EQ(desk.history.now.plan().sessions[1].week, 14.0);
  desk.key(ImGuiKey_Z, true);
  EXPECT_EQ(desk.history.now.plan().sessions[1].week, 13.0);
  desk.key(ImGuiKey_Z, true);
  EXPECT_EQ(desk.history.now.plan().sessions.size(), 1u);
}

TEST(YearsPanels, ManySessionsAreAListNotRowsOfTabs) {
  FaceDesk desk;
  EXPECT_TRUE(desk.has("plan.session/0"));
  desk.history = apply(std::move(desk.history), action::SetRhythm{13, 13.0});
  desk.frame();
  desk.frame();
  EXPECT_FALSE(desk.has("plan.session/0"));
  ASSERT_TRUE(desk.has("plan.sessions"));
  desk.press("plan.sessions");
  EXPECT_TRUE(desk.has("plan.sessions/2"));
  desk.press("plan.sessions/2");
  EXPECT_EQ(desk.history.now.session_shown, 2);
}

TEST(YearsPanels, OneButtonComparesWithAGentlerRhythmAndOneEndsIt) {
  FaceDesk desk;
  desk.history = apply(std::move(desk.history), action::SetRhythm{13, 13.0});
  desk.frame();
  EXPECT_FALSE(desk.has("top.compare/4"));
  desk.press("plan.compare_gentler");
  ASSERT_TRUE(desk.history.now.view().beside);
  EXPECT_LT(rhythm_of(*desk.history.now.view().beside).sessions, 13);
  EXPECT_EQ(desk.history.now.compare, Join::beside);
  desk.data.beside = BesideView{true, {FaceDesk::thickness(-9.0)}};
  desk.frame();
  desk.frame();
  ASSERT_TRUE(desk.has("top.compare/4"));
  desk.press("top.compare/0");
  EXPECT_EQ(desk.history.now.compare, Join::one);
  desk.press("top.compare/4");
  EXPECT_EQ(desk.history.now.compare, Join::beside);
  EXPECT_TRUE(desk.has("info/beside"));
  desk.press("plan.stop_comparing");
  EXPECT_FALSE(desk.history.now.view().beside);
  EXPECT_FALSE(desk.has("top.compare/4"));
}

TEST(YearsPanels, EvidenceOfYearsIsOneTapAway) {
  FaceDesk desk;
  ASSERT_TRUE(desk.has("info/thickness"));
  desk.press("info/thickness");
  EXPECT_EQ(desk.history.now.overlay.card, "years");
  desk.press("overlay.close");
  desk.press("info/timeline");
  EXPECT_EQ(desk.history.now.overlay.card, "timing_face");
  desk.press("overlay.close");
  desk.history = apply(std::move(desk.history), action::SetRhythm{13, 13.0});
  desk.frame();
  desk.frame();
  desk.press("info/timeline");
  EXPECT_EQ(desk.history.now.overlay.card, "years");
}

TEST(YearsPanels, TheCurveScrubsThroughAllYears) {
  FaceDesk desk;
  desk.history = apply(std::move(desk.history), action::SetRhythm{13, 13.0});
  desk.frame();
  desk.drag("timeline.curve", 0.0f, 0.5f);
  EXPECT_NEAR(desk.history.now.week(), 0.5 * (156.0 + 39.0), 2.0);
}

TEST(YearsPanels, TwoPlansFitEverySizeOfWindowAndText) {
  for (const ImVec2 window : {ImVec2(1920, 1080), ImVec2(1280, 800), ImVec2(800, 560)})
    for (const float scale : {1.0f, 2.0f}) {
      FaceDesk desk(window, scale);
      desk.history = apply(std::move(desk.history), action::SetRhythm{20, 13.0});
      desk.history = apply(std::move(desk.history), action::CompareGentler{"A rather long title of a plan"});
      desk.data.beside = BesideView{true, {FaceDesk::thickness(-9.0)}};
      desk.frame();
      desk.frame();
      EXPECT_TRUE(desk.has("timeline.curve"));
    }
}

}  // namespace
