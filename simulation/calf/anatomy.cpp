#include "simulation/calf/bone_mesh.h"
#include "simulation/calf/leg.h"
#include "simulation/calf/muscle_mesh.h"

namespace simulation {

const std::vector<AnatomyMesh>& CalfSurface::Leg::bones(std::span<const glm::vec3> rest_mm) const {
  std::call_once(bones_once_, [&] { bones_ = leg_bones(outline, rest_mm); });
  return bones_;
}

std::vector<AnatomyMesh> CalfSurface::anatomy(const Sided<LegLoss>& loss) const {
  std::vector<AnatomyMesh> out;
  for (const BodySide side : kBodySides) {
    const Leg& leg = *legs_[side];
    const LegUnderSkin under(leg.outline, leg.muscles, leg.field, in_range(loss[side]));
    for (const CalfMuscle muscle : kCalfMuscles) out.push_back(muscle_mesh(under, muscle));
    out.push_back(achilles_mesh(under));
    const std::vector<AnatomyMesh>& bones = leg.bones(rest_);
    out.insert(out.end(), bones.begin(), bones.end());
  }
  return out;
}

}  // namespace simulation
