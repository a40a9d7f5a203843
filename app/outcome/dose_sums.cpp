#include "app/outcome/dose_sums.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace app {

using simulation::BodySide;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Region;
using simulation::Side;

std::string number_text(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", std::round(value * 100.0) / 100.0);
  std::string trimmed = text;
  while (trimmed.back() == '0') trimmed.pop_back();
  if (trimmed.back() == '.') trimmed.pop_back();
  return trimmed;
}

bool is_calf_muscle(Muscle muscle) {
  return muscle == Muscle::gastrocnemius_medial || muscle == Muscle::gastrocnemius_lateral ||
         muscle == Muscle::soleus;
}

int standard_points(Muscle muscle) {
  switch (muscle) {
    case Muscle::gastrocnemius_medial: return 6;
    case Muscle::gastrocnemius_lateral: return 4;
    case Muscle::soleus: return 4;
    case Muscle::corrugator: return 2;
    case Muscle::frontalis: return 4;
    case Muscle::orbicularis_oculi: return 3;
    case Muscle::masseter: return 3;
    default: return 1;
  }
}

double total_units(const simulation::Injection& injection) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  return target && target->side == Side::both ? 2.0 * injection.units : injection.units;
}

Region region_of(const simulation::Injection& injection, Region plan_region) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  if (!target) return plan_region;
  return is_calf_muscle(target->muscle) ? Region::calf : Region::face;
}

double region_units(const simulation::Session& session, Region plan_region, Region region) {
  double sum = 0.0;
  for (const auto& injection : session.injections)
    if (region_of(injection, plan_region) == region) sum += total_units(injection);
  return sum;
}

double side_units(const simulation::Session& session, std::span<const Muscle> muscles, BodySide side) {
  double sum = 0.0;
  for (const auto& injection : session.injections) {
    const auto* target = std::get_if<MuscleTarget>(&injection.target);
    if (!target || std::find(muscles.begin(), muscles.end(), target->muscle) == muscles.end()) continue;
    const bool other = target->side == (side == BodySide::left ? Side::right : Side::left);
    if (!other) sum += injection.units;
  }
  return sum;
}

double muscle_units(const simulation::Session& session, std::span<const Muscle> muscles) {
  double sum = 0.0;
  for (const auto& injection : session.injections) {
    const auto* target = std::get_if<MuscleTarget>(&injection.target);
    if (target && std::find(muscles.begin(), muscles.end(), target->muscle) != muscles.end())
      sum += total_units(injection);
  }
  return sum;
}

double session_units(const simulation::Session& session) {
  double sum = 0.0;
  for (const auto& injection : session.injections) sum += total_units(injection);
  return sum;
}

}  // namespace app
