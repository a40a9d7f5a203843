#include "simulation/calf/bone_mesh.h"

#include <utility>

#include "simulation/calf/bone_solids.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

// How fine the surfaces are: assumption, by eye, as coarse as no facet shows.
constexpr double kStepMm = 2.5;
constexpr double kFineStepMm = 1.5;  // toes are thin

}  // namespace

AnatomyMesh solid_mesh(const LegBones& bones, const Solid& solid, double step_mm, Press press,
                       const LegOutline& skin) {
  const Solid::Surface surface = solid.surface(step_mm);
  AnatomyMesh mesh;
  mesh.side = bones.frame().side;
  for (const glm::dvec3& p : surface.points) {
    const glm::dvec3 world = press == Press::yes ? bones.world_mm(p) : bones.unpressed_mm(p);
    const LegPoint at = skin.locate(world);
    mesh.positions_mm.emplace_back(world);
    mesh.uvs.emplace_back(static_cast<float>(at.theta / (2.0 * kPi) + 0.5), static_cast<float>(at.t));
  }
  mesh.fleshiness.assign(mesh.positions_mm.size(), 0.0F);
  mesh.triangles = surface.triangles;
  // Medial, up, forward is a left-handed frame on the left leg.
  if (mesh.side == BodySide::left) {
    for (glm::uvec3& t : mesh.triangles) std::swap(t.y, t.z);
  }
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  return mesh;
}

std::vector<AnatomyMesh> leg_bones(const LegBones& bones, const LegOutline& skin) {
  std::vector<AnatomyMesh> out;
  for (const BoneSolid& bone : bones.solids()) {
    const bool fine = bone.structure == Structure::forefoot_bones;
    out.push_back(solid_mesh(bones, bone.solid, fine ? kFineStepMm : kStepMm, Press::yes, skin));
    out.back().structure = bone.structure;
    out.back().tissue = Tissue::bone;
  }
  return out;
}

}  // namespace simulation
