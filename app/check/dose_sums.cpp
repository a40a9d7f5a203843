#include "app/check/dose_sums.h"

#include <algorithm>

#include "simulation/plan/protocol.h"

namespace app {

using simulation::BodySide;
using simulation::Injection;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Region;
using simulation::Side;

double total_units(const simulation::Injection& injection) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  return target && target->side == Side::both ? 2.0 * injection.units : injection.units;
}

Region region_of(const simulation::Injection& injection, Region plan_region) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  if (!target) return plan_region;
  return simulation::region_of(target->muscle);
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

double area_units(const simulation::Session& session, simulation::FaceLine line) {
  return muscle_units(session, simulation::planned_muscles_of(line));
}

int sites_of(const Injection& injection) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  return target ? target->points.value_or(simulation::protocol_points(target->muscle)) : 1;
}

const MuscleTarget* target_of(const Injection& injection, Muscle muscle) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  return target && target->muscle == muscle ? target : nullptr;
}

std::optional<int> points_of(const simulation::Session& session, Muscle muscle, Side side) {
  for (const Injection& injection : session.injections)
    if (const MuscleTarget* target = target_of(injection, muscle); target && covers(target->side, side))
      return target->points;
  return std::nullopt;
}

}  // namespace app
