#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <stdexcept>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/scene/line_relief.h"
#include "render/scene/renderer.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

constexpr float kRadius = 50;
constexpr int kSide = 300;  // pixels; two per mm
constexpr double kViewMm = 150;

/// One upright line in the middle of a ball's front, 10 mm up and down.
LineRelief upright_line() {
  LineRelief relief;
  relief.lines.emplace_back();
  for (int i = -10; i <= 10; ++i) {
    const auto y = static_cast<float>(i);
    relief.lines.back().push_back({{0, y, std::sqrt(kRadius * kRadius - y * y)}, {1, 0, 0}});
  }
  return relief;
}

struct Change {
  double left = 1e9, right = -1e9, low = 1e9, high = -1e9;  // mm from the middle of the picture
  int largest = 0;
};

/// Where two pictures differ; nothing when they are the same.
std::optional<Change> change(const Image& a, const Image& b) {
  Change c;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      int most = 0;
      for (int k = 0; k < 4; ++k) {
        const auto at = static_cast<std::size_t>((y * a.width + x) * 4 + k);
        most = std::max(most, std::abs(int(a.rgba[at]) - int(b.rgba[at])));
      }
      if (most == 0) continue;
      const double mm = kViewMm / kSide;
      c.left = std::min(c.left, (x + 0.5 - kSide / 2) * mm);
      c.right = std::max(c.right, (x + 0.5 - kSide / 2) * mm);
      c.low = std::min(c.low, (kSide / 2 - y - 0.5) * mm);
      c.high = std::max(c.high, (kSide / 2 - y - 0.5) * mm);
      c.largest = std::max(c.largest, most);
    }
  return c.largest > 0 ? std::optional(c) : std::nullopt;
}

class LinesPicture : public testing::Test {
 protected:
  LinesPicture() {
    Material material;
    material.relief = 0;
    skin_ = renderer_.add_part(shape_.topology, material);
    renderer_.set_rest(skin_, shape_.positions_mm);
    renderer_.upload(skin_, shape_.positions_mm, shape_.normals);
    view_ = testing_shapes::front_view(kViewMm);
    view_.items = {{skin_}};
    plain_ = renderer_.capture(view_, {kSide, kSide});
    renderer_.set_lines(skin_, upright_line());
  }
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  Image with_depth(float mm) {
    renderer_.set_line_depths(skin_, std::vector<float>(21, mm));
    return renderer_.capture(view_, {kSide, kSide});
  }
  /// Mean green over the valley.
  static double valley(const Image& image) {
    double sum = 0;
    int count = 0;
    for (int y = kSide / 2 - 12; y < kSide / 2 + 12; ++y)
      for (int x = kSide / 2 - 1; x < kSide / 2 + 1; ++x, ++count)
        sum += image.rgba[static_cast<std::size_t>((y * image.width + x) * 4 + 1)];
    return sum / count;
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  Renderer renderer_{FORESHOW_SHADERS};
  testing_shapes::Shape shape_ = testing_shapes::ball(kRadius);
  PartId skin_ = PartId::none;
  SceneView view_;
  Image plain_;
};

// From far the map's smaller levels are read, which are drawn anew with the largest.
TEST_F(LinesPicture, FromFarTheSmallerLevelsFollowTheDepth) {
  view_ = testing_shapes::front_view(6 * kViewMm);
  view_.items = {{skin_}};
  const Image flat = with_depth(0);
  const Image creased = with_depth(3);
  EXPECT_NE(creased, flat);
  EXPECT_EQ(with_depth(0), flat);
  EXPECT_EQ(with_depth(3), creased);
}

TEST_F(LinesPicture, WithoutDepthNothingIsDrawn) {
  EXPECT_EQ(renderer_.capture(view_, {kSide, kSide}), plain_);
  EXPECT_EQ(with_depth(0), plain_);
  EXPECT_NE(with_depth(0.5f), plain_);
  EXPECT_EQ(with_depth(0), plain_);
}

TEST_F(LinesPicture, DepthChangesOnlyPixelsAtTheLine) {
  const auto changed = change(plain_, with_depth(0.8f));
  ASSERT_TRUE(changed);
  EXPECT_GT(changed->largest, 15);
  EXPECT_LT(std::max(-changed->left, changed->right), kLineReachMm + 1);
  EXPECT_LT(std::max(-changed->low, changed->high), 10 + 1.5);
}

TEST_F(LinesPicture, ADeeperFoldIsDarker) {
  double before = valley(plain_);
  for (const float mm : {0.1f, 0.3f, 0.6f, 0.9f}) {
    const double now = valley(with_depth(mm));
    EXPECT_LT(now, before - 1) << mm;
    before = now;
  }
  // Skin in shade, not ink.
  EXPECT_GT(before, 0.3 * valley(plain_));
}

TEST_F(LinesPicture, TheLineMovesWithTheSkin) {
  const auto here = change(plain_, with_depth(0.6f));
  ASSERT_TRUE(here);
  std::vector<glm::vec3> moved = shape_.positions_mm;
  for (glm::vec3& p : moved) p += glm::vec3(12, 5, 0);
  renderer_.upload(skin_, moved, shape_.normals);
  const Image with = with_depth(0.6f);
  const auto there = change(with_depth(0), with);
  ASSERT_TRUE(there);
  EXPECT_NEAR(there->left + there->right - here->left - here->right, 24, 1.5);
  EXPECT_NEAR(there->low + there->high - here->low - here->high, 10, 1.5);
}

TEST_F(LinesPicture, TilesDoNotCutALine) {
  const Image whole = with_depth(0.6f);
  renderer_.set_tile_limit(128);
  const ImageDifference tiled = difference(renderer_.capture(view_, {kSide, kSide}), whole);
  // Interpolation from another tile corner may round the other way.
  EXPECT_LE(tiled.max, 1);
  EXPECT_LE(tiled.differing_pixels, 40u);
}

TEST_F(LinesPicture, RefusesAWrongCount) {
  EXPECT_THROW(renderer_.set_line_depths(skin_, std::vector<float>(20, 0.1f)), std::invalid_argument);
  EXPECT_THROW(renderer_.set_line_depths(skin_, std::vector<float>(22, 0.1f)), std::invalid_argument);
  const PartId other = renderer_.add_part(shape_.topology, {});
  EXPECT_THROW(renderer_.set_line_depths(other, std::vector<float>(21, 0.1f)), std::invalid_argument);
}

}  // namespace
}  // namespace render
