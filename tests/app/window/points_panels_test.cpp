#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "app/check/dose_sums.h"
#include "app/marks/point_labels.h"
#include "app/window/panels/panes.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;

/// A flat piece of skin through the camera's target, seen straight on; its texture is its place in it.
struct PointDesk : PanelHarness {
  PointDesk() : PanelHarness(sample_session(Mode::consultant), ImVec2(1440, 900), false) {
    const render::Camera& camera = history.now.view().camera;
    const glm::dvec3 ahead = glm::normalize(camera.target_mm - camera.eye_mm);
    const glm::dvec3 right = glm::normalize(glm::cross(ahead, camera.up));
    const glm::dvec3 up = glm::cross(right, ahead);
    render::TopologyDraft topology;
    auto skin = std::make_shared<PartSurface>();
    for (const glm::dvec2 corner : {glm::dvec2(0, 0), glm::dvec2(1, 0), glm::dvec2(1, 1), glm::dvec2(0, 1)}) {
      const glm::dvec2 off = (corner - 0.5) * kSide;
      skin->positions_mm.emplace_back(camera.target_mm + right * off.x + up * off.y);
      skin->normals.emplace_back(-ahead);
      topology.vertex_uv.emplace_back(corner);
      topology.vertex_point.push_back(topology.point_count++);
    }
    topology.triangles = topology.point_triangles = {{0, 1, 2}, {0, 2, 3}};
    topology_ = std::make_shared<const render::Topology>(std::move(topology).finished());
    skin_ = skin;
    frame();
    press("stage.points");
    follow();
  }

  /// What the window does between frames.
  void follow() {
    data.points.reset();
    if (history.now.points.shown) {
      auto map = std::make_shared<InjectionMap>();
      const auto& list = history.now.plan().sessions[0].injections;
      for (std::size_t i = 0; i < list.size(); ++i) {
        const auto* free = std::get_if<simulation::SkinPoint>(&list[i].target);
        const auto place = free ? place_at_uv(*topology_, free->uv) : std::nullopt;
        if (!place) continue;
        map->points.emplace_back();
        map->points.back().injection = i;
        map->points.back().place = *place;
        map->points.back().units = list[i].units;
      }
      data.points = PointsView{map, topology_, skin_, std::vector<bool>(map->points.size(), true)};
    }
    frame();
    frame();
  }

  ImVec2 pixel_of(const glm::dvec2& uv) {
    const Layout layout = consultant_layout(size, scale);
    const glm::dvec3 at = point_of(*topology_, *place_at_uv(*topology_, uv), skin_->positions_mm);
    const Area& pane = layout.stage;
    const glm::dvec2 ndc =
        render::to_ndc(history.now.view().camera, at, pane.width() / static_cast<double>(pane.height()));
    return ImVec2(pane.min.x + static_cast<float>(0.5 + 0.5 * ndc.x) * pane.width(),
                  pane.min.y + static_cast<float>(0.5 - 0.5 * ndc.y) * pane.height());
  }

  void click(ImVec2 at) {
    move_to(at.x, at.y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
    follow();
  }

  void drag_to(ImVec2 from, ImVec2 to) {
    move_to(from.x, from.y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    for (int i = 1; i <= 6; ++i) {
      const float share = static_cast<float>(i) / 6.0f;
      move_to(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
      follow();
    }
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
    follow();
  }

  const std::vector<simulation::Injection>& given() const {
    return history.now.plan().sessions[0].injections;
  }
  /// Millimetres between the last injection, a free point, and a place of the texture.
  double away_mm(const glm::dvec2& uv) const {
    return glm::length(std::get<simulation::SkinPoint>(given().back().target).uv - uv) * kSide;
  }

  static constexpr double kSide = 100.0;  // mm
  std::shared_ptr<const render::Topology> topology_;
  std::shared_ptr<const PartSurface> skin_;
};

TEST(PointsPanels, AClickPlacesAPointUnderThePointerAndUndoTakesItBack) {
  PointDesk desk;
  const double before = session_units(desk.history.now.plan().sessions[0]);
  desk.click(desk.pixel_of({0.4, 0.45}));
  EXPECT_EQ(desk.given().size(), 2u);  // only looking so far
  desk.press("points.place");
  desk.follow();
  desk.click(desk.pixel_of({0.4, 0.45}));
  ASSERT_EQ(desk.given().size(), 3u);
  EXPECT_LT(desk.away_mm({0.4, 0.45}), 1.0);
  EXPECT_EQ(desk.given().back().units, desk.history.now.setup().point_units);
  EXPECT_DOUBLE_EQ(session_units(desk.history.now.plan().sessions[0]),
                   before + desk.history.now.setup().point_units);
  EXPECT_TRUE(desk.has("plan.point/2/more"));
  desk.key(ImGuiKey_Z, true);
  EXPECT_EQ(desk.given().size(), 2u);
}

TEST(PointsPanels, DraggingAPointMovesItInOneStepAndNotTheModel) {
  PointDesk desk;
  desk.press("points.place");
  desk.follow();
  desk.click(desk.pixel_of({0.4, 0.45}));
  const auto eye = desk.history.now.view().camera.eye_mm;
  const std::size_t steps = desk.history.past.size();
  desk.drag_to(desk.pixel_of({0.4, 0.45}), desk.pixel_of({0.6, 0.55}));
  ASSERT_EQ(desk.given().size(), 3u);
  EXPECT_LT(desk.away_mm({0.6, 0.55}), 1.0);
  EXPECT_EQ(desk.history.past.size(), steps + 1);
  EXPECT_EQ(desk.history.now.view().camera.eye_mm, eye);
  desk.key(ImGuiKey_Z, true);
  EXPECT_LT(desk.away_mm({0.4, 0.45}), 1.0);
}

TEST(PointsPanels, ADragBesideAPointTurnsTheModelAndPlacesNothing) {
  PointDesk desk;
  desk.press("points.place");
  desk.follow();
  const auto eye = desk.history.now.view().camera.eye_mm;
  desk.drag_to(desk.pixel_of({0.3, 0.3}), desk.pixel_of({0.7, 0.3}));
  EXPECT_EQ(desk.given().size(), 2u);
  EXPECT_NE(desk.history.now.view().camera.eye_mm, eye);
}

TEST(PointsPanels, DeleteTheCrossAndTheListRemoveAPoint) {
  PointDesk desk;
  desk.press("points.place");
  desk.follow();
  const auto place = [&] {
    desk.click(desk.pixel_of({0.5, 0.4}));
    ASSERT_EQ(desk.given().size(), 3u);
    ASSERT_EQ(desk.history.now.points.selected, 2);
  };
  place();
  desk.key(ImGuiKey_Delete);
  EXPECT_EQ(desk.given().size(), 2u);
  desk.follow();
  place();
  desk.press("points.remove");
  EXPECT_EQ(desk.given().size(), 2u);
  desk.follow();
  place();
  desk.press("plan.point/2/remove");
  EXPECT_EQ(desk.given().size(), 2u);
}

TEST(PointsPanels, TheToolSetsTheUnitsOfTheNextPointAndHides) {
  PointDesk desk;
  desk.press("points.place");
  desk.follow();
  const double units = desk.history.now.setup().point_units;
  desk.press("points.next_units/more");
  EXPECT_GT(desk.history.now.setup().point_units, units);
  desk.key(ImGuiKey_N);
  EXPECT_FALSE(desk.history.now.points.shown);
  desk.follow();
  EXPECT_FALSE(desk.has("points.place"));
  PanelHarness kiosk(sample_session(Mode::kiosk), ImVec2(1080, 1920), true);
  EXPECT_FALSE(kiosk.has("stage.points"));
}

}  // namespace
