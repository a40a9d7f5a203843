#include "app/session/rhythm.h"

#include <algorithm>
#include <cmath>

#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::Injection;
using simulation::Muscle;

constexpr double kGentleDose = 2.0 / 3.0;
constexpr double kGentleForehead = 0.5;
constexpr double kGentleGap = 1.75;
constexpr double kGentleGapLeast = 20.0, kGentleGapMost = 26.0;

bool lifts_the_brow(const Injection& injection) {
  const auto* target = std::get_if<simulation::MuscleTarget>(&injection.target);
  return target && simulation::is_part_of(target->muscle, Muscle::frontalis);
}

}  // namespace

Rhythm rhythm_of(const simulation::Plan& plan) {
  Rhythm rhythm;
  const auto& list = plan.sessions;
  rhythm.sessions = static_cast<int>(list.size());
  if (list.size() < 2) return rhythm;
  rhythm.every_weeks = (list.back().week - list.front().week) / static_cast<double>(list.size() - 1);
  for (std::size_t i = 1; i < list.size(); ++i)
    if (std::abs(list[i].week - list[i - 1].week - rhythm.every_weeks) > 1.0 / 7.0) rhythm.even = false;
  return rhythm;
}

void set_rhythm(simulation::Plan& plan, int sessions, double every_weeks) {
  auto& list = plan.sessions;
  if (list.empty() || !std::isfinite(every_weeks)) return;
  const double gap = std::clamp(std::round(every_weeks), kWeeksBetweenSessions, kMostWeeksBetweenSessions);
  const int fits = 1 + static_cast<int>((simulation::kMaxWeek - list.front().week) / gap);
  const int count = std::clamp(sessions, 1, std::min(kMostSessions, fits));
  list.resize(static_cast<std::size_t>(count), list.back());
  for (std::size_t i = 1; i < list.size(); ++i)
    list[i].week = list.front().week + static_cast<double>(i) * gap;
}

simulation::Plan gentler(const simulation::Plan& plan) {
  simulation::Plan gentle = plan;
  const Rhythm rhythm = rhythm_of(plan);
  if (rhythm.sessions > 1) {
    const double longer =
        std::clamp(std::round(kGentleGap * rhythm.every_weeks), kGentleGapLeast, kGentleGapMost);
    const double gap = std::max(longer, rhythm.every_weeks);
    const double span = plan.sessions.back().week - plan.sessions.front().week;
    set_rhythm(gentle, 1 + static_cast<int>(span / gap + 1e-9), gap);
  }
  for (simulation::Session& session : gentle.sessions)
    for (Injection& injection : session.injections)
      if (injection.units > 0.0)
        injection.units = std::max(
            1.0, std::round(injection.units * (lifts_the_brow(injection) ? kGentleForehead : kGentleDose)));
  return gentle;
}

}  // namespace app
