#include <algorithm>

#include "simulation/anatomy/atlas.h"
#include "simulation/face/face_surface.h"

namespace simulation {
namespace {

double resting_tone(Tone tone, const FaceResponse& response) {
  switch (tone) {
    case Tone::frontalis:
      return response.frontalis_tone;
    case Tone::depressor:
      return response.depressor_tone;
    case Tone::mouth:
      return response.mouth_tone;
    case Tone::always_on:
      return 1.0;
    case Tone::none:
      break;
  }
  return 0.0;
}

/// Movement of a unit from its own resting tone; 1 is from rest to full effort.
double weight_of(const Movement& unit, Expression expression, double effort, double block,
                 const FaceResponse& response) {
  const double tone = resting_tone(unit.tone, response);
  const double drive = std::min(1.0, tone + effort * unit.intent[static_cast<std::size_t>(expression)]);
  const double change = (1.0 - block) * drive - tone;
  // The lid lifter holds the lid up all the time: it can only lose.
  return unit.tone == Tone::always_on ? change : change / (1.0 - tone);
}

/// The rows that move the skin, sides first and the midline after them.
template <typename Add>
void each_unit(Add add) {
  for (const BodySide side : kBodySides)
    for (const AtlasRow& row : atlas())
      if (row.movement && !row.midline) add(row, side);
  for (const AtlasRow& row : atlas())
    if (row.movement && row.midline) add(row, BodySide::left);
}

}  // namespace

std::vector<TargetWeight> face_pose(Expression expression, double effort, const TreatmentState& state,
                                    const FaceResponse& response) {
  const double real_effort = std::clamp(effort, 0.0, 1.0);
  std::vector<TargetWeight> pose;
  each_unit([&](const AtlasRow& row, BodySide side) {
    const MuscleState& muscle = state.muscles.at(*row.muscle, side);
    // Of the frontalis only the lower half lifts the brow, the upper one pulls the hairline down.
    const double block = std::clamp(muscle.block + muscle.lifting_excess, 0.0, 1.0);
    const double weight = row.movement->thins
                              ? 1.0 - muscle.volume
                              : weight_of(*row.movement, expression, real_effort, block, response);
    if (weight != 0.0) pose.push_back({unit_name(*row.movement, side), weight});
  });
  return pose;
}

std::vector<std::string> pose_targets() {
  std::vector<std::string> names;
  each_unit([&](const AtlasRow& row, BodySide side) { names.push_back(unit_name(*row.movement, side)); });
  return names;
}

}  // namespace simulation
