#include "app/studio/fine_points.h"

#include <gtest/gtest.h>

namespace app {
namespace {

/// A square in the xy plane as two triangles, and beside it a strip that shares an edge.
render::Topology strip() {
  render::TopologyDraft draft;
  draft.point_count = 6;
  draft.point_triangles = {{0, 1, 4}, {0, 4, 3}, {1, 2, 5}, {1, 5, 4}};
  draft.triangles = draft.point_triangles;
  return std::move(draft).finished();
}
const std::vector<glm::vec3> kStrip{{0, 0, 0}, {10, 0, 0}, {20, 0, 0}, {0, 10, 0}, {10, 10, 0}, {20, 10, 0}};

TEST(FinePoints, OpenEdgesAreThoseOfOneTriangle) {
  // Six of them, two places each; the edges within have two triangles.
  EXPECT_EQ(open_edge_mm(strip(), kStrip).size(), 12u);
}

TEST(FinePoints, TheHemAndWhereHairBeginsAreFine) {
  const std::vector<glm::vec3> hem{{100, 0, 0}, {104, 0, 0}, {108, 0, 0}};
  const std::vector<glm::vec3> points{{104, 12, 0}, {104, 0, -12}, {104, 40, 0}, {-300, 0, 0}, {104, 0, 500}};
  const std::vector<bool> expected{true, true, false, false, false};
  EXPECT_EQ(fine_points(points, {}, hem), expected);
  const std::vector<float> hair{0, 0, 0.4f, 1, 0};
  EXPECT_EQ(fine_points(points, hair, {}), std::vector<bool>({false, false, true, false, false}));
}

}  // namespace
}  // namespace app
