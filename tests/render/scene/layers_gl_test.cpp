#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/scene/renderer.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

using testing_shapes::ball;
using testing_shapes::front_view;
using testing_shapes::Shape;

class Layers : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  PartId add(const Shape& shape, MaterialKind kind, float scalar = 0) {
    Material material;
    material.kind = kind;
    const PartId id = renderer_.add_part(shape.topology, material);
    const std::vector<float> scalars(shape.positions_mm.size(), scalar);
    renderer_.upload(id, shape.positions_mm, shape.normals, scalars);
    return id;
  }
  static glm::vec3 colour(const Image& image, int x, int y) {
    const std::uint8_t* p = &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
    return {p[0], p[1], p[2]};
  }
  static float apart(glm::vec3 a, glm::vec3 b) {
    return std::abs(a.x - b.x) + std::abs(a.y - b.y) + std::abs(a.z - b.z);
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  Renderer renderer_{FORESHOW_SHADERS};
};

TEST_F(Layers, HeatShowsTheLegendsColour) {
  for (const float mm : {-5.0f, -2.0f, 0.0f, 1.3f, 4.0f, 9.0f}) {
    SceneView view = front_view(100);
    view.layer = Layer::heat;
    view.heat_limit_mm = 5;
    view.items = {{add(ball(40), MaterialKind::skin, mm)}};
    const Image image = renderer_.capture(view, {64, 64});
    const glm::vec3 expected = heat_colour(mm, 5) * 255.0f;
    // Two steps of 255: half a step of dither, half of rounding, one of 16-bit floats.
    for (int channel = 0; channel < 3; ++channel)
      EXPECT_NEAR(colour(image, 32, 32)[channel], expected[channel], 2.0f)
          << mm << " mm, channel " << channel;
  }
}

TEST_F(Layers, XrayDoesNotHideTheMuscle) {
  const PartId skin = add(ball(45), MaterialKind::skin);
  const PartId muscle = add(ball(20), MaterialKind::muscle);
  SceneView view = front_view(100);
  view.items = {{skin}, {muscle}};
  view.layer = Layer::skin;
  const glm::vec3 with_skin = colour(renderer_.capture(view, {64, 64}), 32, 32);
  view.layer = Layer::xray;
  const glm::vec3 xray = colour(renderer_.capture(view, {64, 64}), 32, 32);
  view.layer = Layer::muscle;
  const glm::vec3 bare = colour(renderer_.capture(view, {64, 64}), 32, 32);
  EXPECT_LT(apart(xray, bare), 0.5f * apart(with_skin, bare));
  EXPECT_GT(xray.r, xray.g * 1.3f);
}

TEST_F(Layers, XrayDoesNotDependOnOrder) {
  const PartId skin = add(ball(45), MaterialKind::skin);
  const PartId muscle = add(ball(20, {15, 0, 0}), MaterialKind::muscle);
  SceneView view = front_view(100);
  view.layer = Layer::xray;
  view.items = {{skin}, {muscle}};
  const Image first = renderer_.capture(view, {64, 64});
  view.items = {{muscle}, {skin}};
  EXPECT_EQ(renderer_.capture(view, {64, 64}), first);
}

TEST_F(Layers, BlockedMuscleIsPaler) {
  SceneView view = front_view(60);
  view.layer = Layer::muscle;
  view.items = {{add(ball(20), MaterialKind::muscle, 0)}};
  const glm::vec3 working = colour(renderer_.capture(view, {64, 64}), 32, 32);
  view.items = {{add(ball(20), MaterialKind::muscle, 1)}};
  const glm::vec3 blocked = colour(renderer_.capture(view, {64, 64}), 32, 32);
  EXPECT_GT(working.r / working.b, 1.5f);
  EXPECT_LT(blocked.r / blocked.b, 1.2f);
}

TEST_F(Layers, AHighlightChangesThePixelsOfItsPartAndNoOther) {
  const PartId skin = add(ball(70), MaterialKind::skin);
  const PartId muscle = add(ball(20, {-24, 0, 0}), MaterialKind::muscle, 0.5f);
  const PartId bone = add(ball(20, {24, 0, 0}), MaterialKind::bone);
  for (const Layer layer : {Layer::muscle, Layer::xray})
    for (const bool left : {true, false}) {
      SceneView view = front_view(100);
      view.layer = layer;
      view.items = {{skin}, {muscle}, {bone}};
      const Image plain = renderer_.capture(view, {200, 200});
      view.items[left ? 1 : 2].highlighted = true;
      const Image lit = renderer_.capture(view, {200, 200});
      int changed = 0, rim = 0;
      for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x) {
          const float far_px = glm::length(glm::vec2(x + 0.5f - (left ? 52 : 148), y + 0.5f - 100));
          const float change = apart(colour(plain, x, y), colour(lit, x, y));
          if (far_px > 42) {
            ASSERT_EQ(change, 0) << x << " " << y;
          }
          if (change > 6) ++changed;
          if (far_px > 38 && change > 60) ++rim;
        }
      EXPECT_GT(changed, 4800);  // of the 5027 of its disc
      EXPECT_GT(rim, 450);       // of the 1005 that the line crosses
    }
}

TEST_F(Layers, AHighlightKeepsTheColoursOfTheBlockApart) {
  SceneView view = front_view(60);
  view.layer = Layer::muscle;
  glm::vec3 middle[2];
  for (const int blocked : {0, 1}) {
    view.items = {{add(ball(20), MaterialKind::muscle, static_cast<float>(blocked)), 1.0f, true, true}};
    middle[blocked] = colour(renderer_.capture(view, {64, 64}), 32, 32);
  }
  EXPECT_GT(middle[0].r / middle[0].b, 1.5f);
  EXPECT_LT(middle[1].r / middle[1].b, 1.2f);
}

TEST_F(Layers, GhostIsBlendedNotSolid) {
  const PartId ghost = add(ball(45), MaterialKind::skin);
  const PartId now = add(ball(40), MaterialKind::skin);
  SceneView view = front_view(100);
  view.items = {{now}};
  const Image alone = renderer_.capture(view, {64, 64});
  view.items = {{now}, {ghost, 0.5f}};
  const Image both = renderer_.capture(view, {64, 64});
  EXPECT_LT(apart(colour(alone, 32, 32), colour(both, 32, 32)), 90.0f);
  // Between the two outlines the ghost alone is seen.
  EXPECT_GT(apart(colour(alone, 32 + 27, 32), colour(both, 32 + 27, 32)), 12.0f);
}

TEST_F(Layers, SkinTonesGetDarker) {
  const Shape shape = ball(40);
  const PartId id = add(shape, MaterialKind::skin);
  SceneView view = front_view(100);
  view.items = {{id}};
  float last = 1000;
  for (int tone = 1; tone <= 6; ++tone) {
    Material material;
    material.skin_tone = tone;
    renderer_.set_material(id, material);
    const glm::vec3 c = colour(renderer_.capture(view, {64, 64}), 32, 32);
    EXPECT_LT(c.r + c.g + c.b, last - 10) << tone;
    EXPECT_GT(c.r, c.g) << tone;
    EXPECT_GT(c.g, c.b) << tone;
    last = c.r + c.g + c.b;
  }
}

TEST_F(Layers, ExposureNeverAdapts) {
  const PartId ball_part = add(ball(30), MaterialKind::fabric);
  const PartId other = add(ball(30, {70, 0, 0}), MaterialKind::bone);
  SceneView view = front_view(220);
  view.items = {{ball_part}};
  const Image alone = renderer_.capture(view, {110, 110});
  view.items = {{ball_part}, {other, 1.0f, false}};
  EXPECT_EQ(renderer_.capture(view, {110, 110}), alone);
  // Background far from everything stays put whatever is in the picture.
  EXPECT_EQ(colour(alone, 2, 2), colour(renderer_.capture(front_view(220), {110, 110}), 2, 2));
}

}  // namespace
}  // namespace render
