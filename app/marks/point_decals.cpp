#include "app/marks/point_decals.h"

namespace app {

PointDecals make_point_decals(const InjectionMap& map, const BodyPart& skin) {
  std::vector<SkinPatch> patches;
  const double dot = kDotMm[static_cast<std::size_t>(map.region)];
  for (const bool disc : {false, true})
    for (const InjectionPoint& point : map.points) {
      if (!disc && point.units <= 0.0) continue;
      SkinPatch patch = patch_at(point, skin);
      patch.radius_along = disc ? dot : point.spread_along_mm;
      patch.radius_across = disc ? dot : point.spread_across_mm;
      patch.reach = disc ? 1.3 : kSpreadShown;
      patch.kind = disc ? 1.0f : 0.0f;
      patches.push_back(patch);
    }
  return decals_of(patches, skin);
}

void lay_decals(const PointDecals& decals, std::span<const glm::vec3> positions_mm,
                std::span<const glm::vec3> normals, std::vector<glm::vec3>& decal_mm,
                std::vector<glm::vec3>& decal_normals) {
  decal_mm.clear();
  decal_normals.clear();
  for (const std::uint32_t point : decals.skin_points) {
    decal_mm.push_back(positions_mm[point] + static_cast<float>(kDecalLiftMm) * normals[point]);
    decal_normals.push_back(normals[point]);
  }
}

}  // namespace app
