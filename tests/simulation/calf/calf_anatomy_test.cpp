#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "simulation/measure/surface_change.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::AnatomyMesh;
using simulation::BodySide;
using simulation::LegLoss;
using simulation::Sided;
using simulation::Structure;

Sided<LegLoss> both(const LegLoss& loss) {
  return {loss, loss};
}
Sided<simulation::LegDrive> driven(const LegLoss& loss) {
  return {{loss, {}}, {loss, {}}};
}

/// Distance from the skin's outline at the point's height, inward positive.
double depth_mm(const CalfBody& body, const std::vector<glm::vec3>& skin, BodySide side,
                const glm::dvec3& p) {
  const auto& frame = body.surface.tape(side).frame();
  const double t = frame.t_of(p);
  const auto loop = body.surface.tape(side).loop(skin, t);
  if (loop.empty()) return 1e9;
  const glm::dvec2 centre = simulation::loop_centroid_mm(loop);
  const glm::dvec3 rel = p - frame.axis_point_mm(t);
  const glm::dvec2 at = glm::dvec2(glm::dot(rel, frame.posterior), glm::dot(rel, frame.medial)) - centre;
  return simulation::loop_radius_mm(loop, centre, std::atan2(at.y, at.x)) - glm::length(at);
}

class CalfAnatomy : public testing::TestWithParam<LegLoss> {};

TEST_P(CalfAnatomy, StaysUnderTheSkin) {
  for (const auto& person :
       {person_of(36.4, 20.0, 7.0), person_of(40.0, 27.0, 3.0), person_of(32.0, 13.0, 12.0)}) {
    const CalfBody body(person);
    const auto skin = body.at(both(GetParam()));
    for (const AnatomyMesh& mesh : body.surface.anatomy(driven(GetParam()))) {
      if (mesh.side != BodySide::left) continue;
      double least = 1e9;
      for (std::size_t i = 0; i < mesh.positions_mm.size(); i += 11) {
        const double t = body.surface.tape(BodySide::left).frame().t_of(mesh.positions_mm[i]);
        if (t > -0.28 && t < 1.1)
          least = std::min(least, depth_mm(body, skin, BodySide::left, mesh.positions_mm[i]));
      }
      EXPECT_GT(least, 0.5) << "structure " << static_cast<int>(mesh.structure);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Losses, CalfAnatomy,
                         testing::Values(LegLoss{}, LegLoss{0.2, 0.2, -0.1}, LegLoss{0.4, 0.4, -0.1},
                                         LegLoss{0.4, 0.0, 0.0}));

TEST(CalfAnatomyMesh, IsClosedAndFacesOutward) {
  const CalfBody body;
  for (const AnatomyMesh& mesh : body.surface.anatomy({})) {
    // Closed: as many edges one way as the other.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges, turned;
    for (const glm::uvec3& t : mesh.triangles) {
      for (int k = 0; k < 3; ++k) {
        edges.emplace_back(t[k], t[(k + 1) % 3]);
        turned.emplace_back(t[(k + 1) % 3], t[k]);
      }
    }
    std::sort(edges.begin(), edges.end());
    std::sort(turned.begin(), turned.end());
    ASSERT_EQ(edges, turned) << static_cast<int>(mesh.structure);
    EXPECT_GT(simulation::mesh_volume_mm3(mesh.positions_mm, mesh.triangles), 1000.0)
        << static_cast<int>(mesh.structure);
    EXPECT_EQ(mesh.normals.size(), mesh.positions_mm.size());
    EXPECT_EQ(mesh.uvs.size(), mesh.positions_mm.size());
    EXPECT_EQ(mesh.fleshiness.size(), mesh.positions_mm.size());
  }
}

TEST(CalfAnatomyMesh, HoldsTheVolumeOfTheModel) {
  const CalfBody body;
  const auto r = body.surface.response(BodySide::left);
  const std::map<Structure, double> volumes{{Structure::gastrocnemius_medial, r.medial_ml},
                                            {Structure::gastrocnemius_lateral, r.lateral_ml},
                                            {Structure::soleus, r.soleus_ml}};
  const LegLoss loss{0.3, 0.2, -0.1};
  const std::map<Structure, double> lost{{Structure::gastrocnemius_medial, 0.3},
                                         {Structure::gastrocnemius_lateral, 0.2},
                                         {Structure::soleus, -0.1}};
  const auto before = body.surface.anatomy({});
  const auto after = body.surface.anatomy(driven(loss));
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].triangles, after[i].triangles);
    if (before[i].side != BodySide::left || !volumes.contains(before[i].structure)) continue;
    const double ml = simulation::mesh_volume_mm3(before[i].positions_mm, before[i].triangles) / 1000.0;
    const double now = simulation::mesh_volume_mm3(after[i].positions_mm, after[i].triangles) / 1000.0;
    EXPECT_NEAR(ml, volumes.at(before[i].structure), 0.04 * ml);
    EXPECT_NEAR(1.0 - now / ml, lost.at(before[i].structure), 0.03);
  }
}

TEST(CalfFat, ReachesFromUnderTheSkinAsDeepAsThePersonsFat) {
  for (const double fat_mm : {3.0, 7.0, 12.0}) {
    const CalfBody body(person_of(36.4, 18.0, fat_mm));
    const auto skin = body.rest();
    const auto sheets = body.surface.fat({});
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].structure, Structure::subcutaneous_fat);
    double least = 1e9, most = 0.0;
    for (const glm::vec3& p : sheets[0].positions_mm) {
      const double t = body.surface.tape(BodySide::left).frame().t_of(p);
      if (t < 0.1 || t > 0.5) continue;
      const double depth = depth_mm(body, skin, BodySide::left, p);
      least = std::min(least, depth);
      most = std::max(most, depth);
    }
    // Skin and, at the floor of the cut, skin and all of the fat behind the leg.
    EXPECT_GT(least, 0.8);
    EXPECT_LT(least, 2.4);
    EXPECT_NEAR(most - least, fat_mm, 0.12 * fat_mm + 0.5);
  }
}

TEST(CalfFat, IsCutOpenOverTheInnerHeadAndTheLegsAreMirrored) {
  const CalfBody body(person_of(36.4, 18.0, 7.0));
  const auto sheets = body.surface.fat({});
  // Facing outward.
  for (const AnatomyMesh& sheet : sheets) {
    std::size_t outward = 0;
    const auto& frame = body.surface.tape(sheet.side).frame();
    for (std::size_t i = 0; i < sheet.positions_mm.size(); ++i) {
      const glm::dvec3 p = sheet.positions_mm[i];
      outward += glm::dot(p - frame.axis_point_mm(frame.t_of(p)), glm::dvec3(sheet.normals[i])) > 0.0;
    }
    EXPECT_GT(outward, sheet.positions_mm.size() * 9 / 10);
  }
  const glm::uvec3& first = sheets[0].triangles.front();
  EXPECT_EQ(sheets[0].triangles.size(), sheets[1].triangles.size());
  EXPECT_EQ(sheets[1].triangles.front(), glm::uvec3(first.x, first.z, first.y));
}

}  // namespace
