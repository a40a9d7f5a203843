#include "simulation/calf/bone_mesh.h"
#include "simulation/calf/compartments.h"
#include "simulation/calf/leg.h"
#include "simulation/calf/muscle_mesh.h"
#include "simulation/calf/tendons.h"

namespace simulation {

const std::vector<AnatomyMesh>& CalfSurface::Leg::unchanging(std::span<const glm::vec3> rest_mm) const {
  std::call_once(unchanging_once_, [&] {
    const LegBones bones(outline, rest_mm);
    unchanging_ = leg_bones(bones, outline);
    const LegCompartments compartments(outline, bones, person, muscles, week0.girth_mm);
    const LegUnderSkin rest(outline, muscles, field, LegLoss{});
    for (const CompartmentMuscle m : kCompartmentMuscles) {
      unchanging_.push_back(compartment_mesh(rest, compartments, m));
    }
    const std::vector<AnatomyMesh> tendons = leg_tendons(outline, bones, rest_mm);
    unchanging_.insert(unchanging_.end(), tendons.begin(), tendons.end());
  });
  return unchanging_;
}

std::vector<AnatomyMesh> CalfSurface::anatomy(const Sided<LegLoss>& loss) const {
  std::vector<AnatomyMesh> out;
  for (const BodySide side : kBodySides) {
    const Leg& leg = *legs_[side];
    const LegUnderSkin under(leg.outline, leg.muscles, leg.field, in_range(loss[side]));
    for (const CalfMuscle muscle : kCalfMuscles) out.push_back(muscle_mesh(under, muscle));
    out.push_back(achilles_mesh(under));
    const std::vector<AnatomyMesh>& unchanging = leg.unchanging(rest_);
    out.insert(out.end(), unchanging.begin(), unchanging.end());
  }
  return out;
}

}  // namespace simulation
