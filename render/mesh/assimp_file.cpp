#include "render/mesh/assimp_file.h"

#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <array>
#include <assimp/Exporter.hpp>
#include <assimp/Importer.hpp>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <memory>
#include <string>
#include <system_error>

#include "render/error.h"
#include "render/file/whole_file.h"
#include "render/mesh/mesh_writer.h"
#include "render/mesh/weld.h"

namespace render {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 2ull << 30;
constexpr float kMaxExtentMm = 10000.0f;
constexpr float kMinExtentMm = 1.0f;
constexpr const char* kLandmarks = "landmarks";

[[noreturn]] void fail(const fs::path& path, MeshSource source, const std::string& what) {
  const std::string message = path.string() + ": " + what;
  if (source == MeshSource::asset) throw AssetError(message);
  throw InputError(message);
}

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

void check_file(const fs::path& path, MeshSource source) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) fail(path, source, "not found, expected a mesh file");
  if (fs::is_directory(status)) fail(path, source, "is a folder, expected a mesh file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) fail(path, source, "cannot be read: " + error.message());
  if (size == 0) fail(path, source, "is empty, expected a mesh");
  if (size > kMaxFileBytes) fail(path, source, "is larger than 2 GiB, expected a smaller mesh");
  constexpr std::array kKnown{".glb", ".gltf", ".obj", ".ply", ".stl", ".fbx"};
  if (std::find(kKnown.begin(), kKnown.end(), extension_of(path)) == kKnown.end()) {
    fail(path, source, "is no known mesh format, expected .glb, .gltf, .obj, .ply, .stl or .fbx");
  }
}

bool is_identity(const aiMatrix4x4& m) {
  return m == aiMatrix4x4();
}

glm::vec3 to_glm(const aiVector3D& v) {
  return {v.x, v.y, v.z};
}

struct Placed {
  const aiMesh* mesh;
  std::string name;
  aiMatrix4x4 transform;
};

void collect(const aiScene& scene, const aiNode& node, const aiMatrix4x4& parent,
             std::vector<Placed>& placed) {
  const aiMatrix4x4 transform = is_identity(node.mTransformation) ? parent : parent * node.mTransformation;
  for (unsigned i = 0; i < node.mNumMeshes; ++i) {
    const aiMesh* mesh = scene.mMeshes[node.mMeshes[i]];
    const bool own_name = node.mNumMeshes == 1 && node.mName.length > 0;
    placed.push_back({mesh, own_name ? node.mName.C_Str() : mesh->mName.C_Str(), transform});
  }
  for (unsigned i = 0; i < node.mNumChildren; ++i) collect(scene, *node.mChildren[i], transform, placed);
}

std::vector<glm::vec3> positions_of(const aiVector3D* source, unsigned count, const aiMatrix4x4& transform) {
  std::vector<glm::vec3> positions(count);
  const bool plain = is_identity(transform);
  for (unsigned i = 0; i < count; ++i) positions[i] = to_glm(plain ? source[i] : transform * source[i]);
  return positions;
}

void read_targets(const aiMesh& mesh, const aiMatrix4x4& transform, VertexMesh& result) {
  for (unsigned t = 0; t < mesh.mNumAnimMeshes; ++t) {
    const aiAnimMesh& anim = *mesh.mAnimMeshes[t];
    if (!anim.mVertices || anim.mNumVertices != mesh.mNumVertices) continue;
    // Assimp holds the moved positions, not the deltas of the file.
    VertexMesh::Target target{anim.mName.C_Str(), positions_of(anim.mVertices, mesh.mNumVertices, transform)};
    for (unsigned i = 0; i < mesh.mNumVertices; ++i) target.deltas_mm[i] -= result.positions_mm[i];
    result.targets.push_back(std::move(target));
  }
}

VertexMesh to_vertex_mesh(const aiScene& scene, const Placed& placed) {
  const aiMesh& mesh = *placed.mesh;
  VertexMesh result;
  result.name = placed.name;
  if (mesh.mMaterialIndex < scene.mNumMaterials) {
    result.material = scene.mMaterials[mesh.mMaterialIndex]->GetName().C_Str();
  }
  result.positions_mm = positions_of(mesh.mVertices, mesh.mNumVertices, placed.transform);
  if (mesh.HasTextureCoords(0)) {
    result.uvs.resize(mesh.mNumVertices);
    for (unsigned i = 0; i < mesh.mNumVertices; ++i) {
      result.uvs[i] = {mesh.mTextureCoords[0][i].x, mesh.mTextureCoords[0][i].y};
    }
  }
  const bool mirrored = placed.transform.Determinant() < 0.0f;
  for (unsigned i = 0; i < mesh.mNumFaces; ++i) {
    const aiFace& face = mesh.mFaces[i];
    if (face.mNumIndices != 3) continue;
    glm::uvec3 triangle(face.mIndices[0], face.mIndices[1], face.mIndices[2]);
    if (mirrored) std::swap(triangle.y, triangle.z);
    result.triangles.push_back(triangle);
  }
  read_targets(mesh, placed.transform, result);
  return result;
}

bool is_finite(const glm::vec3& v) {
  return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

void check_mesh(const fs::path& path, MeshSource source, const VertexMesh& mesh) {
  const std::string part = mesh.name.empty() ? "mesh" : mesh.name;
  if (!std::all_of(mesh.positions_mm.begin(), mesh.positions_mm.end(), is_finite)) {
    fail(path, source, part + ": a position is not a finite number, expected millimetres");
  }
  for (const glm::vec2& uv : mesh.uvs) {
    if (!std::isfinite(uv.x) || !std::isfinite(uv.y)) {
      fail(path, source, part + ": a texture coordinate is not a finite number");
    }
  }
  for (const VertexMesh::Target& target : mesh.targets) {
    if (!std::all_of(target.deltas_mm.begin(), target.deltas_mm.end(), is_finite)) {
      fail(path, source, part + ": " + target.name + ": a displacement is not a finite number");
    }
  }
  for (const glm::uvec3& t : mesh.triangles) {
    if (std::max({t.x, t.y, t.z}) >= mesh.positions_mm.size()) {
      fail(path, source, part + ": a face names a vertex that does not exist");
    }
  }
}

void check_size(const fs::path& path, MeshSource source, const std::vector<Cage>& cages) {
  glm::vec3 low(INFINITY);
  glm::vec3 high(-INFINITY);
  for (const Cage& cage : cages) {
    for (const glm::vec3& p : cage.positions_mm) {
      low = glm::min(low, p);
      high = glm::max(high, p);
    }
  }
  const glm::vec3 size = high - low;
  const float extent = std::max({size.x, size.y, size.z});
  if (extent > kMaxExtentMm || (source == MeshSource::user && extent < kMinExtentMm)) {
    fail(path, source,
         "is " + std::to_string(extent) + " mm large, expected 1 mm to 10 m (are the units millimetres?)");
  }
}

}  // namespace

std::vector<Cage> read_mesh_file(const fs::path& path, MeshSource source) {
  check_file(path, source);
  Assimp::Importer importer;
  const unsigned flags = source == MeshSource::user ? unsigned{aiProcess_Triangulate} : 0u;
  const aiScene* scene = importer.ReadFile(path.string(), flags);
  if (!scene || !scene->mRootNode) {
    fail(path, source, std::string("cannot be read as a mesh: ") + importer.GetErrorString());
  }
  std::vector<Placed> placed;
  collect(*scene, *scene->mRootNode, aiMatrix4x4(), placed);

  std::vector<Cage> cages;
  bool any_face = false;
  for (const Placed& item : placed) {
    const VertexMesh mesh = to_vertex_mesh(*scene, item);
    check_mesh(path, source, mesh);
    const bool points = source == MeshSource::asset && mesh.name == kLandmarks;
    Cage cage = points ? as_points(mesh) : weld(mesh, source == MeshSource::asset);
    if (cage.face_sizes.empty() && !points) continue;
    any_face = any_face || !points;
    cages.push_back(std::move(cage));
  }
  if (!any_face) fail(path, source, "has no faces, expected a surface of triangles");
  check_size(path, source, cages);
  return cages;
}

namespace {

std::unique_ptr<aiMesh> to_assimp(const SurfaceMesh& surface) {
  auto mesh = std::make_unique<aiMesh>();
  mesh->mPrimitiveTypes = aiPrimitiveType_TRIANGLE;
  const auto copy = [](const std::vector<glm::vec3>& from) {
    auto* to = new aiVector3D[from.size()];
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = {from[i].x, from[i].y, from[i].z};
    return to;
  };
  mesh->mNumVertices = static_cast<unsigned>(surface.positions_mm.size());
  mesh->mVertices = copy(surface.positions_mm);
  if (!surface.normals.empty()) mesh->mNormals = copy(surface.normals);
  mesh->mNumFaces = static_cast<unsigned>(surface.triangles.size());
  mesh->mFaces = new aiFace[surface.triangles.size()];
  for (std::size_t i = 0; i < surface.triangles.size(); ++i) {
    const glm::uvec3 t = surface.triangles[i];
    mesh->mFaces[i].mNumIndices = 3;
    mesh->mFaces[i].mIndices = new unsigned[3]{t.x, t.y, t.z};
  }
  return mesh;
}

std::vector<std::uint8_t> export_blob(const fs::path& path, const SurfaceMesh& surface, const char* format) {
  aiScene scene;
  scene.mRootNode = new aiNode("surface");
  scene.mRootNode->mNumMeshes = 1;
  scene.mRootNode->mMeshes = new unsigned[1]{0};
  scene.mNumMeshes = 1;
  scene.mMeshes = new aiMesh* [1] { to_assimp(surface).release() };
  scene.mNumMaterials = 1;
  scene.mMaterials = new aiMaterial* [1] { new aiMaterial };
  Assimp::Exporter exporter;
  const aiExportDataBlob* blob = exporter.ExportToBlob(&scene, format);
  if (!blob) throw InputError(path.string() + ": cannot be written: " + exporter.GetErrorString());
  const auto* bytes = static_cast<const std::uint8_t*>(blob->data);
  return {bytes, bytes + blob->size};
}

void check_surface(const fs::path& path, const SurfaceMesh& mesh) {
  const std::size_t count = mesh.positions_mm.size();
  const auto fits = [count](std::size_t size) { return size == 0 || size == count; };
  if (mesh.triangles.empty()) throw InputError(path.string() + ": the surface has no triangles");
  if (!fits(mesh.normals.size()) || !fits(mesh.uvs.size())) {
    throw InputError(path.string() + ": normals and uvs must be one per position");
  }
  for (const glm::uvec3& t : mesh.triangles) {
    if (std::max({t.x, t.y, t.z}) >= count)
      throw InputError(path.string() + ": a triangle names a missing vertex");
  }
}

}  // namespace

void write_mesh_file(const fs::path& path, const SurfaceMesh& mesh) {
  check_surface(path, mesh);
  const std::string extension = extension_of(path);
  // Assimp's .glb and .obj exporters join vertices that happen to coincide, which would change with the week.
  if (extension == ".glb") return write_whole_file(path, encode_glb(mesh));
  if (extension == ".obj") return write_whole_file(path, encode_obj(mesh));
  if (extension == ".ply") return write_whole_file(path, export_blob(path, mesh, "plyb"));
  if (extension == ".stl") return write_whole_file(path, export_blob(path, mesh, "stlb"));
  throw InputError(path.string() + ": unknown mesh format \"" + extension +
                   "\", expected .glb, .ply, .stl or .obj");
}

}  // namespace render
