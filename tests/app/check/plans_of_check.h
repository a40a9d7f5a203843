#pragma once

#include <initializer_list>
#include <vector>

#include "simulation/plan/plan.h"

/// Plans in a few words, for tests of what is told about them.
namespace app::plans {

using Injections = std::vector<simulation::Injection>;

inline simulation::Injection dose(simulation::Muscle muscle, simulation::Side side, double units,
                                  int points) {
  return {simulation::MuscleTarget{muscle, side, points}, units};
}

/// Units over both sides, as labels count them, in the usual points.
inline Injections glabella(double units) {
  return {dose(simulation::Muscle::procerus, simulation::Side::midline, 0.2 * units, 1),
          dose(simulation::Muscle::corrugator, simulation::Side::both, 0.4 * units, 2)};
}
inline Injections forehead(double units) {
  return {dose(simulation::Muscle::frontalis, simulation::Side::both, 0.5 * units, 3)};
}
inline Injections crows_feet(double units) {
  return {dose(simulation::Muscle::orbicularis_oculi, simulation::Side::both, 0.5 * units, 3)};
}
/// Units per side.
inline Injections masseter(double units) {
  return {dose(simulation::Muscle::masseter, simulation::Side::both, units, 3)};
}
inline Injections calf(double units, simulation::Side side = simulation::Side::both) {
  return {dose(simulation::Muscle::gastrocnemius_medial, side, 0.6 * units, 6),
          dose(simulation::Muscle::gastrocnemius_lateral, side, 0.4 * units, 4)};
}

inline Injections together(std::initializer_list<Injections> parts) {
  Injections all;
  for (const Injections& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

inline simulation::Plan plan(simulation::Region region, simulation::Product product,
                             const Injections& injections) {
  simulation::Plan plan;
  plan.region = region;
  plan.sessions.push_back({0.0, product, injections});
  return plan;
}

/// The same session again and again.
inline simulation::Plan repeated(simulation::Plan plan, int sessions, double weeks_between) {
  for (int i = 1; i < sessions; ++i) {
    plan.sessions.push_back(plan.sessions.front());
    plan.sessions.back().week = i * weeks_between;
  }
  return plan;
}

inline simulation::Plan of(simulation::Plan plan, simulation::Sex sex, double age_years,
                           simulation::Activity activity = simulation::Activity::moderate) {
  plan.person.sex = sex;
  plan.person.age_years = age_years;
  plan.person.activity = activity;
  return plan;
}

}  // namespace app::plans
