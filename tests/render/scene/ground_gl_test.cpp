// What is behind the model: paper, floor, nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/scene/renderer.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

using testing_shapes::add;
using testing_shapes::ball;
using testing_shapes::front_view;
using testing_shapes::Shape;

constexpr float kRadius = 50;
constexpr glm::ivec2 kSize{160, 120};

class Ground : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  /// A ball that stands on the floor, with ground to its sides and under it.
  SceneView standing() {
    SceneView view = front_view(220);
    view.camera.eye_mm = {0, 80, 1000};
    view.items = {{add(renderer_, ball(kRadius))}};
    view.studio.floor_y_mm = -kRadius;
    return view;
  }
  static int level(const Image& image, int x, int y) {
    return image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  Renderer renderer_{FORESHOW_SHADERS};
};

TEST_F(Ground, TheFloorChangesNoPixelOfTheModelNorOfThePaperAboveIt) {
  SceneView view = standing();
  const Image with = renderer_.capture(view, kSize);
  view.studio.floor_y_mm.reset();
  const Image without = renderer_.capture(view, kSize);
  view.transparent_background = true;
  const Image cut_out = renderer_.capture(view, kSize);
  int changed = 0;
  for (int y = 0; y < kSize.y; ++y)
    for (int x = 0; x < kSize.x; ++x) {
      const auto at = static_cast<std::size_t>(y * kSize.x + x) * 4;
      const bool model = cut_out.rgba[at + 3] == 255;
      const bool same = std::equal(&with.rgba[at], &with.rgba[at] + 4, &without.rgba[at]);
      if (model) {
        EXPECT_TRUE(same) << x << ' ' << y;
        EXPECT_TRUE(std::equal(&with.rgba[at], &with.rgba[at] + 4, &cut_out.rgba[at])) << x << ' ' << y;
      }
      if (y < kSize.y / 4) {
        EXPECT_TRUE(same) << x << ' ' << y;
      }
      changed += same ? 0 : 1;
    }
  EXPECT_GT(changed, 300);
}

TEST_F(Ground, TheFloorIsDarkUnderTheBallAndHasNoEdge) {
  SceneView view = standing();
  const Image with = renderer_.capture(view, kSize, 4);
  view.studio.floor_y_mm.reset();
  const Image without = renderer_.capture(view, kSize, 4);
  // Column of the middle, from where the ball ends down. Of 145 levels 19 are missing there; a floor without
  // shadow would miss none.
  const int foot = kSize.y / 2 + static_cast<int>(kRadius * kSize.y / 220.0f) + 2;
  EXPECT_LT(level(with, kSize.x / 2, foot), level(without, kSize.x / 2, foot) - 12);
  int steepest = 0;
  for (int y = foot + 2; y < kSize.y; ++y)
    for (int x = 1; x < kSize.x; ++x)
      steepest = std::max(steepest, std::abs(level(with, x, y) - level(with, x - 1, y)));
  // By eye: a step of more of the 8-bit levels from one pixel of 1.8 mm to the next would look like an edge.
  EXPECT_LE(steepest, 12);
}

TEST_F(Ground, TheFloorFollowsTheShapeWhenTheOcclusionDoes) {
  const Shape shape = ball(kRadius), small = ball(0.6f * kRadius, {0, -0.4f * kRadius, 0});
  SceneView view = standing();
  renderer_.set_live_occlusion(false);
  renderer_.draw(view, kSize);
  renderer_.upload(view.items[0].part, small.positions_mm, small.normals);
  EXPECT_TRUE(renderer_.refresh_occlusion(view));
  renderer_.draw(view, kSize);
  const Image followed = renderer_.read_drawn();

  Renderer fresh(FORESHOW_SHADERS);
  SceneView same = view;
  same.items = {{add(fresh, shape)}};
  fresh.upload(same.items[0].part, small.positions_mm, small.normals);
  fresh.draw(same, kSize);
  EXPECT_EQ(fresh.read_drawn(), followed);
}

TEST_F(Ground, TheFloorFollowsTheSizeOfTheLightThoughItsMapStays) {
  SceneView view = standing();
  const auto lit_by = [&view](float half_size) {
    auto map = std::make_shared<EnvironmentLight>();
    for (EnvironmentKey& key : map->keys) key = {glm::vec3(-0.6f, 0.64f, 0.48f), glm::vec3(1), half_size};
    view.studio.environment = map;
  };
  lit_by(0.05f);
  const Image hard = renderer_.capture(view, kSize);
  lit_by(0.6f);
  const Image soft = renderer_.capture(view, kSize);
  Renderer fresh(FORESHOW_SHADERS);
  SceneView same = view;
  same.items = {{add(fresh, ball(kRadius))}};
  EXPECT_EQ(fresh.capture(same, kSize), soft);
  EXPECT_NE(soft, hard);
}

TEST_F(Ground, NoTraceOfTheFrameBefore) {
  SceneView view = standing(), other = view;
  other.camera.eye_mm = {600, 300, 700};
  other.camera.target_mm = {30, 20, 0};
  SceneView near = view;
  near.camera.orthographic = false;
  near.camera.eye_mm = {0, 0, 60};
  SceneView far = view;
  far.camera.ortho_height_mm = 4000;
  SceneView brighter = view;
  brighter.studio.backdrop_top = {0.6f, 0.5f, 0.5f};
  for (const SceneView& before : {other, near, far, brighter})
    for (const glm::ivec2 size : {kSize, glm::ivec2(90, 70)}) {
      renderer_.draw(before, size);
      renderer_.draw(view, kSize);
      const Image drawn = renderer_.read_drawn();
      Renderer fresh(FORESHOW_SHADERS);
      SceneView same = view;
      same.items = {{add(fresh, ball(kRadius))}};
      fresh.draw(same, kSize);
      EXPECT_EQ(fresh.read_drawn(), drawn);
    }
}

TEST_F(Ground, APictureWithoutItsModelIsPaper) {
  SceneView view = standing();
  view.studio.floor_y_mm.reset();
  const Image with = renderer_.capture(view, kSize);
  view.items.clear();
  const Image paper = renderer_.capture(view, kSize);
  view = standing();
  view.studio.floor_y_mm.reset();
  view.transparent_background = true;
  const Image cut_out = renderer_.capture(view, kSize);
  for (int y = 0; y < kSize.y; ++y)
    for (int x = 0; x < kSize.x; ++x) {
      const auto at = static_cast<std::size_t>(y * kSize.x + x) * 4;
      if (cut_out.rgba[at + 3] == 0) {
        EXPECT_TRUE(std::equal(&with.rgba[at], &with.rgba[at] + 4, &paper.rgba[at])) << x << ' ' << y;
      }
    }
}

}  // namespace
}  // namespace render
