#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "app/marks/injection_map.h"
#include "render/mesh/mesh.h"

namespace app {

/// An ellipse on the skin: radii in mm along two unit directions.
struct SkinPatch {
  SkinPlace place;
  glm::dvec3 centre, normal, along, across;
  double radius_along, radius_across;
  double reach;  // of the radii, how far the patch goes
  float kind;

  /// In radii. Turned into the plane at the centre, as far away as it is in space: patches stay even round a
  /// calf.
  glm::dvec2 local(const glm::dvec3& point) const;
};

/// At a needle point, along the fibres there; without radii, reach and kind.
SkinPatch patch_at(const InjectionPoint& point, const BodyPart& skin);

/// Signs on the skin as patches of it. Their uv runs from -1 to 1 across a patch's radius.
struct PointDecals {
  render::Topology topology;
  std::vector<std::uint32_t> skin_points;  // per point: the skin point it lies over
  std::vector<float> kinds;                // per point: its scalar
  bool empty() const { return topology.triangles.empty(); }
};

/// The skin of every patch, in the order given. Each grows from its own triangle, so that another leg or lip
/// near by gets none.
PointDecals decals_of(std::span<const SkinPatch> patches, const BodyPart& skin);

}  // namespace app
