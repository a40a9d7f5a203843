#include "tests/assets/baked_mesh.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "assets/bake/files.h"

namespace baked {
namespace {

using Json = nlohmann::json;

struct File {
  Json json;
  std::vector<std::uint8_t> binary;
};

std::uint32_t word(const std::vector<std::uint8_t>& bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, 4);
  return value;
}

File open(const std::filesystem::path& path) {
  const std::vector<std::uint8_t> bytes = bake::read_bytes(path);
  if (word(bytes, 0) != 0x46546C67 || word(bytes, 4) != 2 || word(bytes, 8) != bytes.size())
    throw std::runtime_error(path.string() + ": is not binary glTF 2.0");
  const std::size_t text = word(bytes, 12), binary = 20 + text + 8;
  File file;
  file.json = Json::parse(bytes.begin() + 20, bytes.begin() + std::ptrdiff_t(20 + text));
  file.binary.assign(bytes.begin() + std::ptrdiff_t(binary), bytes.end());
  return file;
}

template <class T>
std::vector<T> view(const File& file, std::size_t index) {
  const Json& view = file.json.at("bufferViews").at(index);
  std::vector<T> values(view.at("byteLength").get<std::size_t>() / sizeof(T));
  std::memcpy(values.data(), file.binary.data() + view.at("byteOffset").get<std::size_t>(),
              values.size() * sizeof(T));
  return values;
}

std::vector<glm::vec3> displacements(const File& file, std::size_t index) {
  const Json& accessor = file.json.at("accessors").at(index);
  std::vector<glm::vec3> out(accessor.at("count").get<std::size_t>(), glm::vec3(0));
  const Json& sparse = accessor.at("sparse");
  const Json& indices = sparse.at("indices");
  const auto values = view<glm::vec3>(file, sparse.at("values").at("bufferView"));
  std::vector<std::uint32_t> at;
  if (indices.at("componentType") == 5123)
    for (const std::uint16_t i : view<std::uint16_t>(file, indices.at("bufferView"))) at.push_back(i);
  else
    at = view<std::uint32_t>(file, indices.at("bufferView"));
  for (std::size_t i = 0; i < sparse.at("count").get<std::size_t>(); ++i) out.at(at.at(i)) = values.at(i);
  return out;
}

Part read_part(const File& file, const Json& mesh) {
  const Json& primitive = mesh.at("primitives").at(0);
  const auto accessor_view = [&](std::size_t accessor) {
    return file.json.at("accessors").at(accessor).at("bufferView").get<std::size_t>();
  };
  Part part;
  part.name = mesh.at("name");
  part.material = file.json.at("materials").at(primitive.at("material").get<std::size_t>()).at("name");
  part.positions = view<glm::vec3>(file, accessor_view(primitive.at("attributes").at("POSITION")));
  if (primitive.at("attributes").contains("TEXCOORD_0"))
    part.uvs = view<glm::vec2>(file, accessor_view(primitive.at("attributes").at("TEXCOORD_0")));
  part.indices = view<std::uint32_t>(file, accessor_view(primitive.at("indices")));
  part.target_names = mesh.at("extras").at("targetNames").get<std::vector<std::string>>();
  for (const Json& target : primitive.at("targets"))
    part.targets.push_back(displacements(file, target.at("POSITION")));
  return part;
}

std::map<std::string, float> adult(const std::string& sex, float age) {
  const float old_share = 2 * (0.5f + (age - 25) / 130) - 1;
  return {{"macrodetails/caucasian-" + sex + "-young", 1 - old_share},
          {"macrodetails/caucasian-" + sex + "-old", old_share}};
}

}  // namespace

std::vector<glm::vec3> Part::mixed(const std::map<std::string, float>& weights) const {
  std::vector<glm::vec3> out = positions;
  for (const auto& [target, weight] : weights) {
    const auto found = std::find(target_names.begin(), target_names.end(), target);
    if (found == target_names.end()) throw std::runtime_error("no target " + target);
    const auto& moves = targets[std::size_t(found - target_names.begin())];
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += weight * moves[i];
  }
  return out;
}

std::vector<std::uint32_t> Part::welded() const {
  std::map<std::vector<float>, std::uint32_t> first;
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < positions.size(); ++i) {
    std::vector<float> key = {positions[i].x, positions[i].y, positions[i].z};
    for (const auto& target : targets) key.insert(key.end(), {target[i].x, target[i].y, target[i].z});
    out.push_back(first.try_emplace(std::move(key), i).first->second);
  }
  return out;
}

std::filesystem::path folder() {
  const std::filesystem::path path = FORESHOW_BAKED;
  if (!std::filesystem::exists(path / "manifest.json"))
    throw std::runtime_error(path.string() +
                             "/manifest.json is missing; run `bash app/run` once to bake the assets");
  return path;
}

std::string manifest_text() {
  const std::vector<std::uint8_t> bytes = bake::read_bytes(folder() / "manifest.json");
  return {bytes.begin(), bytes.end()};
}

std::map<std::string, Part> read(const std::string& mesh_name) {
  const File file = open(folder() / "meshes" / (mesh_name + ".glb"));
  std::map<std::string, Part> parts;
  for (const Json& mesh : file.json.at("meshes")) {
    Part part = read_part(file, mesh);
    parts[part.name] = std::move(part);
  }
  return parts;
}

std::map<std::string, glm::vec3> landmarks(const std::string& mesh_name,
                                           const std::map<std::string, float>& weights) {
  const std::vector<glm::vec3> points = read(mesh_name).at("landmarks").mixed(weights);
  std::map<std::string, glm::vec3> out;
  const Json json = Json::parse(manifest_text());
  for (const Json& mesh : json.at("meshes"))
    if (mesh.at("name") == mesh_name)
      for (std::size_t i = 0; i < points.size(); ++i) out[mesh.at("landmarks").at(i)] = points[i];
  return out;
}

std::map<std::string, float> woman_of_40() {
  return adult("female", 40);
}
std::map<std::string, float> man_of_45() {
  return adult("male", 45);
}

}  // namespace baked
