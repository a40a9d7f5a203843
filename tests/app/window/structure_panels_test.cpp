#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "app/marks/structure_step.h"
#include "app/window/kiosk/kiosk_screens.h"
#include "app/window/panels/panes.h"
#include "app/window/panels/structure_card.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;
using simulation::Structure;

/// Two pieces of muscle through the camera's target, seen straight on: the medial head of the right leg in
/// the left half of the picture, the soleus as a strip of 8 mm in the right half.
struct StructureDesk : PanelHarness {
  explicit StructureDesk(Mode mode = Mode::consultant, ImVec2 window = ImVec2(1440, 900),
                         float text_scale = 1.0f)
      : PanelHarness(sample_session(mode), window, mode == Mode::kiosk, text_scale) {
    const render::Camera& camera = history.now.view().camera;
    ahead_ = glm::normalize(camera.target_mm - camera.eye_mm);
    right_ = glm::normalize(glm::cross(ahead_, camera.up));
    up_ = glm::cross(right_, ahead_);
    meshes_ = {piece(Structure::gastrocnemius_medial, -80.0, -10.0), piece(Structure::soleus, 60.0, 68.0)};
    if (mode == Mode::kiosk) {
      press("kiosk.begin");
      press("kiosk.notice.accept");
    } else {
      history = apply(std::move(history), action::SetLayer{render::Layer::muscle});
    }
    follow();
  }

  simulation::AnatomyMesh piece(Structure structure, double from_mm, double to_mm) const {
    simulation::AnatomyMesh mesh;
    mesh.structure = structure;
    mesh.side = simulation::BodySide::right;
    for (const glm::dvec2 at :
         {glm::dvec2(from_mm, -60), glm::dvec2(to_mm, -60), glm::dvec2(to_mm, 60), glm::dvec2(from_mm, 60)})
      mesh.positions_mm.emplace_back(place(at));
    mesh.triangles = {{0, 1, 2}, {0, 2, 3}};
    return mesh;
  }
  glm::dvec3 place(const glm::dvec2& mm) const {
    return history.now.view().camera.target_mm + right_ * mm.x + up_ * mm.y;
  }

  /// What the window does between frames.
  void follow() {
    data.pick_structure = [this](std::span<const render::Ray> rays, std::size_t) -> std::optional<Tapped> {
      for (const render::Ray& ray : rays)
        if (auto met = nearest_structure(meshes_, ray)) return met;
      return std::nullopt;
    };
    data.step_structure = [this](int step) {
      StructureScene scene;
      scene.anatomy = meshes_;
      std::optional<SidedStructure> from;
      if (const auto& tapped = history.now.tapped) from = {tapped->structure, tapped->side};
      return next_structure(scene, history.now.view().camera, history.now.aspect, from, step);
    };
    data.structure.reset();
    if (const auto& tapped = history.now.tapped) {
      const auto& mesh = meshes_.at(tapped->mesh);
      StructureView view;
      const glm::uvec3 corners = mesh.triangles.at(tapped->place.triangle);
      view.point.position_mm = tapped->place.weights.x * glm::dvec3(mesh.positions_mm[corners.x]) +
                               tapped->place.weights.y * glm::dvec3(mesh.positions_mm[corners.y]) +
                               tapped->place.weights.z * glm::dvec3(mesh.positions_mm[corners.z]);
      view.point.seen = seen_;
      view.effect = {StructureEffect::Reach::target, 0.7, 0.88};
      data.structure = view;
    }
    frame();
    frame();
  }

  Area stage() const {
    return history.now.mode == Mode::kiosk ? kiosk_layout(size, scale).stage
                                           : consultant_layout(size, scale).stage;
  }
  ImVec2 pixel_of(const glm::dvec2& mm) const {
    const Area pane = stage();
    const glm::dvec2 ndc = render::to_ndc(history.now.view().camera, place(mm),
                                          pane.width() / static_cast<double>(pane.height()));
    return ImVec2(pane.min.x + static_cast<float>(0.5 + 0.5 * ndc.x) * pane.width(),
                  pane.min.y + static_cast<float>(0.5 - 0.5 * ndc.y) * pane.height());
  }
  void drag_by(ImVec2 from, float x) {
    move_to(from.x, from.y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    for (int i = 1; i <= 4; ++i) move_to(from.x + x * static_cast<float>(i) / 4, from.y);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
    follow();
  }
  void click(ImVec2 at) { drag_by(at, 0.0f); }

  std::vector<simulation::AnatomyMesh> meshes_;
  glm::dvec3 ahead_, right_, up_;
  bool seen_ = true;
};

TEST(StructurePanels, AClickOpensTheCardOfWhatWasMetAndAnotherOneClosesIt) {
  StructureDesk desk;
  EXPECT_FALSE(desk.has("structure.close"));
  desk.click(desk.pixel_of({-40, 0}));
  ASSERT_TRUE(desk.history.now.tapped);
  EXPECT_EQ(desk.history.now.tapped->structure, Structure::gastrocnemius_medial);
  EXPECT_TRUE(desk.has("structure.close"));
  desk.click(desk.pixel_of({64, 0}));
  ASSERT_TRUE(desk.history.now.tapped);
  EXPECT_EQ(desk.history.now.tapped->structure, Structure::soleus);
  desk.click(desk.pixel_of({20, 80}));
  EXPECT_FALSE(desk.history.now.tapped);
  EXPECT_FALSE(desk.has("structure.close"));
}

TEST(StructurePanels, ADragTurnsTheModelAndOpensNothing) {
  StructureDesk desk;
  const auto eye = desk.history.now.view().camera.eye_mm;
  desk.drag_by(desk.pixel_of({-40, 0}), 60.0f);
  EXPECT_FALSE(desk.history.now.tapped);
  EXPECT_NE(desk.history.now.view().camera.eye_mm, eye);
}

TEST(StructurePanels, APressThatJumpsTurnsNothing) {  // as a finger does
  StructureDesk desk;
  const auto eye = desk.history.now.view().camera.eye_mm;
  const ImVec2 far = desk.pixel_of({64, 60}), at = desk.pixel_of({-40, 0});
  desk.move_to(far.x, far.y);
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  desk.frame();
  desk.frame();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  desk.frame();
  EXPECT_EQ(desk.history.now.view().camera.eye_mm, eye);
}

TEST(StructurePanels, EscAndTheCrossCloseIt) {
  StructureDesk desk;
  desk.click(desk.pixel_of({-40, 0}));
  desk.key(ImGuiKey_Escape);
  EXPECT_FALSE(desk.history.now.tapped);
  desk.follow();
  desk.click(desk.pixel_of({-40, 0}));
  desk.press("structure.close");
  EXPECT_FALSE(desk.history.now.tapped);
}

TEST(StructurePanels, PeriodAndCommaStepThroughTheStructures) {
  StructureDesk desk;
  const auto shown = [&](ImGuiKey key) -> std::optional<Structure> {
    desk.key(key);
    desk.follow();
    if (!desk.history.now.tapped) return std::nullopt;
    EXPECT_TRUE(desk.has("structure.close"));
    return desk.history.now.tapped->structure;
  };
  EXPECT_EQ(shown(ImGuiKey_Period), Structure::gastrocnemius_medial);
  EXPECT_EQ(shown(ImGuiKey_Period), Structure::soleus);
  EXPECT_EQ(shown(ImGuiKey_Period), Structure::gastrocnemius_medial);
  EXPECT_EQ(shown(ImGuiKey_Comma), Structure::soleus);
  EXPECT_EQ(shown(ImGuiKey_Escape), std::nullopt);
  EXPECT_FALSE(desk.has("structure.close"));
  EXPECT_EQ(shown(ImGuiKey_Comma), Structure::soleus);
}

TEST(StructurePanels, TheKeysDoNothingWhereNothingCanBeStepped) {
  StructureDesk desk;
  desk.data.step_structure = {};
  desk.key(ImGuiKey_Period);
  EXPECT_FALSE(desk.history.now.tapped);
}

TEST(StructurePanels, AClickOnTheCardStaysOnTheCard) {
  StructureDesk desk;
  desk.click(desk.pixel_of({-40, 0}));
  const Tapped before = *desk.history.now.tapped;
  const auto eye = desk.history.now.view().camera.eye_mm;
  const WidgetRect card = desk.rect("structure");
  desk.drag_by(ImVec2(card.left + 20, card.bottom - 12), 40.0f);
  ASSERT_TRUE(desk.history.now.tapped);
  EXPECT_EQ(*desk.history.now.tapped, before);
  EXPECT_EQ(desk.history.now.view().camera.eye_mm, eye);
}

TEST(StructurePanels, AStripOf8mmIsATargetOf48dp) {
  StructureDesk desk;
  const ImVec2 strip = desk.pixel_of({68, 0});
  desk.click(ImVec2(strip.x + 22, strip.y));
  ASSERT_TRUE(desk.history.now.tapped);
  EXPECT_EQ(desk.history.now.tapped->structure, Structure::soleus);
  StructureDesk other;
  other.click(ImVec2(strip.x + 30, strip.y));
  EXPECT_FALSE(other.history.now.tapped);
}

TEST(StructurePanels, ATurnedAwayPointHidesTheCardAndKeepsTheTap) {
  StructureDesk desk;
  desk.click(desk.pixel_of({-40, 0}));
  desk.seen_ = false;
  desk.follow();
  EXPECT_FALSE(desk.has("structure.close"));
  EXPECT_TRUE(desk.history.now.tapped);
  desk.seen_ = true;
  desk.follow();
  EXPECT_TRUE(desk.has("structure.close"));
}

TEST(StructurePanels, AToolThatTakesTheTapsOpensNoCard) {
  for (const Action& tool : {Action(action::PlacePoints{true}), Action(action::ShowTape{true})}) {
    StructureDesk desk;
    desk.history = apply(std::move(desk.history), tool);
    desk.follow();
    desk.click(desk.pixel_of({-40, 0}));
    EXPECT_FALSE(desk.history.now.tapped);
  }
}

class StructureCards : public testing::TestWithParam<std::tuple<Mode, int, int, float>> {};

TEST_P(StructureCards, StandInsideTheStageAndClearOfTheirPoint) {
  const auto [mode, width, height, scale] = GetParam();
  int shown = 0;
  for (const glm::dvec2 at :
       {glm::dvec2(-75, 50), glm::dvec2(-40, 0), glm::dvec2(-12, -50), glm::dvec2(64, 0)}) {
    StructureDesk desk(mode, ImVec2(static_cast<float>(width), static_cast<float>(height)), scale);
    const ImVec2 point = desk.pixel_of(at);
    const glm::dvec3 before = desk.history.now.view().camera.eye_mm;
    desk.click(point);
    if (!desk.history.now.tapped) continue;  // under a control of a small stage
    ++shown;
    ASSERT_EQ(desk.history.now.view().camera.eye_mm, before);
    const WidgetRect card = desk.rect("structure");
    const Area stage = desk.stage();
    EXPECT_GE(card.left, stage.min.x - 0.5f);
    EXPECT_GE(card.top, stage.min.y - 0.5f);
    EXPECT_LE(card.right, stage.max.x + 0.5f);
    EXPECT_LE(card.bottom, stage.max.y + 0.5f);
    const float across = std::max(card.left - point.x, point.x - card.right);
    const float down = std::max(card.top - point.y, point.y - card.bottom);
    EXPECT_GE(std::max(across, down), 24.0f * scale) << at.x << " " << at.y;
    const WidgetRect close = desk.rect("structure.close");
    EXPECT_GE(close.right - close.left, (mode == Mode::kiosk ? 48.0f : 34.0f) * scale - 0.5f);
    EXPECT_LE(close.right, card.right + 0.5f);
  }
  EXPECT_GE(shown, 2);
}

INSTANTIATE_TEST_SUITE_P(Sizes, StructureCards,
                         testing::Values(std::make_tuple(Mode::consultant, 1440, 900, 1.0f),
                                         std::make_tuple(Mode::consultant, 1440, 900, 2.0f),
                                         std::make_tuple(Mode::consultant, 800, 560, 1.0f),
                                         std::make_tuple(Mode::kiosk, 1280, 800, 1.25f),
                                         std::make_tuple(Mode::kiosk, 1280, 800, 2.0f),
                                         std::make_tuple(Mode::kiosk, 1080, 1920, 1.25f)));

TEST(StructurePanels, NamesAndSidesAreInPlainWords) {
  const Texts texts = read_texts(FORESHOW_ASSETS_SOURCE "/texts/en.json");
  std::vector<Action> actions;
  const Fonts fonts;
  const Ui ui{palette(Theme::light), fonts, texts, 1.0f, false, actions};
  EXPECT_EQ(structure_words(ui, Structure::gastrocnemius_medial), "Calf muscle, inner head");
  Tapped tapped{Structure::gastrocnemius_medial, simulation::BodySide::right, false, 0, {}, 0};
  EXPECT_EQ(structure_term(ui, tapped), "gastrocnemius, medial · Right");
  tapped.structure = Structure::procerus;
  EXPECT_EQ(structure_term(ui, tapped), "procerus · Middle");
}

}  // namespace
