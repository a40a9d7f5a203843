#include <algorithm>
#include <cmath>

#include "app/check/dose_sums.h"
#include "app/check/rules.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::FaceLine;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Plan;
using simulation::Session;

bool glabella_near(const Checked& checked, const Session& forehead) {
  return std::any_of(checked.plan.sessions.begin(), checked.plan.sessions.end(), [&](const Session& session) {
    return area_units(session, FaceLine::glabella) > 0.0 &&
           std::abs(session.week - forehead.week) < checked.limits.weeks_between_sessions.value;
  });
}

void forehead_alone(const Checked& checked, Remarks& remarks) {
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    const Session& session = checked.plan.sessions[s];
    if (area_units(session, FaceLine::forehead) <= 0.0 || glabella_near(checked, session)) continue;
    remarks.push_back({Severity::warning,
                       Harm::placement,
                       session_path(s) + ".injections",
                       "finding.forehead_alone",
                       {},
                       checked.limits.forehead_alone,
                       s});
  }
}

double plan_units(const Plan& plan, Muscle muscle, BodySide side) {
  double sum = 0.0;
  for (const Session& session : plan.sessions) sum += side_units(session, {&muscle, 1}, side);
  return sum;
}

/// Whether this side is the larger calf or the deeper line, so that treating it alone evens the two out.
bool evens_out(const simulation::Person& person, Muscle muscle, BodySide side) {
  const BodySide other = side == BodySide::left ? BodySide::right : BodySide::left;
  if (simulation::region_of(muscle) == simulation::Region::calf)
    return person.calf.max_girth_cm[side] > person.calf.max_girth_cm[other];
  const auto& feet = person.face.crows_feet;
  return muscle == Muscle::orbicularis_oculi && feet[side].effort > feet[other].effort;
}

void one_side(const Checked& checked, BodySide side, Remarks& remarks) {
  const BodySide other = side == BodySide::left ? BodySide::right : BodySide::left;
  std::vector<Muscle> alone;
  std::string field;
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    const auto& injections = checked.plan.sessions[s].injections;
    for (std::size_t i = 0; i < injections.size(); ++i) {
      const auto* target = std::get_if<MuscleTarget>(&injections[i].target);
      if (!target || simulation::is_midline(target->muscle) ||
          plan_units(checked.plan, target->muscle, side) <= 0.0 ||
          plan_units(checked.plan, target->muscle, other) > 0.0 ||
          evens_out(checked.plan.person, target->muscle, side))
        continue;
      if (alone.empty()) field = injection_path(s, i) + ".side";
      alone.push_back(target->muscle);
    }
  }
  if (alone.empty()) return;
  remarks.push_back({Severity::warning,
                     Harm::placement,
                     field,
                     side == BodySide::left ? "finding.left_only" : "finding.right_only",
                     {{"muscles", words_of(alone, checked.texts)}},
                     checked.limits.one_side});
}

}  // namespace

void check_placement(const Checked& checked, Remarks& remarks) {
  if (checked.plan.region == simulation::Region::face) forehead_alone(checked, remarks);
  for (const BodySide side : simulation::kBodySides) one_side(checked, side, remarks);
}

}  // namespace app
