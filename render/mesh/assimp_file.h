#pragma once

#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "render/mesh/mesh.h"

namespace render {

/// Where a mesh comes from decides who is told about a fault and what is expected of the file.
enum class MeshSource {
  asset,  ///< ours: quads are restored, `landmarks` is a list of points, faults are AssetError
  user,   ///< any file: triangles stay triangles, size is checked, faults are InputError
};

/// Reads .glb .gltf .obj .ply .stl .fbx, one Cage per mesh of the file, in file order, named after its node.
/// - Vertices whose base position and displacement in every target are bit-identical become one point; points
///   keep the order of first appearance. UVs stay per corner (v up). Points no face uses are dropped.
/// - A mesh named `landmarks` (asset) comes back as points in file order without faces, nothing merged.
/// - asset: two consecutive triangles (a,b,c),(a,c,d) become the quad (a,b,c,d).
/// - user: node transforms are applied; the numbers are taken as millimetres.
/// Throws `FILE: what is wrong, what was expected` for a missing, empty, unreadable or truncated file, a
/// folder, no faces, coordinates that are not finite, and (user) a size under 1 mm or over 10 m.
std::vector<Cage> read_mesh_file(const std::filesystem::path& path, MeshSource source);

/// A surface as it is written: normals and uvs are empty or one per position, uvs with v up.
struct SurfaceMesh {
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;
  std::vector<glm::vec2> uvs;
  std::vector<glm::uvec3> triangles;
};

/// Writes .glb .ply .obj or .stl (binary) by extension, in millimetres. Vertex order is kept and depends on
/// nothing but the input (.stl has no shared vertices: its corners follow the triangles). uvs go to .glb and
/// .obj. The file appears complete or not at all. Throws InputError for an unknown extension, a folder that
/// cannot be written, and a mesh with mismatched sizes or indices.
void write_mesh_file(const std::filesystem::path& path, const SurfaceMesh& mesh);

}  // namespace render
