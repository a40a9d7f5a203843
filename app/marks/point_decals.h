#pragma once

#include <span>
#include <vector>

#include "app/marks/skin_patch.h"

namespace app {

inline constexpr double kDecalLiftMm = 0.3;     // off the skin
inline constexpr double kDotMm[] = {2.6, 1.5};  // radius of a point's disc: calf, face
inline constexpr double kSpreadShown = 1.35;    // of the spread radius, where its fill has faded out

/// Discs and spreads of a map, spreads before discs: their uv runs from -1 to 1 across a disc's radius, or
/// one spread radius; their scalar is 0 for a spread and 1 for a disc.
PointDecals make_point_decals(const InjectionMap& map, const BodyPart& skin);

/// Where the patches are on a skin of these points and normals: off it by kDecalLiftMm.
void lay_decals(const PointDecals& decals, std::span<const glm::vec3> positions_mm,
                std::span<const glm::vec3> normals, std::vector<glm::vec3>& decal_mm,
                std::vector<glm::vec3>& decal_normals);

}  // namespace app
