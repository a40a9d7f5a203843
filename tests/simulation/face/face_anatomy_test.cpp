#include "simulation/face/face_anatomy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>

#include "tests/simulation/face/mask.h"
#include "tests/simulation/helpers.h"

namespace {

using namespace simulation;

constexpr double kAxisZ = 49.0;

/// A head as a plain egg-shaped tube about the axis that the outline uses.
const shapes::Mesh& egg() {
  static const shapes::Mesh mesh = shapes::tube(
      800, 500, 150, 200,
      [](double s, double a) {
        return (95.0 + 6.0 * std::sin(3.0 * s)) * (1.0 - 0.15 * std::pow(std::sin(a), 2));
      },
      [](double) { return glm::dvec3(0, 0, kAxisZ); });
  return mesh;
}

double skin_radius(double s, double a) {
  return (95.0 + 6.0 * std::sin(3.0 * s)) * (1.0 - 0.15 * std::pow(std::sin(a), 2));
}

TEST(HeadOutline, ReadsTheRadiusOfAKnownShape) {
  const HeadOutline head(egg().points_mm, egg().triangles, kAxisZ, 540, 780);
  for (const double y : {560.0, 640.0, 700.0, 760.0}) {
    for (const double angle : {-1.2, -0.4, 0.0, 0.7, 1.5}) {
      EXPECT_NEAR(head.radius_mm(angle, y), skin_radius((800.0 - y) / 300.0, angle), 0.15);
    }
  }
}

TEST(HeadOutline, FindsADirectionFromTheFront) {
  const HeadOutline head(egg().points_mm, egg().triangles, kAxisZ, 540, 780);
  for (const double x : {-50.0, 0.0, 30.0}) {
    EXPECT_NEAR(head.point_mm(head.angle_at(x, 680.0), 680.0, 0.0).x, x, 0.01);
  }
}

TEST(FaceAnatomy, IsClosedSymmetricAndUnderTheSkin) {
  const FaceAnatomy anatomy(egg().points_mm, egg().triangles, mask::landmarks());
  const auto meshes = anatomy.under(egg().points_mm);
  std::map<std::pair<Structure, BodySide>, glm::dvec3> middles;
  for (const AnatomyMesh& mesh : meshes) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const glm::uvec3& t : mesh.triangles) {
      for (int k = 0; k < 3; ++k) ++edges[{t[k], t[(k + 1) % 3]}];
    }
    for (const auto& [edge, count] : edges) {
      const auto back = edges.find({edge.second, edge.first});
      ASSERT_NE(back, edges.end()) << static_cast<int>(mesh.structure);
      // Two sheets of a lattice surface may touch along an edge; each is closed by itself.
      ASSERT_EQ(count, back->second) << static_cast<int>(mesh.structure);
    }
    glm::dvec3 sum(0.0);
    for (const glm::vec3& p : mesh.positions_mm) {
      const double angle = std::atan2(p.x, p.z - kAxisZ);
      const double depth = skin_radius((800.0 - p.y) / 300.0, angle) - std::hypot(p.x, p.z - kAxisZ);
      EXPECT_GT(depth, 1.5) << static_cast<int>(mesh.structure);
      if (mesh.tissue == Tissue::muscle) {
        EXPECT_LT(depth, 15.0) << static_cast<int>(mesh.structure);
      }
      sum += p;
    }
    middles[{mesh.structure, mesh.side}] = sum / static_cast<double>(mesh.positions_mm.size());
  }
  for (const auto& [key, middle] : middles) {
    if (key.second == BodySide::right) continue;
    if (!middles.contains({key.first, BodySide::right})) {
      EXPECT_NEAR(middle.x, 0.0, 0.05) << static_cast<int>(key.first);
      continue;
    }
    const glm::dvec3 other = middles.at({key.first, BodySide::right});
    EXPECT_NEAR(middle.x, -other.x, 0.05);
    EXPECT_NEAR(middle.y, other.y, 0.05);
    EXPECT_NEAR(middle.z, other.z, 0.05);
  }
}

TEST(FaceAnatomy, MusclesFollowTheSkinAndBoneStays) {
  const FaceAnatomy anatomy(egg().points_mm, egg().triangles, mask::landmarks());
  std::vector<glm::vec3> moved = egg().points_mm;
  for (glm::vec3& p : moved) p += glm::vec3(1.0F, -2.0F, 0.5F);
  const auto rest = anatomy.under(egg().points_mm);
  const auto now = anatomy.under(moved);
  for (std::size_t m = 0; m < rest.size(); ++m) {
    if (rest[m].tissue == Tissue::bone) {
      EXPECT_EQ(now[m].positions_mm, rest[m].positions_mm);
      continue;
    }
    for (std::size_t i = 0; i < rest[m].positions_mm.size(); ++i) {
      EXPECT_NEAR(now[m].positions_mm[i].y - rest[m].positions_mm[i].y, -2.0F, 1e-3F);
    }
  }
}

}  // namespace
