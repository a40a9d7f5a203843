#include "simulation/plan/plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "simulation/error.h"
#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

constexpr double kMaxUnits = 10000.0;
constexpr std::size_t kMaxSessions = 200;
constexpr std::size_t kMaxInjections = 200;
constexpr std::size_t kMaxFillers = 40;

std::string plain(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw InputError(path + ": " + what);
}

void require_between(const std::string& path, double value, double low, double high, const char* unit = "") {
  if (std::isfinite(value) && value >= low && value <= high) return;
  fail(path, "is " + (std::isfinite(value) ? plain(value) : std::string("not a number")) + ", expected " +
                 plain(low) + " to " + plain(high) + unit);
}

void require_grades(const std::string& path, const LineGrade& grade) {
  require_between(path + ".rest", grade.rest, 0, 3);
  require_between(path + ".effort", grade.effort, 0, 3);
}

void validate_person(const Person& person) {
  require_between("person.age_years", person.age_years, 18, 90, " years");
  require_between("person.skin_tone", person.skin_tone, 1, 6);
  require_between("person.previous_sessions", person.previous_sessions, 0, kMaxSessions);
  const CalfBaseline& calf = person.calf;
  for (BodySide side : kBodySides) {
    const std::string end = "." + std::string(name(side));
    require_between("person.calf.max_girth_cm" + end, calf.max_girth_cm[side], 20, 60, " cm");
    require_between("person.calf.gastrocnemius_mm" + end, calf.gastrocnemius_mm[side], 5, 45, " mm");
    require_grades("person.face.crows_feet" + end, person.face.crows_feet[side]);
  }
  require_between("person.calf.fat_mm", calf.fat_mm, 1, 30, " mm");
  require_grades("person.face.glabella", person.face.glabella);
  require_grades("person.face.forehead", person.face.forehead);
}

void validate_target(const std::string& path, const MuscleTarget& target) {
  const std::string muscle(name(target.muscle));
  if (!can_be_target(target.muscle)) fail(path + ".muscle", muscle + " is never a target");
  const bool midline = target.side == Side::midline;
  if (midline != is_midline(target.muscle))
    fail(path + ".side", midline ? muscle + " has two sides, expected left, right or both"
                                 : muscle + " lies in the midline, expected midline");
  if (target.points) require_between(path + ".points", *target.points, 1, kMaxPoints);
}

void validate_session(const std::string& path, const Session& session) {
  require_between(path + ".week", session.week, 0, kMaxWeek, " weeks");
  if (session.dilution_ml) require_between(path + ".dilution_ml", *session.dilution_ml, 0.5, 20, " mL");
  if (session.injections.size() > kMaxInjections)
    fail(path + ".injections", "more than " + std::to_string(kMaxInjections) + " injections");
  for (std::size_t i = 0; i < session.injections.size(); ++i) {
    const Injection& injection = session.injections[i];
    const std::string at = path + ".injections[" + std::to_string(i) + "]";
    require_between(at + ".units", injection.units, 0, kMaxUnits, " units");
    if (injection.depth_mm) require_between(at + ".depth_mm", *injection.depth_mm, 0.5, 60, " mm");
    if (const auto* target = std::get_if<MuscleTarget>(&injection.target)) {
      validate_target(at, *target);
    } else {
      const glm::dvec2 uv = std::get<SkinPoint>(injection.target).uv;
      require_between(at + ".skin_uv[0]", uv.x, 0, 1);
      require_between(at + ".skin_uv[1]", uv.y, 0, 1);
    }
  }
}

void validate_fillers(const std::vector<Filler>& fillers) {
  if (fillers.size() > kMaxFillers) fail("fillers", "more than " + std::to_string(kMaxFillers) + " fillers");
  std::array<double, kFillerSiteCount> site_ml{};
  for (std::size_t i = 0; i < fillers.size(); ++i) {
    const std::string at = "fillers[" + std::to_string(i) + "]";
    require_between(at + ".millilitres", fillers[i].millilitres, 0, kMaxFillerMl, " mL");
    require_between(at + ".week", fillers[i].week, 0, kMaxWeek, " weeks");
    double& sum_ml = site_ml[static_cast<std::size_t>(fillers[i].site)];
    sum_ml += fillers[i].millilitres;
    if (sum_ml > kMaxSiteFillerMl)
      fail(at + ".millilitres", "makes " + plain(sum_ml) +
                                    " mL at one site over the plan, expected at most " +
                                    plain(kMaxSiteFillerMl) + " mL");
  }
}

}  // namespace

double last_shown_week(const Plan& plan) {
  double last = 0.0;
  for (const Session& session : plan.sessions) last = std::max(last, session.week);
  for (const Filler& filler : plan.fillers) last = std::max(last, filler.week);
  return last + kWeeksShown;
}

void validate(const Plan& plan) {
  validate_person(plan.person);
  if (plan.sessions.size() > kMaxSessions)
    fail("sessions", "more than " + std::to_string(kMaxSessions) + " sessions");
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    validate_session("sessions[" + std::to_string(i) + "]", plan.sessions[i]);
  if (plan.region == Region::calf && !plan.fillers.empty())
    fail("fillers", "are for the face only, expected none for the calf");
  validate_fillers(plan.fillers);
}

}  // namespace simulation
