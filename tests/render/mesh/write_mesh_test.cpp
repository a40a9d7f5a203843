#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <glm/geometric.hpp>
#include <sstream>

#include "render/error.h"
#include "render/mesh/assimp_file.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::ElementsAre;

// A strip whose triangles name the vertices in order, so that also readers that number by first use keep it.
// Two vertices coincide in place but must stay two.
SurfaceMesh strip() {
  SurfaceMesh mesh;
  for (int i = 0; i < 40; ++i) {
    const float t = static_cast<float>(i) * 0.37f;
    mesh.positions_mm.emplace_back(1000.0f / 3.0f + 30.0f * std::sin(t), 1600.123f + t, 20.0f * std::cos(t));
    mesh.normals.push_back(glm::normalize(glm::vec3(std::sin(t), 0.1f, std::cos(t))));
    mesh.uvs.emplace_back(0.01f * static_cast<float>(i), 0.25f + 0.013f * static_cast<float>(i));
  }
  mesh.positions_mm[20] = mesh.positions_mm[5];
  mesh.normals[20] = mesh.normals[5];
  mesh.uvs[20] = mesh.uvs[5];
  for (std::uint32_t i = 0; i + 2 < 40; ++i) mesh.triangles.emplace_back(i, i + 1, i + 2);
  return mesh;
}

// Vertex positions as the file itself numbers them.
std::vector<glm::vec3> positions_in_obj(const std::filesystem::path& path) {
  std::vector<glm::vec3> found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string key;
    glm::vec3 p;
    if (words >> key >> p.x >> p.y >> p.z && key == "v") found.push_back(p);
  }
  return found;
}

std::vector<glm::vec3> positions_in_binary(const std::filesystem::path& path, std::size_t offset,
                                           std::size_t stride, std::size_t count) {
  const std::vector<std::uint8_t> bytes = bytes_of(path);
  std::vector<glm::vec3> found(count);
  for (std::size_t i = 0; i < count && offset + i * stride + 12 <= bytes.size(); ++i) {
    std::memcpy(&found[i], bytes.data() + offset + i * stride, 12);
  }
  return found;
}

std::size_t offset_behind(const std::filesystem::path& path, const std::string& marker) {
  const std::vector<std::uint8_t> bytes = bytes_of(path);
  const std::string text(bytes.begin(), bytes.end());
  return text.find(marker) + marker.size();
}

TEST(WriteMesh, EveryFormatReadsBackTheSameSurface) {
  const ScratchFolder folder;
  const SurfaceMesh mesh = strip();
  for (const char* name : {"a.glb", "a.ply", "a.stl", "a.obj"}) {
    write_mesh_file(folder / name, mesh);
    const std::vector<Cage> cages = read_mesh_file(folder / name, MeshSource::user);
    ASSERT_EQ(cages.size(), 1u) << name;
    const Cage& cage = cages[0];
    ASSERT_EQ(cage.face_sizes.size(), mesh.triangles.size()) << name;
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
      for (int k = 0; k < 3; ++k) {
        const glm::vec3 read = cage.positions_mm[cage.face_points[3 * i + static_cast<std::size_t>(k)]];
        // Bits are kept but in text, where the reader's own parsing is what it is.
        EXPECT_LT(glm::length(read - mesh.positions_mm[mesh.triangles[i][k]]), 2e-4f) << name;
      }
    }
  }
}

TEST(WriteMesh, KeepsVertexOrderAndBitsInTheFile) {
  const ScratchFolder folder;
  const SurfaceMesh mesh = strip();
  for (const char* name : {"a.glb", "a.ply", "a.obj"}) write_mesh_file(folder / name, mesh);
  EXPECT_EQ(positions_in_obj(folder / "a.obj"), mesh.positions_mm);
  const std::size_t ply = offset_behind(folder / "a.ply", "end_header\n");
  EXPECT_EQ(positions_in_binary(folder / "a.ply", ply, 24, 40), mesh.positions_mm);
  const std::size_t glb = offset_behind(folder / "a.glb", std::string("BIN\0", 4));
  EXPECT_EQ(positions_in_binary(folder / "a.glb", glb, 12, 40), mesh.positions_mm);
}

TEST(WriteMesh, StlHoldsTheCornersOfTheTriangles) {
  const ScratchFolder folder;
  const SurfaceMesh mesh = strip();
  write_mesh_file(folder / "a.stl", mesh);
  EXPECT_EQ(bytes_of(folder / "a.stl").size(), 84 + 50 * mesh.triangles.size());
  const auto first_corners = positions_in_binary(folder / "a.stl", 84 + 12, 50, mesh.triangles.size());
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    EXPECT_EQ(first_corners[i], mesh.positions_mm[mesh.triangles[i].x]);
  }
}

TEST(WriteMesh, KeepsUvsWhereTheFormatHasThem) {
  const ScratchFolder folder;
  const SurfaceMesh mesh = strip();
  for (const char* name : {"a.glb", "a.obj"}) {
    write_mesh_file(folder / name, mesh);
    const Cage cage = read_mesh_file(folder / name, MeshSource::user).at(0);
    ASSERT_EQ(cage.face_uvs.size(), 3 * mesh.triangles.size()) << name;
    for (std::size_t i = 0; i < cage.face_uvs.size(); ++i) {
      const glm::vec2 wanted = mesh.uvs[mesh.triangles[i / 3][static_cast<int>(i % 3)]];
      EXPECT_LT(glm::length(cage.uvs[cage.face_uvs[i]] - wanted), 1e-6f) << name;
    }
  }
}

TEST(WriteMesh, SameSurfaceSameBytes) {
  const ScratchFolder folder;
  for (const char* extension : {".glb", ".ply", ".stl", ".obj"}) {
    write_mesh_file(folder / (std::string("a") + extension), strip());
    write_mesh_file(folder / (std::string("b") + extension), strip());
    EXPECT_EQ(bytes_of(folder / (std::string("a") + extension)),
              bytes_of(folder / (std::string("b") + extension)));
  }
}

TEST(WriteMesh, OrderDoesNotFollowThePositions) {
  const ScratchFolder folder;
  SurfaceMesh flat = strip();
  for (glm::vec3& p : flat.positions_mm) p = {1.0f, 2.0f, 3.0f};
  for (const char* extension : {".glb", ".ply", ".stl", ".obj"}) {
    write_mesh_file(folder / (std::string("normal") + extension), strip());
    write_mesh_file(folder / (std::string("collapsed") + extension), flat);
  }
  EXPECT_EQ(bytes_of(folder / "normal.ply").size(), bytes_of(folder / "collapsed.ply").size());
  EXPECT_EQ(bytes_of(folder / "normal.stl").size(), bytes_of(folder / "collapsed.stl").size());
  const std::size_t glb = offset_behind(folder / "collapsed.glb", std::string("BIN\0", 4));
  EXPECT_EQ(positions_in_binary(folder / "collapsed.glb", glb, 12, 40), flat.positions_mm);
  EXPECT_EQ(positions_in_obj(folder / "collapsed.obj"), flat.positions_mm);
}

TEST(WriteMesh, LeavesNothingBehindWhenItFails) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "taken.glb");
  EXPECT_THROW(write_mesh_file(folder / "taken.glb", strip()), InputError);
  EXPECT_THROW(write_mesh_file(folder / "no/such/folder.ply", strip()), InputError);
  EXPECT_THROW(write_mesh_file(folder / "a.dae", strip()), InputError);
  SurfaceMesh broken = strip();
  broken.normals.pop_back();
  EXPECT_THROW(write_mesh_file(folder / "a.obj", broken), InputError);
  broken = strip();
  broken.triangles[0].z = 40;
  EXPECT_THROW(write_mesh_file(folder / "a.stl", broken), InputError);
  EXPECT_THAT(folder.names(), ElementsAre("taken.glb"));
}

}  // namespace
}  // namespace render
