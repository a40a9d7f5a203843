#include "assets/bake/ready.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "assets/bake/files.h"
#include "render/file/sha256.h"
#include "render/mesh/assimp_file.h"
#include "render/mesh/baked_mesh.h"
#include "render/mesh/morph.h"
#include "render/mesh/subdivision.h"
#include "tests/assets/baked_mesh.h"

namespace {

using testing::ElementsAreArray;
using Section = render::BakedMesh::Section;

class ReadyMesh : public testing::TestWithParam<const char*> {
 protected:
  const std::filesystem::path glb = baked::folder() / "meshes" / (std::string(GetParam()) + ".glb");
  const std::filesystem::path ready = baked::folder() / "meshes" / (std::string(GetParam()) + ".mesh");
};

TEST_P(ReadyMesh, IsMadeOfTheGlbBesideIt) {
  std::vector<std::string> names;
  const nlohmann::json manifest = nlohmann::json::parse(baked::manifest_text());
  for (const auto& mesh : manifest.at("meshes"))
    if (mesh.at("name") == GetParam()) names = mesh.at("landmarks").get<std::vector<std::string>>();
  EXPECT_TRUE(bake::ready_mesh(glb, names, render::sha256_of_bytes(bake::read_bytes(glb))) ==
              bake::read_bytes(ready));
}

// The way before there was such a file: the importer's cages, subdivided at the start of the program.
TEST_P(ReadyMesh, IsWhatSubdividingTheGlbGives) {
  const std::map<std::string, int> levels{{"skin", 2}, {"eyes", 2}, {"cornea", 2}, {"teeth", 0}};
  const render::BakedMesh mesh = render::BakedMesh::open(ready);
  for (const Section s : {Section::drawn, Section::landmarks, Section::shapes, Section::refined})
    mesh.verify(s);
  std::size_t next = 0;
  for (const render::Cage& cage : render::read_mesh_file(glb, render::MeshSource::asset)) {
    if (cage.name == "landmarks") {
      EXPECT_THAT(mesh.landmarks().cage_mm, ElementsAreArray(cage.positions_mm));
      continue;
    }
    ASSERT_LT(next, mesh.parts().size());
    const render::BakedPart& part = mesh.parts()[next++];
    SCOPED_TRACE(cage.name);
    EXPECT_EQ(part.name, cage.name);
    EXPECT_EQ(part.material, cage.material);
    const auto level = levels.find(cage.name);
    const render::Subdivision made(cage, level == levels.end() ? 1 : level->second);
    const render::Topology& read = part.refinement.topology();
    EXPECT_TRUE(std::ranges::equal(read.vertex_point, made.topology().vertex_point));
    EXPECT_TRUE(std::ranges::equal(read.vertex_uv, made.topology().vertex_uv));
    EXPECT_TRUE(std::ranges::equal(read.triangles, made.topology().triangles));
    EXPECT_TRUE(std::ranges::equal(read.point_triangles, made.topology().point_triangles));

    ASSERT_EQ(part.targets.size(), cage.targets.size());
    std::vector<glm::vec3> shaped(cage.positions_mm), from_file(part.cage_mm.begin(), part.cage_mm.end());
    std::size_t unit = 0;
    for (std::size_t t = 0; t < cage.targets.size(); ++t) {
      ASSERT_EQ(part.targets[t].name, cage.targets[t].name);
      const float weight = 0.01f * static_cast<float>(t % 7);
      render::add_scaled(shaped, cage.targets[t], weight);
      render::add_scaled(from_file, part.targets[t], weight);
      if (!cage.targets[t].name.starts_with("expression/units/")) continue;
      const render::MorphTarget refined = made.refine(cage.targets[t]);
      ASSERT_LT(unit, part.refined.size());
      EXPECT_EQ(part.refined[unit].name, refined.name);
      EXPECT_TRUE(std::ranges::equal(part.refined[unit].points, refined.points));
      EXPECT_TRUE(std::ranges::equal(part.refined[unit].deltas_mm, refined.deltas_mm));
      ++unit;
    }
    EXPECT_EQ(unit, part.refined.size());
    std::vector<glm::vec3> fine(made.point_count()), fine_from_file(part.refinement.point_count());
    made.refine(shaped, fine);
    part.refinement.refine(from_file, fine_from_file);
    EXPECT_TRUE(fine == fine_from_file);
  }
  EXPECT_EQ(next, mesh.parts().size());
}

INSTANTIATE_TEST_SUITE_P(Regions, ReadyMesh, testing::Values("calf", "face"));

}  // namespace
