#include "render/scene/tile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/scene/chunks.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

TEST(Tile, BigPictureIsCutIntoEqualTilesAndAsFewAsWillDo) {
  EXPECT_EQ(equal_tile({3840, 2160}, {2048, 2048}), glm::ivec2(1920, 1080));
  EXPECT_EQ(equal_tile({1280, 720}, {2048, 2048}), glm::ivec2(1280, 720));
  EXPECT_EQ(equal_tile({151, 95}, {256, 256}), glm::ivec2(151, 95));
}

TEST(Tile, AxesHaveLimitsOfTheirOwn) {
  EXPECT_EQ(equal_tile({1280, 720}, {2048, 204}), glm::ivec2(1280, 180));
}

TEST(Tile, TilesCoverThePictureKeepQuadsAndWasteLittle) {
  for (const int limit : {2, 7, 32, 64, 100})
    for (int width = 1; width < 300; ++width) {
      const int side = equal_tile({width, width}, {limit, limit}).x;
      EXPECT_LE(side, limit);
      if (side == width) continue;
      EXPECT_EQ(side % 2, 0);
      const int most = limit / 2 * 2;
      const int count = (width + side - 1) / side;
      EXPECT_LE(count, (width + most - 1) / most) << width << " in " << limit;
      EXPECT_LT(side * count - width, 2 * ((width + most - 1) / most)) << width << " in " << limit;
    }
}

TEST(Tile, SharedAreaIsWhatBothCover) {
  const Tile shared = shared_area({{0, 0}, {10, 8}}, {{6, 2}, {10, 3}});
  EXPECT_EQ(shared.origin, glm::ivec2(6, 2));
  EXPECT_EQ(shared.size, glm::ivec2(4, 3));
  EXPECT_TRUE(shared_area({{0, 0}, {10, 8}}, {{10, 0}, {4, 4}}).empty());
}

TEST(Tile, NothingIsDrawnOfAnEmptyList) {
  EXPECT_TRUE(drawn_area({}, glm::mat4(1), {64, 64}).empty());
}

TEST(Tile, AreaOfABoxHoldsItsCornersAndAMargin) {
  // A view from +z onto -1..1, as it is in clip space.
  const Bounds box{{-0.5f, 0.0f, -0.1f}, {0.0f, 0.5f, 0.1f}};
  const Tile area = area_of(box, glm::mat4(1), {400, 400});
  EXPECT_LE(area.origin.x, 100 - 4);
  EXPECT_LE(area.origin.y, 200 - 4);
  EXPECT_GE(area.origin.x + area.size.x, 200 + 4);
  EXPECT_GE(area.origin.y + area.size.y, 300 + 4);
  EXPECT_LT(area.size.x, 120);
  EXPECT_LT(area.size.y, 120);
  EXPECT_TRUE(area_of({{2, 2, 0}, {3, 3, 0}}, glm::mat4(1), {400, 400}).empty());
  EXPECT_TRUE(area_of(Bounds(), glm::mat4(1), {400, 400}).empty());
}

TEST(Chunks, ATileGetsItsOwnTrianglesInOrder) {
  const auto shape = testing_shapes::ball(0.9f, {0, 0, 0}, 64, 64);
  Chunks chunks(shape.topology.point_triangles);
  chunks.bound(shape.positions_mm);
  const auto indices = [&](const Tile& tile) { return chunks.within(tile, glm::mat4(1), {512, 512}); };
  const auto count = [](const std::vector<gl::IndexRange>& ranges) {
    int sum = 0;
    for (const gl::IndexRange& range : ranges) sum += range.count;
    return sum;
  };
  const int all = static_cast<int>(shape.topology.point_triangles.size() * 3);
  const auto whole = indices({{0, 0}, {512, 512}});
  ASSERT_EQ(whole.size(), 1u);
  EXPECT_EQ(whole.front().first, 0);
  EXPECT_EQ(whole.front().count, all);
  EXPECT_LT(count(indices({{0, 0}, {512, 128}})), all / 2);
  EXPECT_TRUE(indices({{0, 0}, {8, 8}}).empty());

  // Every triangle that touches a band is drawn in it.
  for (int band = 0; band < 4; ++band) {
    const auto ranges = indices({{0, band * 128}, {512, 128}});
    for (std::size_t t = 0; t < shape.topology.point_triangles.size(); ++t) {
      bool touches = false;
      for (int c = 0; c < 3; ++c) {
        const float y = (shape.positions_mm[shape.topology.point_triangles[t][c]].y * 0.5f + 0.5f) * 512.0f;
        touches =
            touches || (y >= static_cast<float>(band * 128) && y <= static_cast<float>(band * 128 + 128));
      }
      const int index = static_cast<int>(3 * t);
      const bool drawn = std::any_of(ranges.begin(), ranges.end(), [&](const gl::IndexRange& range) {
        return index >= range.first && index < range.first + range.count;
      });
      EXPECT_TRUE(drawn || !touches) << t << " in band " << band;
    }
  }
}

}  // namespace
}  // namespace render
