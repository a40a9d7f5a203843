#include "render/mesh/place_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <random>

namespace render {
namespace {

std::vector<glm::vec3> cube_of_points(std::size_t count) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> side(0.0f, 100.0f);
  std::vector<glm::vec3> points(count);
  for (glm::vec3& p : points) p = {side(random), side(random), side(random)};
  return points;
}

TEST(PlaceOrder, NamesEveryPointOnce) {
  for (const std::size_t count : {0, 1, 2, 63, 64, 65, 129, 1000}) {
    std::vector<std::uint32_t> order = order_by_place(cube_of_points(count));
    ASSERT_EQ(order.size(), count);
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < count; ++i) ASSERT_EQ(order[i], i);
  }
}

TEST(PlaceOrder, SixtyFourInARowLieTogether) {
  const std::vector<glm::vec3> points = cube_of_points(64 * 64);
  const std::vector<std::uint32_t> order = order_by_place(points);
  for (std::size_t first = 0; first < order.size(); first += 64) {
    glm::vec3 low(1e9f), high(-1e9f);
    for (std::size_t i = first; i < first + 64; ++i) {
      low = glm::min(low, points[order[i]]);
      high = glm::max(high, points[order[i]]);
    }
    // A sixty-fourth of the cube is a quarter wide on each side.
    EXPECT_LT(glm::distance(low, high), 60.0f);
  }
}

TEST(PlaceOrder, PointsAtOnePlaceKeepTheirOrder) {
  const std::vector<std::uint32_t> order = order_by_place(std::vector<glm::vec3>(100, {1, 2, 3}));
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

}  // namespace
}  // namespace render
