#include <gtest/gtest.h>

#include "app/check/dose_sums.h"
#include "app/session/dose.h"
#include "app/window/panels/layout.h"
#include "app/window/panels/shortcuts.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;
using simulation::Muscle;
using simulation::Side;

struct Desk : PanelHarness {
  explicit Desk(ImVec2 window = ImVec2(1280, 800), float text_scale = 1.0f)
      : PanelHarness(sample_session(Mode::consultant), window, false, text_scale) {}
};

TEST(ConsultantPanels, ChangeTheRegionLayerAndComparison) {
  Desk desk;
  desk.press("top.region/1");
  EXPECT_EQ(desk.history.now.region, simulation::Region::face);
  desk.press("top.layer/2");
  EXPECT_EQ(desk.history.now.layer, render::Layer::xray);
  desk.press("top.compare/1");
  EXPECT_EQ(desk.history.now.compare, Join::side);
}

TEST(ConsultantPanels, EscClosesAnOpenMenuAndNothingElse) {
  for (const std::string menu :
       {"stage.views", "stage.side_effect", "top.look", "top.sheet", "top.case", "plan.product"}) {
    Desk desk(ImVec2(1600, 1000));
    desk.frame();
    const auto before = desk.targets();
    desk.press(menu);
    desk.frame();
    ASSERT_NE(desk.targets(), before) << menu;
    desk.key(ImGuiKey_Escape);
    EXPECT_EQ(desk.targets(), before) << menu;
  }
}

TEST(ConsultantPanels, AFirstShapeIsCalledThat) {
  PanelHarness panels(sample_session(Mode::consultant), ImVec2(1600, 1000), false);
  panels.data.busy = true;
  panels.data.progress = 0.25;
  EXPECT_NE(panels.told().find("Working out the new result, 25 %"), std::string::npos);
  panels.data.first_shape = true;
  EXPECT_NE(panels.told().find("First shape. Working out the exact one, 25 %"), std::string::npos);
}

TEST(ConsultantPanels, StepUnitsPerSide) {
  Desk desk;
  desk.press("plan.units/gastrocnemius_medial/left/more");
  const auto& session = desk.history.now.plan().sessions[0];
  EXPECT_GT(units_of(session, Muscle::gastrocnemius_medial, Side::left), 60);
  EXPECT_EQ(units_of(session, Muscle::gastrocnemius_medial, Side::right), 60);
}

TEST(ConsultantPanels, AddASessionTwelveWeeksLater) {
  Desk desk;
  desk.press("plan.add_session");
  ASSERT_EQ(desk.history.now.plan().sessions.size(), 2u);
  EXPECT_EQ(desk.history.now.plan().sessions[1].week, 12.0);
  EXPECT_TRUE(desk.has("plan.session/1"));
}

TEST(ConsultantPanels, DraggingTheCurveScrubs) {
  Desk desk;
  desk.drag("timeline.curve", 0.0f, 0.5f);
  EXPECT_NEAR(desk.history.now.week(), 19.5, 0.6);
  EXPECT_EQ(desk.history.past.size(), 1u);  // one drag, one step
  desk.drag("timeline.curve", 0.5f, 2.0f);  // far outside
  EXPECT_EQ(desk.history.now.week(), 39.0);
}

TEST(ConsultantPanels, KeysStepPlayAndUndo) {
  Desk desk;
  desk.key(ImGuiKey_RightArrow);
  EXPECT_EQ(desk.history.now.week(), 1.0);
  desk.key(ImGuiKey_End);
  EXPECT_EQ(desk.history.now.week(), 39.0);
  desk.key(ImGuiKey_Z, true);
  EXPECT_EQ(desk.history.now.week(), 1.0);
  desk.key(ImGuiKey_Y, true);
  EXPECT_EQ(desk.history.now.week(), 39.0);
  desk.key(ImGuiKey_Home);
  desk.key(ImGuiKey_Space);
  EXPECT_TRUE(desk.history.now.playback.playing);
}

TEST(ConsultantPanels, AQuickChordIsNotLost) {
  Desk desk;
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  desk.frame();
  // In one slow frame the letter goes down and Ctrl comes up.
  io.AddKeyEvent(ImGuiKey_Q, true);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  io.AddKeyEvent(ImGuiKey_Q, false);
  desk.frame();
  desk.frame();
  EXPECT_TRUE(desk.history.now.quit);
}

TEST(ConsultantPanels, ArrowKeysMoveTheFocusOnlyAfterTab) {
  Desk desk;
  desk.key(ImGuiKey_Home);
  desk.key(ImGuiKey_RightArrow);
  EXPECT_EQ(desk.history.now.week(), 1.0);
  desk.key(ImGuiKey_Tab);
  desk.key(ImGuiKey_Tab);
  desk.key(ImGuiKey_RightArrow);
  EXPECT_EQ(desk.history.now.week(), 1.0);
  desk.key(ImGuiKey_Escape);
  desk.key(ImGuiKey_RightArrow);
  EXPECT_EQ(desk.history.now.week(), 2.0);
}

TEST(ConsultantPanels, StandardViewsAreOnTheNumberKeys) {
  Desk desk;
  const glm::dvec3 before = desk.history.now.view().camera.eye_mm;
  desk.key(ImGuiKey_3);
  EXPECT_NE(desk.history.now.view().camera.eye_mm, before);
  EXPECT_GT(desk.history.now.view().camera.eye_mm.x, 100.0);  // from the person's left
  desk.key(ImGuiKey_R);
  EXPECT_EQ(desk.history.now.view().camera.eye_mm, before);
}

TEST(ConsultantPanels, CloseUpsAreOnTheNumberKeysWithShiftAndInTheViewMenu) {
  using render::StandardView;
  Desk desk(ImVec2(1600, 900));
  const auto shows = [&](StandardView view) {
    const Session& now = desk.history.now;
    return now.view().camera == render::standard_camera(view, now.framing(), now.aspect);
  };
  desk.key(ImGuiKey_2, false, true);
  EXPECT_TRUE(shows(StandardView::calf_inner_left));
  desk.key(ImGuiKey_7, false, true);
  EXPECT_TRUE(shows(StandardView::calf_inner_left)) << "a calf has six";
  desk.key(ImGuiKey_2);
  EXPECT_TRUE(shows(StandardView::back));
  desk.press("top.region/1");
  desk.key(ImGuiKey_7, false, true);
  EXPECT_TRUE(shows(StandardView::jaw_right));
  desk.press("stage.views");
  EXPECT_FALSE(desk.has("stage.views/calf-heel"));
  desk.press("stage.views/glabella");
  EXPECT_TRUE(shows(StandardView::glabella));
}

TEST(ConsultantPanels, DraggingTheModelTurnsItAndTheWheelZooms) {
  Desk desk;
  const render::Camera before = desk.history.now.view().camera;
  const Layout layout = consultant_layout(desk.size, desk.scale);
  const float x = (layout.stage.min.x + layout.stage.max.x) / 2, y = layout.stage.min.y + 120;
  desk.move_to(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  desk.frame();
  desk.move_to(x + 60, y);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  desk.frame();
  EXPECT_NE(desk.history.now.view().camera.eye_mm, before.eye_mm);
  const double height = desk.history.now.view().camera.visible_height_mm();
  ImGui::GetIO().AddMouseWheelEvent(0, 1);
  desk.frame();
  EXPECT_LT(desk.history.now.view().camera.visible_height_mm(), height);
}

TEST(ConsultantPanels, EvidenceIsOneClickAwayFromEachNumber) {
  Desk desk;
  for (const char* card : {"info/girth", "info/gastrocnemius.volume_change", "info/gastrocnemius.block"}) {
    ASSERT_TRUE(desk.has(card)) << card;
    desk.press(card);
    EXPECT_FALSE(desk.history.now.overlay.card.empty());
    ASSERT_TRUE(desk.has("overlay.close"));
    desk.press("overlay.close");
    EXPECT_TRUE(desk.history.now.overlay.card.empty());
  }
}

TEST(ConsultantPanels, TheKeySheetListsEveryKeyAndFilters) {
  Desk desk;
  desk.key(ImGuiKey_H);
  EXPECT_TRUE(desk.history.now.overlay.shortcuts);
  EXPECT_GE(shortcuts().size(), 30u);
  desk.frame();
  ImGui::GetIO().AddInputCharactersUTF8("undo");
  desk.frame();
  desk.frame();
  EXPECT_EQ(desk.history.now.overlay.shortcut_filter, "undo");
  desk.key(ImGuiKey_Escape);
  EXPECT_FALSE(desk.history.now.overlay.shortcuts);
}

TEST(ConsultantPanels, ExpressionsAndEffortAreThereForTheFace) {
  Desk desk(ImVec2(1600, 900));
  EXPECT_FALSE(desk.has("stage.expression/1"));
  desk.press("top.region/1");
  desk.press("stage.expression/1");
  EXPECT_EQ(desk.history.now.expression, simulation::Expression::frown);
  desk.drag("stage.effort", 0.9f, 0.3f);
  EXPECT_NEAR(desk.history.now.effort, 0.3, 0.08);
}

TEST(ConsultantPanels, EveryAreaFillsTheWindowWithoutOverlap) {
  for (const ImVec2 window : {ImVec2(1280, 800), ImVec2(1920, 1080), ImVec2(800, 560)})
    for (const float scale : {1.0f, 1.5f, 2.0f}) {
      const Layout layout = consultant_layout(window, scale);
      float covered = 0;
      for (const Area& area :
           {layout.top, layout.plan, layout.outcome, layout.stage, layout.timeline, layout.label}) {
        EXPECT_GE(area.width(), 0);
        EXPECT_GE(area.height(), 0);
        covered += area.width() * area.height();
      }
      EXPECT_FLOAT_EQ(covered, window.x * window.y);
    }
}

}  // namespace
