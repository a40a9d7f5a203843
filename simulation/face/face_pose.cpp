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
  const double intent = unit.intent[static_cast<std::size_t>(expression)];
  // From wherever the block leaves it: a drooping lid shuts as far as the other.
  if (intent < 0.0) return -block * tone + effort * (intent + block * tone);
  const double drive = std::min(1.0, tone + effort * intent);
  const double change = (1.0 - block) * drive - tone;
  // What is held all the time, the lid by its lifter for one, can only be let go.
  return unit.tone == Tone::always_on ? change : change / (1.0 - tone);
}

/// The rows that move the skin, sides first and the midline after them.
template <typename Add>
void each_unit(Add add) {
  const auto each_of = [&](bool midline, BodySide side) {
    for (const AtlasRow& row : atlas())
      for (const auto* unit : {&row.movement, &row.hold})
        if (*unit && row.midline == midline) add(row, **unit, side);
  };
  for (const BodySide side : kBodySides) each_of(false, side);
  each_of(true, BodySide::left);
}

}  // namespace

std::vector<TargetWeight> face_pose(Expression expression, double effort, const TreatmentState& state,
                                    const FaceResponse& response) {
  const double real_effort = std::clamp(effort, 0.0, 1.0);
  std::vector<TargetWeight> pose;
  each_unit([&](const AtlasRow& row, const Movement& unit, BodySide side) {
    const MuscleState& muscle = state.muscles.at(*row.muscle, side);
    // Of the frontalis only the lower half lifts the brow, the upper one pulls the hairline down.
    const double block = std::clamp(muscle.block + muscle.lifting_excess, 0.0, 1.0);
    const double weight =
        unit.thins ? 1.0 - muscle.volume : weight_of(unit, expression, real_effort, block, response);
    if (weight != 0.0) pose.push_back({unit_name(unit, side), weight});
  });
  return pose;
}

std::vector<std::string> pose_targets() {
  std::vector<std::string> names;
  each_unit(
      [&](const AtlasRow&, const Movement& unit, BodySide side) { names.push_back(unit_name(unit, side)); });
  return names;
}

}  // namespace simulation
