#include "render/mesh/subdivision.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "render/error.h"
#include "render/mesh/morph.h"
#include "tests/render/mesh/cube.h"

namespace render {
namespace {

std::vector<glm::vec3> refined(const Subdivision& subdivision, const std::vector<glm::vec3>& cage) {
  std::vector<glm::vec3> points(subdivision.point_count());
  subdivision.refine(cage, points);
  return points;
}

bool contains(const std::vector<glm::vec3>& points, glm::vec3 wanted) {
  return std::any_of(points.begin(), points.end(),
                     [wanted](const glm::vec3& p) { return glm::length(p - wanted) < 1e-4f; });
}

std::vector<glm::vec3> random_points(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> spread(-50.0f, 50.0f);
  std::vector<glm::vec3> points(count);
  for (glm::vec3& p : points) p = {spread(random), spread(random), spread(random)};
  return points;
}

double volume(const std::vector<glm::vec3>& p, const SharedArray<glm::uvec3>& triangles) {
  double six_times = 0.0;
  for (const glm::uvec3& t : triangles) {
    six_times += glm::dot(glm::dvec3(p[t.x]), glm::cross(glm::dvec3(p[t.y]), glm::dvec3(p[t.z])));
  }
  return six_times / 6.0;
}

TEST(Subdivision, CubeCountsFollowEuler) {
  const Cage cube = make_cube();
  // Quads grow by 4 from 6; a closed quad sphere has faces + 2 points.
  const std::size_t quads[] = {6, 24, 96, 384};
  for (int level = 0; level < 4; ++level) {
    const Subdivision subdivision(cube, level);
    EXPECT_EQ(subdivision.point_count(), quads[level] + 2) << level;
    EXPECT_EQ(subdivision.topology().triangles.size(), 2 * quads[level]) << level;
    EXPECT_EQ(subdivision.topology().point_triangles.size(), 2 * quads[level]) << level;
  }
}

TEST(Subdivision, CubePointsOfLevelOneAreTheTextbookOnes) {
  const Cage cube = make_cube();
  const std::vector<glm::vec3> points = refined(Subdivision(cube, 1), cube.positions_mm);
  EXPECT_TRUE(contains(points, {0.0f, 0.0f, 100.0f}));                  // face: mean of its corners
  EXPECT_TRUE(contains(points, {0.0f, 75.0f, 75.0f}));                  // edge: mean of ends and face points
  EXPECT_TRUE(contains(points, {500.0f / 9, 500.0f / 9, 500.0f / 9}));  // corner of valence 3
}

TEST(Subdivision, CubeCornersApproachTheLimitSurface) {
  // The limit mask of a corner of valence 3 is (9 P + 4 sum(edge ends) + sum(face opposites)) / 24, which is
  // half the cube's corner at level 0.
  const Cage cube = make_cube();
  const float limit = 50.0f * std::sqrt(3.0f);
  const glm::vec3 diagonal = glm::normalize(glm::vec3(1.0f));
  float previous = 1e9f;
  for (int level = 1; level <= 4; ++level) {
    float farthest = 0.0f;
    for (const glm::vec3& p : refined(Subdivision(cube, level), cube.positions_mm)) {
      if (glm::length(p - glm::dot(p, diagonal) * diagonal) < 1e-2f) {
        farthest = std::max(farthest, glm::dot(p, diagonal));
      }
    }
    EXPECT_GT(farthest, limit);
    EXPECT_LT(farthest - limit, 0.5f * (previous - limit));
    previous = farthest;
  }
  EXPECT_NEAR(previous, limit, 0.1f);
}

TEST(Subdivision, IsLinear) {
  const Cage cube = make_cube();
  const Subdivision subdivision(cube, 3);
  const auto a = random_points(8, 1);
  const auto b = random_points(8, 2);
  std::vector<glm::vec3> sum(8);
  for (std::size_t i = 0; i < 8; ++i) sum[i] = a[i] + b[i];
  const auto ra = refined(subdivision, a);
  const auto rb = refined(subdivision, b);
  const auto rsum = refined(subdivision, sum);
  for (std::size_t i = 0; i < rsum.size(); ++i) EXPECT_LT(glm::length(rsum[i] - ra[i] - rb[i]), 1e-4f);
}

TEST(Subdivision, RefinedTargetMovesLikeTheRefinedCage) {
  const Cage cube = make_cube();
  for (int level = 0; level <= 2; ++level) {
    const Subdivision subdivision(cube, level);
    const MorphTarget target{"bulge", {2, 7}, {{3.0f, 0.0f, -1.0f}, {0.5f, 8.0f, 2.0f}}};
    std::vector<glm::vec3> moved_cage = cube.positions_mm;
    add_scaled(moved_cage, target, 0.7f);
    const auto expected = refined(subdivision, moved_cage);

    const MorphTarget fine = subdivision.refine(target);
    EXPECT_EQ(fine.name, "bulge");
    EXPECT_TRUE(std::is_sorted(fine.points.begin(), fine.points.end()));
    auto moved = refined(subdivision, cube.positions_mm);
    add_scaled(moved, fine, 0.7f);
    for (std::size_t i = 0; i < moved.size(); ++i) EXPECT_LT(glm::length(moved[i] - expected[i]), 1e-4f);
  }
}

TEST(Subdivision, RefinedTargetIsSparse) {
  const Subdivision subdivision(make_cube(), 3);
  const MorphTarget fine = subdivision.refine(MorphTarget{"one", {0}, {{1.0f, 0.0f, 0.0f}}});
  EXPECT_FALSE(fine.points.empty());
  EXPECT_LT(fine.points.size(), subdivision.point_count());
}

TEST(Subdivision, TrianglesFormAClosedSurfaceThatFacesOut) {
  const Cage cube = make_cube();
  for (int level = 0; level <= 2; ++level) {
    const Subdivision subdivision(cube, level);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const glm::uvec3& t : subdivision.topology().point_triangles) {
      for (int k = 0; k < 3; ++k) ++edges[{t[k], t[(k + 1) % 3]}];
    }
    for (const auto& [edge, count] : edges) {
      EXPECT_EQ(count, 1);
      EXPECT_TRUE(edges.contains({edge.second, edge.first}));
    }
    EXPECT_GT(volume(refined(subdivision, cube.positions_mm), subdivision.topology().point_triangles), 1e6);
  }
}

TEST(Subdivision, VerticesPartOnlyAtSeams) {
  Cage cube = make_cube();
  const Subdivision islands(cube, 1);
  // 6 islands of 3 x 3 vertices over 26 points.
  EXPECT_EQ(islands.topology().vertex_point.size(), 54u);
  for (std::size_t i = 0; i < islands.topology().triangles.size(); ++i) {
    for (int k = 0; k < 3; ++k) {
      EXPECT_EQ(islands.topology().vertex_point[islands.topology().triangles[i][k]],
                islands.topology().point_triangles[i][k]);
    }
  }
  cube.face_uvs.clear();
  cube.uvs.clear();
  const Subdivision plain(cube, 1);
  EXPECT_EQ(plain.topology().vertex_point.size(), plain.point_count());
}

TEST(Subdivision, IslandCornersKeepTheirUvs) {
  const Cage cube = make_cube();
  const Subdivision subdivision(cube, 2);
  const auto& uvs = subdivision.topology().vertex_uv;
  for (const glm::vec2& corner : cube.uvs) {
    EXPECT_TRUE(std::any_of(uvs.begin(), uvs.end(),
                            [corner](const glm::vec2& uv) { return glm::length(uv - corner) < 1e-6f; }));
  }
  for (const glm::vec2& uv : uvs) {
    EXPECT_GE(uv.x, -1e-6f);
    EXPECT_LE(uv.y, 0.1f + 1e-6f);
  }
}

TEST(Subdivision, OpenBorderStaysInItsPlane) {
  Cage sheet;
  sheet.positions_mm = {{0, 0, 0}, {10, 0, 0}, {10, 10, 0}, {0, 10, 0}};
  sheet.face_sizes = {4};
  sheet.face_points = {0, 1, 2, 3};
  const auto points = refined(Subdivision(sheet, 2), sheet.positions_mm);
  EXPECT_EQ(points.size(), 25u);
  for (const glm::vec3& corner : sheet.positions_mm) EXPECT_TRUE(contains(points, corner));
}

TEST(Subdivision, PointsWithoutFacesPassThrough) {
  Cage landmarks;
  landmarks.positions_mm = {{1, 2, 3}, {4, 5, 6}};
  const Subdivision subdivision(landmarks, 2);
  EXPECT_EQ(refined(subdivision, landmarks.positions_mm), landmarks.positions_mm);
  EXPECT_TRUE(subdivision.topology().triangles.empty());
}

TEST(Subdivision, SameOnEveryThread) {
  const Cage cube = make_cube();
  const Subdivision subdivision(cube, 4);
  const auto expected = refined(subdivision, cube.positions_mm);
  std::vector<std::vector<glm::vec3>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] { result = refined(subdivision, cube.positions_mm); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST(Subdivision, RejectsWhatDoesNotFit) {
  const Cage cube = make_cube();
  EXPECT_THROW(Subdivision(cube, -1), std::invalid_argument);
  EXPECT_THROW(Subdivision(cube, 7), std::invalid_argument);
  const Subdivision subdivision(cube, 1);
  std::vector<glm::vec3> points(3);
  EXPECT_THROW(subdivision.refine(cube.positions_mm, points), std::invalid_argument);
  EXPECT_THROW(subdivision.refine(MorphTarget{"far", {8}, {{1, 1, 1}}}), std::invalid_argument);
  Cage broken = cube;
  broken.face_points.back() = 99;
  EXPECT_THROW(Subdivision(broken, 1), AssetError);
}

TEST(Morph, AddsScaledDeltasAndChecksFirst) {
  std::vector<glm::vec3> points{{1, 2, 3}, {4, 5, 6}};
  const std::vector<glm::vec3> before = points;
  add_scaled(points, MorphTarget{"t", {1}, {{2, 0, -2}}}, 0.5f);
  EXPECT_EQ(points[0], before[0]);
  EXPECT_EQ(points[1], glm::vec3(5, 5, 5));
  points = before;
  EXPECT_THROW(add_scaled(points, MorphTarget{"t", {0, 9}, {{1, 1, 1}, {1, 1, 1}}}, 1.0f), std::out_of_range);
  EXPECT_EQ(points, before);
}

}  // namespace
}  // namespace render
