#pragma once

#include <span>
#include <vector>

#include "app/marks/injection_map.h"
#include "render/mesh/mesh.h"

namespace app {

inline constexpr double kDecalLiftMm = 0.3;     // off the skin
inline constexpr double kDotMm[] = {2.6, 1.5};  // radius of a point's disc: calf, face
inline constexpr double kSpreadShown = 1.35;    // of the spread radius, where its fill has faded out

/// Discs and spreads of a map as patches of the skin. Their uv runs from -1 to 1 across a disc's radius, or
/// one spread radius; their scalar is 0 for a spread and 1 for a disc.
struct PointDecals {
  render::Topology topology;
  std::vector<std::uint32_t> skin_points;  // per point: the skin point it lies over
  std::vector<float> kinds;                // per point: its scalar
  bool empty() const { return topology.triangles.empty(); }
};

/// Patches of the skin round each point, spreads before discs. They grow from the point's triangle, so that
/// another leg or lip near by gets none.
PointDecals make_point_decals(const InjectionMap& map, const BodyPart& skin);

/// Where the patches are on a skin of these points and normals: off it by kDecalLiftMm.
void lay_decals(const PointDecals& decals, std::span<const glm::vec3> positions_mm,
                std::span<const glm::vec3> normals, std::vector<glm::vec3>& decal_mm,
                std::vector<glm::vec3>& decal_normals);

}  // namespace app
