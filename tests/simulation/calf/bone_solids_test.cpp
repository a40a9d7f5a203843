#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "simulation/calf/bone_mesh.h"
#include "simulation/calf/bone_solids.h"
#include "simulation/measure/surface_change.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::AnatomyMesh;
using simulation::BodySide;
using simulation::LegBones;
using simulation::LegOutline;

struct Bones {
  CalfBody body;
  std::vector<glm::vec3> skin;
  LegOutline outline;
  LegBones bones;

  explicit Bones(const simulation::Person& person, BodySide side)
      : body(person), skin(body.rest()), outline(body.surface.tape(side), skin), bones(outline, skin) {}
};

/// Where two bones all but touch, a step off one may end in the other.
bool beside_another(const std::vector<AnatomyMesh>& meshes, const AnatomyMesh& own, const glm::vec3& p) {
  for (const AnatomyMesh& other : meshes) {
    if (&other == &own) continue;
    for (const glm::vec3& q : other.positions_mm) {
      if (glm::length(q - p) < 5.0F) return true;
    }
  }
  return false;
}

class BoneSolids : public testing::TestWithParam<BodySide> {};

TEST_P(BoneSolids, AreZeroOnTheirMeshesAndSignedBesideThem) {
  // The thin leg presses its bones flat under the skin.
  for (const auto& person : {person_of(36.4, 20.0, 7.0), person_of(30.0, 13.0, 4.0)}) {
    const Bones leg(person, GetParam());
    const auto meshes = simulation::leg_bones(leg.bones, leg.outline);
    for (const AnatomyMesh& mesh : meshes) {
      double farthest = 0.0;
      int wrong = 0;
      int seen = 0;
      for (std::size_t i = 0; i < mesh.positions_mm.size(); i += 7) {
        const glm::dvec3 p = mesh.positions_mm[i];
        // At the ankle bones reach into one another.
        if (beside_another(meshes, mesh, p) || leg.bones.distance_mm(p) < -5.0) continue;
        ++seen;
        const glm::dvec3 n = mesh.normals[i];
        farthest = std::max(farthest, std::abs(leg.bones.distance_mm(p)));
        wrong += leg.bones.distance_mm(p - n * 1.5) < 0.0 ? 0 : 1;
        wrong += leg.bones.distance_mm(p + n * 1.5) > 0.0 ? 0 : 1;
      }
      EXPECT_GT(seen, 20);
      EXPECT_LT(farthest, 1.0) << "structure " << static_cast<int>(mesh.structure);
      EXPECT_LE(wrong, seen / 25) << "structure " << static_cast<int>(mesh.structure);
    }
  }
}

TEST_P(BoneSolids, FarPointsGetNoMoreThanTheTrueDistance) {
  const Bones leg(person_of(36.4, 20.0, 7.0), GetParam());
  const auto meshes = simulation::leg_bones(leg.bones, leg.outline);
  const auto& frame = leg.outline.frame();
  int far = 0;
  for (double t = -0.25; t < 1.05; t += 0.13) {
    for (double theta = -3.0; theta < 3.1; theta += 0.6) {
      for (const double r : {20.0, 45.0, 70.0, 160.0}) {
        const glm::dvec3 p = leg.outline.point_mm(t, theta, r);
        double nearest = 1e9;
        for (const AnatomyMesh& mesh : meshes) {
          for (const glm::vec3& q : mesh.positions_mm)
            nearest = std::min(nearest, glm::length(glm::dvec3(q) - p));
        }
        const double told = leg.bones.distance_mm(p);
        if (told < LegBones::kFarMm) continue;
        ++far;
        EXPECT_LE(told, nearest + 1.0) << "t " << t << " theta " << theta << " r " << r;
      }
    }
  }
  EXPECT_GT(far, 60);
  EXPECT_GT(leg.bones.distance_mm(frame.knee_mm + frame.posterior * 500.0), 300.0);
}

TEST_P(BoneSolids, NoBoneReachesTheSkin) {
  const Bones leg(person_of(30.0, 13.0, 4.0), GetParam());
  for (const glm::vec3& p : leg.skin) {
    if (leg.outline.frame().t_of(p) < 1.0) {
      EXPECT_GT(leg.bones.distance_mm(p), 0.5);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sides, BoneSolids, testing::Values(BodySide::left, BodySide::right));

}  // namespace
