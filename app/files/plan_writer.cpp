#include "app/base/names.h"
#include "app/files/plan_file.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using Array = JsonValue::Array;
using Object = JsonValue::Object;

Object grade_value(const simulation::LineGrade& grade) {
  return {{"rest", grade.rest}, {"effort", grade.effort}};
}

Object person_value(const simulation::Person& person) {
  const simulation::CalfBaseline& calf = person.calf;
  const simulation::FaceBaseline& face = person.face;
  Object value{
      {"sex", name_of(kSexNames, person.sex)},
      {"age_years", person.age_years},
      {"activity", name_of(kActivityNames, person.activity)},
      {"skin_tone", person.skin_tone},
      {"calf",
       Object{{"max_girth_cm", Object{{"left", calf.max_girth_cm.left}, {"right", calf.max_girth_cm.right}}},
              {"fat_mm", calf.fat_mm},
              {"gastrocnemius_mm",
               Object{{"left", calf.gastrocnemius_mm.left}, {"right", calf.gastrocnemius_mm.right}}}}},
      {"face", Object{{"glabella", grade_value(face.glabella)},
                      {"forehead", grade_value(face.forehead)},
                      {"crows_feet", Object{{"left", grade_value(face.crows_feet.left)},
                                            {"right", grade_value(face.crows_feet.right)}}}}}};
  // Left out where nothing is said, so that plans without it stay as they were.
  if (person.previous_sessions > 0) value.push_back({"previous_sessions", person.previous_sessions});
  return value;
}

Object injection_value(const simulation::Injection& injection) {
  Object value;
  if (const auto* target = std::get_if<simulation::MuscleTarget>(&injection.target)) {
    value.push_back({"muscle", simulation::name(target->muscle)});
    value.push_back({"side", name_of(kSideNames, target->side)});
    value.push_back({"units", injection.units});
    if (target->points) value.push_back({"points", *target->points});
  } else {
    const auto& point = std::get<simulation::SkinPoint>(injection.target);
    value.push_back({"skin_uv", Array{point.uv.x, point.uv.y}});
    value.push_back({"units", injection.units});
  }
  if (injection.depth_mm) value.push_back({"depth_mm", *injection.depth_mm});
  return value;
}

}  // namespace

JsonValue plan_value(const simulation::Plan& plan) {
  Array sessions;
  for (const auto& session : plan.sessions) {
    Array injections;
    for (const auto& injection : session.injections) injections.emplace_back(injection_value(injection));
    Object value{{"week", session.week},
                 {"product", name_of(kProductNames, session.product)},
                 {"injections", std::move(injections)}};
    if (session.dilution_ml) value.push_back({"dilution_ml", *session.dilution_ml});
    sessions.emplace_back(std::move(value));
  }
  Object value{{"foreshow_plan", 1},
               {"title", plan.title},
               {"region", name_of(kRegionNames, plan.region)},
               {"person", person_value(plan.person)},
               {"sessions", std::move(sessions)}};
  if (!plan.fillers.empty()) {
    Array fillers;
    for (const auto& filler : plan.fillers)
      fillers.emplace_back(Object{{"site", name_of(kFillerSiteNames, filler.site)},
                                  {"millilitres", filler.millilitres},
                                  {"week", filler.week}});
    value.push_back({"fillers", std::move(fillers)});
  }
  return value;
}

void write_plan(const std::filesystem::path& path, const simulation::Plan& plan) {
  write_file(path, format_json(plan_value(plan)));
}

}  // namespace app
