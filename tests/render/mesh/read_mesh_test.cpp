#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "render/error.h"
#include "render/mesh/assimp_file.h"
#include "render/mesh/morph.h"
#include "tests/render/mesh/glb_fixture.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Two quads side by side; the middle edge is a uv seam, so its two points are two vertices each. With
// parting, a target pulls the seam's lower point apart.
FixturePart seam_part(bool parting) {
  FixturePart part;
  part.name = "skin";
  part.material = "skin";
  part.positions = {{0, 0, 0},  {10, 0, 0}, {10, 10, 0}, {0, 10, 0},
                    {10, 0, 0}, {20, 0, 0}, {20, 10, 0}, {10, 10, 0}};
  part.uvs = {{0, 1}, {0.4f, 1}, {0.4f, 0.5f}, {0, 0.5f}, {0.6f, 1}, {1, 1}, {1, 0.5f}, {0.6f, 0.5f}};
  part.indices = {0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7};
  std::vector<glm::vec3> lift(8, glm::vec3(0.0f));
  lift[1] = {0, 0, 2};
  lift[4] = parting ? glm::vec3(0, 0, 3) : glm::vec3(0, 0, 2);
  part.targets = {{"macrodetails/still", std::vector<glm::vec3>(8, glm::vec3(0.0f))}, {"lift", lift}};
  return part;
}

Cage read_first(const ScratchFolder& folder, const FixturePart& part, MeshSource source = MeshSource::asset) {
  GlbFixture fixture;
  fixture.add(part);
  write_text(folder / "part.glb", fixture.bytes());
  return read_mesh_file(folder / "part.glb", source).at(0);
}

TEST(ReadMesh, RestoresQuadsWeldsSeamsAndKeepsUvs) {
  const ScratchFolder folder;
  const Cage cage = read_first(folder, seam_part(false));
  EXPECT_EQ(cage.name, "skin");
  EXPECT_EQ(cage.material, "skin");
  EXPECT_THAT(cage.face_sizes, ElementsAre(4, 4));
  EXPECT_EQ(cage.positions_mm.size(), 6u);
  EXPECT_THAT(cage.face_points, ElementsAre(0, 1, 2, 3, 1, 4, 5, 2));
  ASSERT_EQ(cage.uvs.size(), 8u);
  // v goes up in a cage and down in the file.
  EXPECT_EQ(cage.uvs[cage.face_uvs[0]], glm::vec2(0.0f, 0.0f));
  EXPECT_EQ(cage.uvs[cage.face_uvs[2]], glm::vec2(0.4f, 0.5f));
  EXPECT_NE(cage.face_uvs[1], cage.face_uvs[4]);
}

TEST(ReadMesh, KeepsEveryTargetByNameAndSparse) {
  const ScratchFolder folder;
  const Cage cage = read_first(folder, seam_part(false));
  ASSERT_EQ(cage.targets.size(), 2u);
  EXPECT_EQ(cage.targets[0].name, "macrodetails/still");
  EXPECT_TRUE(cage.targets[0].points.empty());
  ASSERT_NE(find_target(cage.targets, "lift"), nullptr);
  EXPECT_THAT(find_target(cage.targets, "lift")->points, ElementsAre(1));
  EXPECT_THAT(find_target(cage.targets, "lift")->deltas_mm, ElementsAre(glm::vec3(0, 0, 2)));
  EXPECT_EQ(find_target(cage.targets, "absent"), nullptr);
}

TEST(ReadMesh, DoesNotWeldPointsThatATargetParts) {
  const ScratchFolder folder;
  EXPECT_EQ(read_first(folder, seam_part(true)).positions_mm.size(), 7u);
}

TEST(ReadMesh, KeepsTrianglesOfUserMeshes) {
  const ScratchFolder folder;
  const Cage cage = read_first(folder, seam_part(false), MeshSource::user);
  EXPECT_THAT(cage.face_sizes, ElementsAre(3, 3, 3, 3));
  EXPECT_EQ(cage.positions_mm.size(), 6u);
}

TEST(ReadMesh, LandmarksAreAllKeptInOrder) {
  const ScratchFolder folder;
  FixturePart landmarks;
  landmarks.name = "landmarks";
  landmarks.material = "skin";
  landmarks.positions = {{5, 5, 5}, {1, 1, 1}, {5, 5, 5}, {0, 0, 0}};
  landmarks.indices = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
  landmarks.targets = {{"grow", {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}, {0, 0, 4}}}};
  GlbFixture fixture;
  fixture.add(seam_part(false));
  fixture.add(landmarks);
  write_text(folder / "both.glb", fixture.bytes());
  const std::vector<Cage> cages = read_mesh_file(folder / "both.glb", MeshSource::asset);
  ASSERT_EQ(cages.size(), 2u);
  EXPECT_EQ(cages[1].name, "landmarks");
  EXPECT_THAT(cages[1].positions_mm, ElementsAre(glm::vec3(5), glm::vec3(1), glm::vec3(5), glm::vec3(0)));
  EXPECT_TRUE(cages[1].face_sizes.empty());
  ASSERT_EQ(cages[1].targets.size(), 1u);
  EXPECT_THAT(cages[1].targets[0].points, ElementsAre(1, 3));
}

template <class Error>
std::string message_of(const std::filesystem::path& path, MeshSource source) {
  try {
    read_mesh_file(path, source);
  } catch (const Error& error) {
    return error.what();
  }
  ADD_FAILURE() << path << " was accepted";
  return {};
}

TEST(ReadMesh, SaysWhatIsWrongWithBrokenFiles) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "folder.glb");
  write_text(folder / "empty.glb", "");
  write_text(folder / "text.glb", "this is a letter, not a mesh");
  write_text(folder / "text.stl", "dear reader");
  write_text(folder / "notes.txt", "v 0 0 0");
  write_text(folder / "points.obj", "v 0 0 0\nv 10 0 0\nv 0 10 0\n");
  write_text(folder / "folded.obj", "v 0 0 0\nv 10 0 0\nv 0 0 0\nf 1 2 3\n");
  write_text(folder / "nan.obj", "v 0 0 0\nv nan 0 0\nv 0 10 0\nf 1 2 3\n");
  write_text(folder / "tiny.obj", "v 0 0 0\nv 0.01 0 0\nv 0 0.01 0\nf 1 2 3\n");
  write_text(folder / "huge.obj", "v 0 0 0\nv 1e9 0 0\nv 0 1e9 0\nf 1 2 3\n");
  write_text(folder / "index.obj", "v 0 0 0\nv 10 0 0\nv 0 10 0\nf 1 2 9\n");
  const std::pair<const char*, const char*> cases[] = {
      {"absent.glb", "not found"},    {"folder.glb", "is a folder"}, {"empty.glb", "is empty"},
      {"text.glb", "cannot be read"}, {"text.stl", "text.stl"},      {"notes.txt", "no known mesh format"},
      {"points.obj", "no faces"},     {"folded.obj", "no faces"},    {"nan.obj", "not a finite number"},
      {"tiny.obj", "expected 1 mm"},  {"huge.obj", "expected 1 mm"}, {"index.obj", "index.obj"}};
  for (const auto& [name, expected] : cases) {
    const std::string message = message_of<InputError>(folder / name, MeshSource::user);
    EXPECT_THAT(message, HasSubstr(expected));
    EXPECT_EQ(message.rfind((folder / name).string() + ": ", 0), 0u) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  }
  EXPECT_THAT(message_of<AssetError>(folder / "absent.glb", MeshSource::asset), HasSubstr("not found"));
}

TEST(ReadMesh, NeverAcceptsATruncatedGlb) {
  const ScratchFolder folder;
  GlbFixture fixture;
  fixture.add(seam_part(false));
  const std::string whole = fixture.bytes();
  for (std::size_t size = 1; size < whole.size(); size += 13) {
    write_text(folder / "cut.glb", whole.substr(0, size));
    EXPECT_THROW(read_mesh_file(folder / "cut.glb", MeshSource::user), InputError) << size;
  }
}

TEST(ReadMesh, RejectsPositionsThatAreNotNumbers) {
  const ScratchFolder folder;
  FixturePart part = seam_part(false);
  part.positions[3].y = std::numeric_limits<float>::quiet_NaN();
  GlbFixture fixture;
  fixture.add(part);
  write_text(folder / "nan.glb", fixture.bytes());
  EXPECT_THAT(message_of<AssetError>(folder / "nan.glb", MeshSource::asset), HasSubstr("skin: a position"));
}

}  // namespace
}  // namespace render
