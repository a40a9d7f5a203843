#include "render/scene/tile.h"

#include <gtest/gtest.h>

namespace render {
namespace {

TEST(Tile, BigPictureIsCutIntoEqualTilesAndAsFewAsWillDo) {
  EXPECT_EQ(equal_tile({3840, 2160}, 2048), glm::ivec2(1920, 1080));
  EXPECT_EQ(equal_tile({1280, 720}, 2048), glm::ivec2(1280, 720));
  EXPECT_EQ(equal_tile({151, 95}, 256), glm::ivec2(151, 95));
}

TEST(Tile, TilesCoverThePictureKeepQuadsAndWasteLittle) {
  for (const int limit : {2, 7, 32, 64, 100})
    for (int width = 1; width < 300; ++width) {
      const int side = equal_tile({width, width}, limit).x;
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

}  // namespace
}  // namespace render
