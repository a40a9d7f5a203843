#pragma once

#include "simulation/plan/plan.h"

/// How often a plan repeats, and a plan that repeats more gently.
namespace app {

inline constexpr int kMostSessions = 24;               // in the plan panel: five years at the shortest gap
inline constexpr double kWeeksBetweenSessions = 12.0;  // the labels' shortest interval
inline constexpr double kMostWeeksBetweenSessions = 52.0;

struct Rhythm {
  int sessions = 0;
  double every_weeks = 0.0;  // the mean gap; 0 for fewer than two sessions
  bool even = true;          // every gap is that long, to a day
};

Rhythm rhythm_of(const simulation::Plan& plan);

/// Makes it `sessions` sessions `every_weeks` apart, from the first one on. Sessions that were there keep
/// what is given in them; new ones repeat the last. Clamped: 1 to kMostSessions, kWeeksBetweenSessions to
/// kMostWeeksBetweenSessions, and no session after simulation::kMaxWeek. Nothing for a plan without sessions.
void set_rhythm(simulation::Plan& plan, int sessions, double every_weeks);

/// An illustration, not advice: the plan over the same time with two thirds of the units, half of them in the
/// forehead, and gaps longer by three quarters, 20 to 26 weeks. The forehead lifts the brow and the frown
/// muscles pull it down: weakening the lifter less keeps the balance. All three figures are assumptions.
/// Units are whole, at least 1.
simulation::Plan gentler(const simulation::Plan& plan);

}  // namespace app
