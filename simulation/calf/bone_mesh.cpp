#include "simulation/calf/bone_mesh.h"

#include <utility>

#include "simulation/calf/bone_solids.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

constexpr double kStepMm = 2.5;
constexpr double kFineStepMm = 1.5;  // toes are thin

AnatomyMesh finished(const LegBones& bones, const BoneSolid& bone, const LegOutline& skin) {
  const Solid::Surface surface =
      bone.solid.surface(bone.structure == Structure::forefoot_bones ? kFineStepMm : kStepMm);
  AnatomyMesh mesh;
  mesh.structure = bone.structure;
  mesh.tissue = Tissue::bone;
  mesh.side = bones.frame().side;
  for (const glm::dvec3& p : surface.points) {
    const glm::dvec3 world = bones.world_mm(p);
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

}  // namespace

std::vector<AnatomyMesh> leg_bones(const LegOutline& skin, std::span<const glm::vec3> points_mm) {
  const LegBones bones(skin, points_mm);
  std::vector<AnatomyMesh> out;
  for (const BoneSolid& bone : bones.solids()) out.push_back(finished(bones, bone, skin));
  return out;
}

}  // namespace simulation
