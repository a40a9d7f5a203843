#include "simulation/plan/plan.h"

#include <algorithm>
#include <cmath>

#include "simulation/error.h"

namespace simulation {
namespace {

std::string text_of(double value) {
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

void require(double value, double low, double high, const std::string& field, const std::string& unit) {
  // Written so that a value that is not a number fails too.
  if (value >= low && value <= high) return;
  throw InputError(field + ": " + text_of(value) + " is out of range, expected " + text_of(low) + " to " +
                   text_of(high) + unit);
}

void validate_grade(const LineGrade& grade, const std::string& field) {
  require(grade.rest, 0, 3, field + ".rest", "");
  require(grade.effort, 0, 3, field + ".effort", "");
}

void validate_person(const Person& person) {
  require(person.age_years, 18, 90, "person.age_years", " years");
  require(person.skin_tone, 1, 6, "person.skin_tone", "");
  require(person.calf.max_girth_cm.left, 20, 60, "person.calf.max_girth_cm.left", " cm");
  require(person.calf.max_girth_cm.right, 20, 60, "person.calf.max_girth_cm.right", " cm");
  require(person.calf.fat_mm, 1, 40, "person.calf.fat_mm", " mm");
  require(person.calf.gastrocnemius_mm.left, 5, 50, "person.calf.gastrocnemius_mm.left", " mm");
  require(person.calf.gastrocnemius_mm.right, 5, 50, "person.calf.gastrocnemius_mm.right", " mm");
  validate_grade(person.face.glabella, "person.face.glabella");
  validate_grade(person.face.forehead, "person.face.forehead");
  validate_grade(person.face.crows_feet.left, "person.face.crows_feet.left");
  validate_grade(person.face.crows_feet.right, "person.face.crows_feet.right");
}

void validate_injection(const Injection& injection, const std::string& field) {
  require(injection.units, 0, 5000, field + ".units", " units");
  if (const auto* point = std::get_if<SkinPoint>(&injection.target)) {
    require(point->uv.x, 0, 1, field + ".skin_uv[0]", "");
    require(point->uv.y, 0, 1, field + ".skin_uv[1]", "");
    return;
  }
  const auto& target = std::get<MuscleTarget>(injection.target);
  if (target.points) require(*target.points, 1, 50, field + ".points", "");
  const bool midline = target.side == Side::midline;
  if (target.muscle == Muscle::procerus && !midline)
    throw InputError(field + ".side: the procerus is one muscle, expected midline");
  if (target.muscle != Muscle::procerus && midline)
    throw InputError(field + ".side: the muscle is a pair, expected left, right or both");
}

}  // namespace

double last_shown_week(const Plan& plan) {
  double last = 0.0;
  for (const Session& session : plan.sessions) last = std::max(last, session.week);
  return last + kWeeksShown;
}

void validate(const Plan& plan) {
  validate_person(plan.person);
  for (std::size_t s = 0; s < plan.sessions.size(); ++s) {
    const std::string field = "sessions[" + std::to_string(s) + "]";
    require(plan.sessions[s].week, 0, kMaxWeek, field + ".week", " weeks");
    for (std::size_t i = 0; i < plan.sessions[s].injections.size(); ++i)
      validate_injection(plan.sessions[s].injections[i], field + ".injections[" + std::to_string(i) + "]");
  }
  if (plan.region == Region::calf && !plan.fillers.empty())
    throw InputError("fillers: given for a calf, expected with a face only");
  for (std::size_t i = 0; i < plan.fillers.size(); ++i) {
    const std::string field = "fillers[" + std::to_string(i) + "]";
    require(plan.fillers[i].millilitres, 0, 20, field + ".millilitres", " mL");
    require(plan.fillers[i].week, 0, kMaxWeek, field + ".week", " weeks");
  }
}

}  // namespace simulation
