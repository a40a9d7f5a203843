#include "simulation/plan/doses.h"

namespace simulation {

bool covers(Side given, Side asked) {
  return given == asked || (given == Side::both && asked != Side::midline);
}

double units_of(const Session& session, Muscle muscle, Side side) {
  double units = 0.0;
  for (const Injection& injection : session.injections) {
    const auto* target = std::get_if<MuscleTarget>(&injection.target);
    if (target && target->muscle == muscle && covers(target->side, side)) units += injection.units;
  }
  return units;
}

double units_of(const Plan& plan, Muscle muscle, Side side) {
  double units = 0.0;
  for (const Session& session : plan.sessions) units += units_of(session, muscle, side);
  return units;
}

}  // namespace simulation
