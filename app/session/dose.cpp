#include "app/session/dose.h"

#include <algorithm>
#include <cmath>

#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::Injection;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Side;

const MuscleTarget* target_of(const Injection& injection, Muscle muscle) {
  const auto* target = std::get_if<MuscleTarget>(&injection.target);
  return target && target->muscle == muscle ? target : nullptr;
}

bool covers(Side given, Side asked) {
  return given == asked || (given == Side::both && asked != Side::midline);
}

/// Writes an injection for both sides as one per side, so that each can be changed alone.
void split_both(simulation::Session& session, Muscle muscle) {
  for (std::size_t i = 0; i < session.injections.size(); ++i) {
    const MuscleTarget* target = target_of(session.injections[i], muscle);
    if (!target || target->side != Side::both) continue;
    Injection right = session.injections[i];
    std::get<MuscleTarget>(session.injections[i].target).side = Side::left;
    std::get<MuscleTarget>(right.target).side = Side::right;
    session.injections.insert(session.injections.begin() + static_cast<std::ptrdiff_t>(i) + 1, right);
  }
}

void set_one_side(simulation::Session& session, Muscle muscle, Side side, double units) {
  auto& list = session.injections;
  const auto matches = [&](const Injection& injection) {
    const MuscleTarget* target = target_of(injection, muscle);
    return target && target->side == side;
  };
  const auto first = std::find_if(list.begin(), list.end(), matches);
  if (first == list.end()) {
    if (units > 0.0) list.push_back({MuscleTarget{muscle, side, {}}, units});
    return;
  }
  first->units = units;
  list.erase(std::remove_if(first + 1, list.end(), matches), list.end());
  if (units == 0.0) list.erase(std::find_if(list.begin(), list.end(), matches));
}

}  // namespace

double units_of(const simulation::Session& session, Muscle muscle, Side side) {
  double units = 0.0;
  for (const Injection& injection : session.injections)
    if (const MuscleTarget* target = target_of(injection, muscle); target && covers(target->side, side))
      units += injection.units;
  return units;
}

std::optional<int> points_of(const simulation::Session& session, Muscle muscle, Side side) {
  for (const Injection& injection : session.injections)
    if (const MuscleTarget* target = target_of(injection, muscle); target && covers(target->side, side))
      return target->points;
  return std::nullopt;
}

void set_units(simulation::Session& session, Muscle muscle, Side side, double units) {
  if (!std::isfinite(units)) return;
  const double clamped = std::clamp(units, 0.0, kMaxEnteredUnits);
  if (is_midline(muscle)) return set_one_side(session, muscle, Side::midline, clamped);
  split_both(session, muscle);
  if (side != Side::right) set_one_side(session, muscle, Side::left, clamped);
  if (side != Side::left) set_one_side(session, muscle, Side::right, clamped);
}

void set_points(simulation::Session& session, Muscle muscle, Side side, int points) {
  if (side != Side::both) split_both(session, muscle);
  for (Injection& injection : session.injections)
    if (const MuscleTarget* target = target_of(injection, muscle);
        target && (target->side == side || side == Side::both))
      std::get<MuscleTarget>(injection.target).points = std::clamp(points, 1, 40);
}

}  // namespace app
