#include "simulation/face/side_effect_pose.h"

#include "simulation/anatomy/atlas.h"

namespace simulation {

std::vector<TargetWeight> side_effect_pose(std::optional<AdverseOutcome> shown) {
  std::vector<TargetWeight> pose;
  if (shown != AdverseOutcome::brow_droop) return pose;
  for (const Muscle part : columns_of(Muscle::frontalis))
    for (const BodySide side : kBodySides)
      pose.push_back({unit_name(*row_of(part).movement, side), -kBrowHang});
  return pose;
}

}  // namespace simulation
