#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>
#include <numbers>

#include "simulation/error.h"
#include "simulation/measure/surface_change.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/helpers.h"

namespace {

using simulation::mesh_volume_mm3;
using simulation::signed_displacement_mm;
using simulation::vertex_normals;

shapes::Mesh cylinder() {
  return shapes::tube(
      100, -100, 20, 256, [](double, double) { return 50.0; }, [](double) { return glm::dvec3(0); });
}

TEST(VertexNormals, PointOutwardOnACylinder) {
  const shapes::Mesh m = cylinder();
  std::vector<glm::vec3> normals(m.points_mm.size());
  vertex_normals(m.points_mm, m.triangles, normals);
  for (std::size_t i = 256; i < 20 * 256; ++i) {
    const glm::vec3 out = glm::normalize(glm::vec3(m.points_mm[i].x, 0.0F, m.points_mm[i].z));
    EXPECT_GT(glm::dot(out, normals[i]), 0.9999F);
    EXPECT_NEAR(glm::length(normals[i]), 1.0F, 1e-5F);
  }
}

TEST(VertexNormals, AreFiniteForPointsWithoutArea) {
  const std::vector<glm::vec3> points{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {5, 5, 5}};
  const std::vector<glm::uvec3> triangles{{0, 1, 2}};
  std::vector<glm::vec3> normals(4);
  vertex_normals(points, triangles, normals);
  for (const glm::vec3& n : normals) EXPECT_EQ(n, glm::vec3(0, 1, 0));
}

TEST(VertexNormals, RefuseAWrongCount) {
  const shapes::Mesh m = cylinder();
  std::vector<glm::vec3> normals(3);
  EXPECT_THROW(vertex_normals(m.points_mm, m.triangles, normals), simulation::InputError);
}

TEST(SignedDisplacement, IsTheDistanceOfAnOffset) {
  const shapes::Mesh m = cylinder();
  std::vector<glm::vec3> normals(m.points_mm.size());
  vertex_normals(m.points_mm, m.triangles, normals);
  std::vector<glm::vec3> moved = m.points_mm;
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += normals[i] * -2.5F;
  for (const float d : signed_displacement_mm(m.points_mm, normals, moved)) EXPECT_NEAR(d, -2.5F, 1e-4F);
  for (const float d : signed_displacement_mm(m.points_mm, normals, m.points_mm)) EXPECT_EQ(d, 0.0F);
}

TEST(MeshVolume, OfACylinder) {
  const shapes::Mesh m = cylinder();
  // A 256-gon holds sin(x)/x of its circle.
  const double x = 2 * std::numbers::pi / 256;
  EXPECT_NEAR(mesh_volume_mm3(m.points_mm, m.triangles), std::numbers::pi * 50 * 50 * 200 * std::sin(x) / x,
              20.0);
}

TEST(MeshVolume, DoesNotDependOnPlace) {
  shapes::Mesh m = cylinder();
  const double here = mesh_volume_mm3(m.points_mm, m.triangles);
  for (glm::vec3& p : m.points_mm) p += glm::vec3(1000.0F, 0.0F, -500.0F);
  EXPECT_NEAR(mesh_volume_mm3(m.points_mm, m.triangles) / here, 1.0, 1e-5);
}

TEST(MeshVolume, OfAnOpenMeshChangesByWhatMoved) {
  // The lid at the top is missing; the wall moves inward between fixed rims, the first point with it.
  const auto open_tube = [](double dent) {
    shapes::Mesh m = shapes::tube(
        100, -100, 40, 256,
        [dent](double s, double) { return 50.0 - dent * std::pow(std::sin(std::numbers::pi * s), 2); },
        [](double) { return glm::dvec3(30, 0, 10); });
    std::swap(m.points_mm.front(), m.points_mm[20 * 256]);  // a moving point comes first
    for (glm::uvec3& t : m.triangles)
      for (int k = 0; k < 3; ++k) t[k] = t[k] == 0 ? 20 * 256 : (t[k] == 20 * 256 ? 0 : t[k]);
    m.triangles.resize(m.triangles.size() - 512);
    return m;
  };
  const shapes::Mesh before = open_tube(0.0), after = open_tube(2.0);
  // pi * integral of r0^2 - (r0 - d sin^2)^2 over 200 mm.
  const double lost = std::numbers::pi * 200.0 * (2.0 * 50.0 * 2.0 * 0.5 - 4.0 * 0.375);
  EXPECT_NEAR(
      mesh_volume_mm3(before.points_mm, before.triangles) - mesh_volume_mm3(after.points_mm, after.triangles),
      lost, 0.01 * lost);
}

}  // namespace
