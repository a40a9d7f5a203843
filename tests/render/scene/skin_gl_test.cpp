// What skin takes from its surroundings, and how it differs from place to place.
#include <gtest/gtest.h>

#include <glm/vec3.hpp>
#include <stdexcept>

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

constexpr glm::ivec2 kSize{160, 120};
constexpr double kViewMm = 220;

class SkinPicture : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  /// Mean over 5 x 5 pixels about a place in mm from the middle, x to the right, y up.
  static glm::dvec3 colour(const Image& image, double x_mm, double y_mm) {
    const int x = kSize.x / 2 + static_cast<int>(x_mm * kSize.y / kViewMm);
    const int y = kSize.y / 2 - static_cast<int>(y_mm * kSize.y / kViewMm);
    glm::dvec3 sum(0);
    for (int dy = -2; dy <= 2; ++dy)
      for (int dx = -2; dx <= 2; ++dx)
        for (int c = 0; c < 3; ++c)
          sum[c] += image.rgba[static_cast<std::size_t>((y + dy) * kSize.x + x + dx) * 4 +
                               static_cast<std::size_t>(c)];
    return sum / 25.0;
  }
  static double light(const glm::dvec3& c) { return (c.r + c.g + c.b) / 3.0; }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  Renderer renderer_{FORESHOW_SHADERS};
};

// The neighbour stands on the side away from the key light, so it throws no shadow on the ball: what is
// missing is light from all round.
TEST_F(SkinPicture, ACreaseIsDarkerThanTheSameSkinInTheOpen) {
  SceneView view = front_view(kViewMm);
  view.items = {{add(renderer_, ball(50))}};
  const Image alone = renderer_.capture(view, kSize);
  view.items.push_back({add(renderer_, ball(50, {90, -45, 0}))});
  const Image beside = renderer_.capture(view, kSize);
  const double open = light(colour(alone, 37, -18)), creased = light(colour(beside, 37, -18));
  EXPECT_LT(creased, 0.95 * open) << open;
  EXPECT_NEAR(light(colour(beside, -30, 15)), light(colour(alone, -30, 15)), 1.0);
}

TEST_F(SkinPicture, ShadesOfNothingChangeNothingAndBloodReddens) {
  const Shape shape = ball(50);
  SceneView view = front_view(kViewMm);
  view.items = {{add(renderer_, shape)}};
  const PartId part = view.items.front().part;
  const Image even = renderer_.capture(view, kSize);
  std::vector<SkinShade> shades(shape.positions_mm.size());
  renderer_.set_shades(part, shades);
  EXPECT_EQ(renderer_.capture(view, kSize), even);
  for (std::size_t i = 0; i < shades.size(); ++i) shades[i].blood = shape.positions_mm[i].x < 0 ? 0.6f : 0.0f;
  renderer_.set_shades(part, shades);
  const Image red = renderer_.capture(view, kSize);
  const auto ratio = [](const glm::dvec3& c) { return c.r / c.g; };
  EXPECT_GT(ratio(colour(red, -25, 0)), 1.05 * ratio(colour(even, -25, 0)));
  EXPECT_NEAR(ratio(colour(red, 25, 0)), ratio(colour(even, 25, 0)), 0.01);
}

TEST_F(SkinPicture, ShadesAreOfSkinAndOnePerPoint) {
  const Shape shape = ball(50);
  const PartId skin = add(renderer_, shape), bone = add(renderer_, shape, MaterialKind::bone);
  const std::vector<SkinShade> right(shape.positions_mm.size()), wrong(3);
  EXPECT_THROW(renderer_.set_shades(skin, wrong), std::invalid_argument);
  EXPECT_THROW(renderer_.set_shades(bone, right), std::invalid_argument);
}

}  // namespace
}  // namespace render
