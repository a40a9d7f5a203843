#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <vector>

namespace bake {

/// The package stores decimetres; everything after reading is millimetres.
inline constexpr double kMmPerPackageUnit = 100.0;

struct Quad {
  std::array<std::uint32_t, 4> vertices;
  std::array<std::uint32_t, 4> uvs;
  std::string_view group;  // points into Mesh::group_names
};

/// Four bone weights of a vertex; bone is an index into Mesh::bone_names.
struct SkinWeight {
  std::array<std::uint32_t, 4> bones;
  std::array<double, 4> weights;
};

/// The package's base mesh: body, helper geometry and joint cubes.
struct Mesh {
  std::vector<glm::dvec3> positions_mm;  // Y up, +Z front, +X the person's left
  std::vector<glm::dvec2> uvs;           // v up
  std::vector<std::string> group_names;
  std::vector<Quad> quads;
  std::vector<std::string> bone_names;
  std::vector<SkinWeight> skin;
  std::map<std::string, std::vector<std::uint32_t>> group_vertices;  // sorted

  /// Vertices of a group, e.g. `joint-l-knee`. AssetError if there is none.
  const std::vector<std::uint32_t>& group(const std::string& name) const;
};

/// A mesh fitted to the base mesh: point i sits at sum(weights[i][k] * base[refs[i][k]]) + offsets[i] *
/// scale.
struct Proxy {
  std::vector<std::array<std::uint32_t, 3>> refs;
  std::vector<std::array<double, 3>> weights;
  std::vector<glm::dvec3> offsets_mm;
  std::vector<glm::dvec2> uvs;  // v up
  std::vector<Quad> quads;      // group is empty
};

/// Reads public/data/models/human_full_size.json under `package`. AssetError unless it is exactly the file of
/// version 0.0.2 (SHA-256) with the expected counts.
Mesh read_mesh(const std::filesystem::path& package);

/// Reads public/data/proxies/PATH.json under `package`, e.g. `eyes/HighPolyEyes/HighPolyEyes`. AssetError if
/// it is broken or refers to vertices that `mesh` lacks.
Proxy read_proxy(const std::filesystem::path& package, const std::string& path, const Mesh& mesh);

}  // namespace bake
