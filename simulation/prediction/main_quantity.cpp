#include "simulation/prediction/main_quantity.h"

#include <algorithm>
#include <span>

#include "simulation/plan/doses.h"
#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

std::span<const Muscle> muscles_of_line(FaceLine line) {
  static constexpr Muscle kGlabella[] = {Muscle::corrugator, Muscle::depressor_supercilii, Muscle::procerus};
  static constexpr Muscle kForehead[] = {Muscle::frontalis, Muscle::frontalis_medial,
                                         Muscle::frontalis_lateral};
  static constexpr Muscle kCrowsFeet[] = {Muscle::orbicularis_oculi};
  if (line == FaceLine::glabella) return kGlabella;
  if (line == FaceLine::forehead) return kForehead;
  return kCrowsFeet;
}

double leg_units(const Plan& plan, BodySide side) {
  const Side given = side == BodySide::left ? Side::left : Side::right;
  return units_of(plan, Muscle::gastrocnemius_medial, given) +
         units_of(plan, Muscle::gastrocnemius_lateral, given);
}

/// The muscle of the face that gets most units on one side; nothing when none gets any.
std::optional<std::string> thickness_of_most_treated(const Plan& plan) {
  std::optional<std::string> key;
  double most = 0.0;
  for (std::size_t m = 0; m <= kMuscleCount; ++m) {
    const Muscle muscle = static_cast<Muscle>(m);
    if (region_of(muscle) != Region::face) continue;
    for (const BodySide side : kBodySides) {
      const Side given = side == BodySide::left ? Side::left : Side::right;
      const double units = units_of(plan, muscle, is_midline(muscle) ? Side::midline : given);
      if (units <= most) continue;
      most = units;
      key = "face." + std::string(name(muscle)) + "." + std::string(name(side)) + ".thickness_change";
    }
  }
  return key;
}

}  // namespace

std::vector<BodySide> sides_by_dose(const Plan& plan) {
  std::vector<BodySide> sides(std::begin(kBodySides), std::end(kBodySides));
  std::stable_sort(sides.begin(), sides.end(),
                   [&](BodySide a, BodySide b) { return leg_units(plan, a) > leg_units(plan, b); });
  return sides;
}

double line_units(const Plan& plan, FaceLine line) {
  double left = 0.0, right = 0.0;
  for (const Muscle muscle : muscles_of_line(line)) {
    const bool midline = is_midline(muscle);
    left += units_of(plan, muscle, midline ? Side::midline : Side::left);
    right += units_of(plan, muscle, midline ? Side::midline : Side::right);
  }
  return std::max(left, right);
}

std::vector<FaceLine> lines_by_dose(const Plan& plan) {
  std::vector<FaceLine> lines(std::begin(kFaceLines), std::end(kFaceLines));
  std::stable_sort(lines.begin(), lines.end(),
                   [&](FaceLine a, FaceLine b) { return line_units(plan, a) > line_units(plan, b); });
  return lines;
}

std::string main_quantity(const Plan& plan) {
  static constexpr std::string_view kLines[] = {"glabella", "forehead", "crows_feet"};
  if (plan.region == Region::calf)
    return "calf." + std::string(name(sides_by_dose(plan).front())) + ".max_girth_change";
  const FaceLine line = lines_by_dose(plan).front();
  if (line_units(plan, line) <= 0.0)
    if (auto thickness = thickness_of_most_treated(plan)) return *thickness;
  return "face." + std::string(kLines[static_cast<std::size_t>(line)]) + ".relief_effort_change";
}

}  // namespace simulation
