#include <algorithm>
#include <array>

#include "simulation/face/face_surface.h"

namespace simulation {
namespace {

enum class Tone { none, frontalis, depressor, mouth, always_on };

/// A unit of the face with how hard each expression asks for it.
struct Unit {
  Muscle muscle;
  const char* name;
  Tone tone;
  // neutral, frown, raise, squint, smile
  std::array<double, 5> intent;
};

constexpr Unit kUnits[] = {
    {Muscle::frontalis_medial, "frontalis-%-medial", Tone::frontalis, {0, 0, 1, 0, 0}},
    {Muscle::frontalis_lateral, "frontalis-%-lateral", Tone::frontalis, {0, 0, 1, 0, 0}},
    {Muscle::corrugator, "corrugator-%", Tone::depressor, {0, 1, 0, 0.15, 0}},
    {Muscle::depressor_supercilii, "depressor_supercilii-%", Tone::depressor, {0, 1, 0, 0, 0}},
    {Muscle::orbicularis_oculi, "orbicularis_oculi-%", Tone::none, {0, 0.35, 0, 1, 0.7}},
    {Muscle::nasalis, "nasalis-%", Tone::none, {0, 0.3, 0, 0.45, 0.15}},
    {Muscle::zygomaticus, "zygomaticus-%", Tone::none, {0, 0, 0, 0, 0.8}},
    // No expression here asks for these two: what shows is the loss of their resting pull.
    {Muscle::depressor_anguli_oris, "depressor_anguli_oris-%", Tone::mouth, {0, 0, 0, 0, 0}},
    {Muscle::mentalis, "mentalis-%", Tone::mouth, {0, 0, 0, 0, 0}},
    {Muscle::levator_palpebrae, "levator_palpebrae-%", Tone::always_on, {0, 0, 0, 0, 0}},
};
constexpr const char* kMasseter = "masseter-%";  // thins, is not driven
constexpr Unit kProcerus{Muscle::procerus, "procerus", Tone::depressor, {0, 1, 0, 0, 0}};

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
double movement(const Unit& unit, Expression expression, double effort, double block,
                const FaceResponse& response) {
  const double tone = resting_tone(unit.tone, response);
  const double drive = std::min(1.0, tone + effort * unit.intent[static_cast<std::size_t>(expression)]);
  const double change = (1.0 - block) * drive - tone;
  // The lid lifter holds the lid up all the time: it can only lose.
  return unit.tone == Tone::always_on ? change : change / (1.0 - tone);
}

std::string sided_name(const char* pattern, BodySide side) {
  std::string name = pattern;
  const std::size_t mark = name.find('%');
  if (mark != std::string::npos) name.replace(mark, 1, side == BodySide::left ? "left" : "right");
  return name;
}

}  // namespace

std::vector<TargetWeight> face_pose(Expression expression, double effort, const TreatmentState& state,
                                    const FaceResponse& response) {
  const double real_effort = std::clamp(effort, 0.0, 1.0);
  std::vector<TargetWeight> pose;
  const auto add = [&](const Unit& unit, BodySide side) {
    // Of the frontalis only the lower half lifts the brow, the upper one pulls the hairline down.
    const MuscleState& muscle = state.muscles.at(unit.muscle, side);
    const double block = std::clamp(muscle.block + muscle.lifting_excess, 0.0, 1.0);
    const double weight = movement(unit, expression, real_effort, block, response);
    if (weight != 0.0) pose.push_back({sided_name(unit.name, side), weight});
  };
  for (const BodySide side : kBodySides) {
    for (const Unit& unit : kUnits) add(unit, side);
    const double thinned = 1.0 - state.muscles.at(Muscle::masseter, side).volume;
    if (thinned != 0.0) pose.push_back({sided_name(kMasseter, side), thinned});
  }
  add(kProcerus, BodySide::left);
  return pose;
}

std::vector<std::string> pose_targets() {
  std::vector<std::string> names;
  for (const BodySide side : kBodySides) {
    for (const Unit& unit : kUnits) names.push_back(sided_name(unit.name, side));
    names.push_back(sided_name(kMasseter, side));
  }
  names.emplace_back(kProcerus.name);
  return names;
}

}  // namespace simulation
