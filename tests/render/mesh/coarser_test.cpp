#include "render/mesh/coarser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <map>
#include <set>

#include "render/mesh/subdivision.h"
#include "tests/render/mesh/cube.h"

namespace render {
namespace {

Cage tetrahedron() {
  Cage cage;
  cage.name = "tetrahedron";
  cage.positions_mm = {{100, 100, 100}, {-100, -100, 100}, {-100, 100, -100}, {100, -100, -100}};
  cage.face_points = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
  cage.face_sizes.assign(4, 3);
  return cage;
}

std::set<std::uint32_t> used(std::span<const glm::uvec3> triangles) {
  std::set<std::uint32_t> vertices;
  for (const glm::uvec3& t : triangles) vertices.insert({t.x, t.y, t.z});
  return vertices;
}

double volume(const std::vector<glm::vec3>& points, const Topology& topology,
              std::span<const glm::uvec3> triangles) {
  double six_times = 0.0;
  const auto at = [&](std::uint32_t vertex) { return glm::dvec3(points[topology.vertex_point[vertex]]); };
  for (const glm::uvec3& t : triangles) six_times += glm::dot(at(t.x), glm::cross(at(t.y), at(t.z)));
  return six_times / 6.0;
}

TEST(Coarser, IsTheSurfaceOfOneLevelLess) {
  for (const Cage& cage : {make_cube(), tetrahedron()})
    for (int level = 1; level < 5; ++level) {
      const Subdivision fine(cage, level), coarse(cage, level - 1);
      const Topology& topology = fine.topology();
      const auto triangles = coarser_triangles(topology.triangles);
      EXPECT_EQ(triangles.size(), coarse.topology().triangles.size()) << cage.name << level;
      EXPECT_EQ(used(triangles).size(), coarse.topology().vertex_point.size()) << cage.name << level;
      // Closed, seen from outside, and nearly as large: chords of a surface that bulges.
      std::vector<glm::vec3> points(fine.point_count());
      fine.refine(cage.positions_mm, points);
      const double whole = volume(points, topology, topology.triangles);
      EXPECT_LT(volume(points, topology, triangles), whole);
      if (level == 4) {
        EXPECT_GT(volume(points, topology, triangles), 0.97 * whole) << cage.name;
      }
    }
}

TEST(Coarser, WhatIsKeptStaysHalvedAndNothingGapes) {
  for (const Cage& cage : {make_cube(), tetrahedron()}) {
    const Subdivision fine(cage, 4);
    const Topology& topology = fine.topology();
    std::vector<glm::vec3> points(fine.point_count());
    fine.refine(cage.positions_mm, points);
    std::vector<bool> keep(points.size());
    for (std::size_t i = 0; i < keep.size(); ++i) keep[i] = points[i].x + points[i].y > 40;
    const auto triangles = coarser_triangles(topology.triangles, topology.vertex_point, keep);
    EXPECT_GT(triangles.size(), topology.triangles.size() / 4 + 20) << cage.name;
    EXPECT_LT(triangles.size(), topology.triangles.size() * 3 / 4) << cage.name;
    const auto key = [](glm::uvec3 t) { return std::array{t.x, t.y, t.z}; };
    std::set<std::array<std::uint32_t, 3>> drawn;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;  // between points, each way
    for (const glm::uvec3& t : triangles) {
      drawn.insert(key(t));
      for (int i = 0; i < 3; ++i)
        ++edges[{topology.vertex_point[t[i]], topology.vertex_point[t[(i + 1) % 3]]}];
    }
    for (const glm::uvec3& t : topology.triangles) {
      if (keep[topology.vertex_point[t.x]]) {
        EXPECT_TRUE(drawn.contains(key(t))) << cage.name;
      }
    }
    for (const auto& [edge, count] : edges) {
      EXPECT_EQ(count, 1) << cage.name;
      EXPECT_TRUE(edges.contains({edge.second, edge.first})) << cage.name;
    }
    const double whole = volume(points, topology, topology.triangles);
    EXPECT_LT(volume(points, topology, triangles), whole);
    EXPECT_GT(volume(points, topology, triangles),
              volume(points, topology, coarser_triangles(topology.triangles)));
  }
}

TEST(Coarser, AnotherOrderGivesNone) {
  const Subdivision cube(make_cube(), 3);
  std::vector<glm::uvec3> triangles(cube.topology().triangles.begin(), cube.topology().triangles.end());
  std::reverse(triangles.begin(), triangles.end());
  EXPECT_TRUE(coarser_triangles(triangles).empty());
  EXPECT_TRUE(coarser_triangles(std::vector<glm::uvec3>{{0, 1, 2}}).empty());
  EXPECT_TRUE(coarser_triangles({}).empty());
}

}  // namespace
}  // namespace render
