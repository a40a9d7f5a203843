#include "app/session/dose.h"

#include <algorithm>
#include <cmath>

#include "app/check/dose_sums.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

using simulation::Injection;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Side;

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

void set_units(simulation::Session& session, Muscle muscle, Side side, double units) {
  if (!std::isfinite(units)) return;
  const double clamped = std::clamp(units, 0.0, kMaxEnteredUnits);
  if (simulation::is_midline(muscle)) return set_one_side(session, muscle, Side::midline, clamped);
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
