#include "render/camera/pick.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>
#include <stdexcept>
#include <vector>

namespace render {
namespace {

// Two squares of 20 mm facing +Z, at z = 0 and z = -10.
const std::vector<glm::vec3> kPoints{{-10, -10, 0},   {10, -10, 0},   {10, 10, 0},   {-10, 10, 0},
                                     {-10, -10, -10}, {10, -10, -10}, {10, 10, -10}, {-10, 10, -10}};
const std::vector<glm::uvec3> kTriangles{{4, 5, 6}, {4, 6, 7}, {0, 1, 2}, {0, 2, 3}};

TEST(Pick, FindsTheNearestTriangleWhereItShould) {
  const auto hit = pick(kPoints, kTriangles, {{4.0, -3.0, 100.0}, {0.0, 0.0, -1.0}});
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->triangle, 2u);
  EXPECT_NEAR(hit->distance_mm, 100.0, 1e-12);
  EXPECT_LT(glm::length(hit->position_mm - glm::dvec3(4, -3, 0)), 1e-12);
  glm::dvec3 rebuilt(0.0);
  for (int k = 0; k < 3; ++k) rebuilt += hit->barycentric[k] * glm::dvec3(kPoints[kTriangles[2][k]]);
  EXPECT_LT(glm::length(rebuilt - hit->position_mm), 1e-12);
}

TEST(Pick, SeesBothSides) {
  const auto hit = pick(kPoints, kTriangles, {{-4.0, 3.0, -100.0}, {0.0, 0.0, 1.0}});
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->triangle, 1u);
  EXPECT_NEAR(hit->distance_mm, 90.0, 1e-12);
}

TEST(Pick, MissesWhatIsBesideOrBehind) {
  EXPECT_FALSE(pick(kPoints, kTriangles, {{10.001, 0.0, 100.0}, {0.0, 0.0, -1.0}}));
  EXPECT_FALSE(pick(kPoints, kTriangles, {{0.0, 0.0, 100.0}, {0.0, 0.0, 1.0}}));
  EXPECT_FALSE(pick(kPoints, kTriangles, {{0.0, 0.0, 100.0}, {1.0, 0.0, 0.0}}));
}

TEST(Pick, GoesThroughTheCamera) {
  const Framing framing{{0.0, 0.0, 0.0}, 40.0, 40.0, 40.0, false, false};
  for (const bool orthographic : {false, true}) {
    Framing used = framing;
    used.orthographic = orthographic;
    const Camera camera = orbit(standard_camera(StandardView::front, used, 1.5), 0.3, 0.2);
    const glm::dvec3 wanted(6.0, 2.0, 0.0);
    const auto hit = pick(kPoints, kTriangles, ray_through(camera, to_ndc(camera, wanted, 1.5), 1.5));
    ASSERT_TRUE(hit);
    EXPECT_LT(glm::length(hit->position_mm - wanted), 1e-9);
  }
}

TEST(Pick, RejectsTrianglesWithoutPoints) {
  const std::vector<glm::uvec3> broken{{0, 1, 8}};
  EXPECT_THROW(pick(kPoints, broken, Ray{}), std::out_of_range);
}

}  // namespace
}  // namespace render
