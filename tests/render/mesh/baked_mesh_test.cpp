#include "render/mesh/baked_mesh.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/error.h"
#include "render/file/whole_file.h"
#include "render/mesh/subdivision.h"
#include "tests/render/mesh/cube.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::ElementsAreArray;
using Section = BakedMesh::Section;

Cage skin() {
  Cage cage = make_cube();
  cage.name = "skin";
  cage.material = "skin";
  cage.targets = {{"macrodetails/tall", {0, 3}, {{0, 5, 0}, {0, 4, 1}}},
                  {"expression/units/asian/frown", {7}, {{1, 2, 3}}}};
  return cage;
}

Cage landmarks() {
  Cage cage;
  cage.name = "landmarks";
  cage.positions_mm = {{1, 2, 3}, {4, 5, 6}};
  cage.targets = {{"macrodetails/tall", {1}, {{0, 9, 0}}}, {"expression/units/asian/frown", {}, {}}};
  return cage;
}

std::vector<std::uint8_t> encoded(const std::vector<Cage>& cages, const std::vector<int>& levels,
                                  const std::vector<std::string>& names = {"knee", "heel"}) {
  return BakedMesh::encode({cages, levels, "expression/units/", names, "0123"});
}

TEST(BakedMesh, HoldsWhatSubdivisionMakes) {
  const ScratchFolder folder;
  const Cage cage = skin();
  write_whole_file(folder / "calf.mesh", encoded({cage, landmarks()}, {2, 0}));
  const BakedMesh mesh = BakedMesh::open(folder / "calf.mesh");
  for (const Section section : {Section::drawn, Section::landmarks, Section::shapes, Section::refined})
    mesh.verify(section);
  EXPECT_EQ(mesh.source_sha256(), "0123");
  EXPECT_THAT(mesh.landmark_names(), testing::ElementsAre("knee", "heel"));
  EXPECT_THAT(mesh.landmarks().cage_mm, ElementsAreArray(landmarks().positions_mm));
  EXPECT_THAT(mesh.landmarks().targets.at(0).points, testing::ElementsAre(1));

  ASSERT_EQ(mesh.parts().size(), 1u);
  const BakedPart& part = mesh.parts().front();
  const Subdivision made(cage, 2);
  EXPECT_EQ(part.name, "skin");
  EXPECT_EQ(part.material, "skin");
  EXPECT_EQ(part.refinement.point_count(), made.point_count());
  EXPECT_THAT(part.refinement.topology().vertex_point, ElementsAreArray(made.topology().vertex_point));
  EXPECT_THAT(part.refinement.topology().vertex_uv, ElementsAreArray(made.topology().vertex_uv));
  EXPECT_THAT(part.refinement.topology().triangles, ElementsAreArray(made.topology().triangles));
  EXPECT_THAT(part.refinement.topology().point_triangles, ElementsAreArray(made.topology().point_triangles));
  std::vector<glm::vec3> expected(made.point_count()), read(made.point_count());
  made.refine(cage.positions_mm, expected);
  part.refinement.refine(part.cage_mm, read);
  EXPECT_EQ(read, expected);

  ASSERT_EQ(part.targets.size(), 2u);
  EXPECT_EQ(part.targets[0].name, "macrodetails/tall");
  EXPECT_THAT(part.targets[0].deltas_mm, ElementsAreArray(cage.targets[0].deltas_mm));
  ASSERT_EQ(part.refined.size(), 1u);
  const MorphTarget frown = made.refine(cage.targets[1]);
  EXPECT_EQ(part.refined[0].name, frown.name);
  EXPECT_THAT(part.refined[0].points, ElementsAreArray(frown.points));
  EXPECT_THAT(part.refined[0].deltas_mm, ElementsAreArray(frown.deltas_mm));
}

TEST(BakedMesh, SameSourceSameBytes) {
  EXPECT_EQ(encoded({skin(), landmarks()}, {1, 0}), encoded({skin(), landmarks()}, {1, 0}));
  EXPECT_NE(encoded({skin(), landmarks()}, {1, 0}), encoded({skin(), landmarks()}, {2, 0}));
}

TEST(BakedMesh, WhatDoesNotFitIsRefused) {
  EXPECT_THROW(encoded({skin(), landmarks()}, {1, 0}, {"knee"}), AssetError);
  EXPECT_THROW(encoded({skin()}, {1}), AssetError);
  EXPECT_THROW(encoded({landmarks(), skin()}, {0, 1}), AssetError);
  const ScratchFolder folder;
  write_text(folder / "calf.mesh", "glTF");
  EXPECT_THROW(BakedMesh::open(folder / "calf.mesh"), AssetError);
}

}  // namespace
}  // namespace render
