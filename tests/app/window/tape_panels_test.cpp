#include <gtest/gtest.h>

#include <cmath>

#include "app/marks/tape_words.h"
#include "app/window/panels/layout.h"
#include "app/window/panels/panes.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;

/// Round legs of 300 mm, 160 mm apart, with a ring at that height.
TapeView round_legs(double t) {
  TapeView tape;
  tape.t = t;
  tape.length_mm = 300.0;
  for (const auto side : simulation::kBodySides) {
    const double x = side == simulation::BodySide::left ? 80.0 : -80.0;
    tape.ring.axis_mm[side] = {glm::dvec3(x, 150, 0), glm::dvec3(x, -150, 0)};
    for (int i = 0; i < 96; ++i) {
      const double a = 2.0 * 3.14159265 * i / 96;
      tape.ring.middle_mm[side].emplace_back(x + 50.0 * std::cos(a), 150.0 - 300.0 * t, 50.0 * std::sin(a));
    }
    tape.reading[side] = read_tape({36.4, 36.1}, 0.5);
    for (int i = 0; i <= 12; ++i) {
      tape.before_cm[side].push_back(36.4 - i);
      tape.now_cm[side].push_back(36.1 - i);
    }
  }
  return tape;
}

struct TapeDesk : PanelHarness {
  TapeDesk() : PanelHarness(sample_session(Mode::consultant), ImVec2(1440, 900), false) {
    press("stage.tape");
    follow();
  }
  /// What the window does between frames: the tape lies where the session puts it.
  void follow() {
    const double t = history.now.tape.t.value_or(0.3);
    data.tape.reset();
    if (history.now.tape.shown) data.tape = round_legs(t);
    if (data.tape) data.tape->at_widest = !history.now.tape.t;
    frame();
    frame();
  }
  std::array<TapeMark, 2> marks() const {
    const Area stage = consultant_layout(size, scale).stage;
    return tape_marks(data.tape->ring, history.now.view().camera, {stage.min.x, stage.min.y},
                      {stage.width(), stage.height()});
  }
  void drag_from(float x, float y, float dy) {
    move_to(x, y);
    frame();
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    for (int i = 1; i <= 6; ++i) {
      move_to(x, y + dy * static_cast<float>(i) / 6);
      follow();
    }
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
    follow();
  }
};

TEST(TapeWords, SayPlainlyWhatATapeCannotTell) {
  const Texts texts = read_texts(std::string(FORESHOW_ASSETS_SOURCE) + "/texts/en.json");
  const auto side = simulation::BodySide::left;
  const auto lines = [&](double before, double now, TapeTells tells) {
    return tape_lines(texts, side, read_tape({before, now}, 0.5), tells);
  };
  using List = std::vector<std::string>;
  EXPECT_EQ(lines(36.4, 36.1, TapeTells::both),
            (List{"Left 36.4 → 36.1 cm", "each reading ±0.4 cm", "smaller than a tape can tell"}));
  EXPECT_EQ(lines(36.4, 35.7, TapeTells::both),
            (List{"Left 36.4 → 35.7 cm", "each reading ±0.4 cm", "change −0.7 cm"}));
  EXPECT_EQ(lines(36.4, 36.4, TapeTells::both), List{"Left 36.4 ±0.4 cm"});
  EXPECT_EQ(lines(36.4, 36.1, TapeTells::before), List{"Left 36.4 ±0.4 cm"});
  EXPECT_EQ(lines(36.4, 36.1, TapeTells::now), (List{"Left 36.1 ±0.4 cm", "smaller than a tape can tell"}));
  EXPECT_EQ(cm_text(-0.04, true), "0.0");
  EXPECT_EQ(cm_text(0.3, true), "+0.3");
}

TEST(TapePanels, TheToolShowsAndHidesIt) {
  TapeDesk desk;
  EXPECT_TRUE(desk.history.now.tape.shown);
  EXPECT_TRUE(desk.has("tape.grip/left"));
  EXPECT_TRUE(desk.has("tape.chart"));
  desk.key(ImGuiKey_T);
  EXPECT_FALSE(desk.history.now.tape.shown);
  desk.follow();
  EXPECT_FALSE(desk.has("tape.grip/left"));
  desk.press("top.region/1");
  EXPECT_FALSE(desk.has("stage.tape"));  // a face has none
}

TEST(TapePanels, DraggingTheRingMovesItAndNotTheModel) {
  TapeDesk desk;
  const render::Camera camera = desk.history.now.view().camera;
  const std::size_t steps = desk.history.past.size();
  const TapeMark mark = desk.marks()[1];
  const glm::dvec2 front = mark.line[mark.line.size() / 2];
  const double leg_px = glm::length(mark.ankle - mark.knee);
  desk.drag_from(static_cast<float>(front.x), static_cast<float>(front.y) + 4.0f, 90.0f);
  ASSERT_TRUE(desk.history.now.tape.t);
  EXPECT_NEAR(*desk.history.now.tape.t, 0.3 + 90.0 / leg_px, 0.01);
  EXPECT_EQ(desk.history.now.view().camera.eye_mm, camera.eye_mm);
  EXPECT_EQ(desk.history.past.size(), steps + 1);  // one drag, one step
  desk.key(ImGuiKey_Z, true);
  EXPECT_FALSE(desk.history.now.tape.t);
  EXPECT_TRUE(desk.history.now.tape.shown);
}

TEST(TapePanels, DraggingBesideTheRingTurnsTheModel) {
  TapeDesk desk;
  const render::Camera camera = desk.history.now.view().camera;
  const glm::dvec2 ankle = desk.marks()[0].ankle;
  desk.move_to(static_cast<float>(ankle.x), static_cast<float>(ankle.y));
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  desk.frame();
  desk.move_to(static_cast<float>(ankle.x) + 60.0f, static_cast<float>(ankle.y));
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  desk.frame();
  EXPECT_NE(desk.history.now.view().camera.eye_mm, camera.eye_mm);
  EXPECT_FALSE(desk.history.now.tape.t);
}

TEST(TapePanels, AGripMovesItToTheEndsAndNoFurther) {
  TapeDesk desk;
  const auto middle = [&] {
    const WidgetRect r = desk.rect("tape.grip/left");
    return ImVec2((r.left + r.right) / 2, (r.top + r.bottom) / 2);
  };
  desk.drag_from(middle().x, middle().y, 3000.0f);
  EXPECT_EQ(desk.history.now.tape.t, 1.0);
  desk.drag_from(middle().x, middle().y, -3000.0f);
  EXPECT_EQ(desk.history.now.tape.t, 0.0);
}

TEST(TapePanels, KeysStepperChartAndTheWidestPlace) {
  TapeDesk desk;
  desk.key(ImGuiKey_DownArrow);
  EXPECT_NEAR(desk.history.now.tape.t.value_or(0), 0.3 + 5.0 / 300.0, 1e-9);
  desk.follow();
  desk.key(ImGuiKey_UpArrow);
  EXPECT_NEAR(desk.history.now.tape.t.value_or(0), 0.3, 1e-9);
  desk.follow();
  const WidgetRect chart = desk.rect("tape.chart");
  desk.drag_from((chart.left + chart.right) / 2, chart.top + 60, 60.0f);
  EXPECT_GT(desk.history.now.tape.t.value_or(0), 0.6);
  // The panel is taller than its area: bring its end into sight.
  desk.move_to((chart.left + chart.right) / 2, chart.top - 60);
  for (int i = 0; i < 4; ++i) {
    ImGui::GetIO().AddMouseWheelEvent(0, -3);
    desk.frame();
  }
  desk.follow();
  const double before = *desk.history.now.tape.t;
  desk.press("tape.height/less");
  EXPECT_LT(*desk.history.now.tape.t, before);
  EXPECT_NEAR(std::fmod(*desk.history.now.tape.t * 30.0, 0.5), 0.0, 1e-6);  // a whole half centimetre
  desk.press("tape.widest");
  EXPECT_FALSE(desk.history.now.tape.t);
}

TEST(TapePanels, EachPaneOfAPairHasItsGrips) {
  TapeDesk desk;
  desk.press("top.compare/1");
  desk.follow();
  EXPECT_TRUE(desk.has("tape.grip/left"));
  desk.press("info/tape");
  EXPECT_EQ(desk.history.now.overlay.card, "tape");
}

TEST(TapePanels, OtherMeasuresAreListedPerTreatedLeg) {
  TapeDesk desk;
  EXPECT_FALSE(desk.has("info/measures"));
  const LegMeasures leg{{20.0, 17.5}, -31.0, 1.6};
  desk.data.measures = {leg, leg};
  desk.key(ImGuiKey_T);
  desk.follow();
  EXPECT_TRUE(desk.has("info/measures"));
}

}  // namespace
