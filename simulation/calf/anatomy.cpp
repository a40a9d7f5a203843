#include "simulation/calf/leg.h"
#include "simulation/calf/muscle_mesh.h"

namespace simulation {

std::vector<AnatomyMesh> CalfSurface::anatomy(const Sided<LegLoss>& loss) const {
  std::vector<AnatomyMesh> out;
  for (const BodySide side : kBodySides) {
    const Leg& leg = *legs_[side];
    const LegUnderSkin under(leg.outline, leg.muscles, leg.field, loss[side]);
    for (const CalfMuscle muscle : kCalfMuscles) out.push_back(muscle_mesh(under, muscle));
    out.push_back(achilles_mesh(under));
    out.insert(out.end(), leg.bones.begin(), leg.bones.end());
  }
  return out;
}

}  // namespace simulation
