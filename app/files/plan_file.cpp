#include "app/files/plan_file.h"

#include "app/base/names.h"
#include "app/files/case_file.h"
#include "app/files/plan_field.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/error.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Sided;

constexpr int kFormat = 1;

/// Left and right; a side left out takes the value of the other.
template <typename T, typename Read>
void read_sides(const Field& field, Sided<T>& values, Read read) {
  field.allow_keys({"left", "right"});
  const auto left = field.find("left");
  const auto right = field.find("right");
  if (left) values.left = read(*left, values.left);
  if (right) values.right = read(*right, values.right);
  if (left && !right) values.right = values.left;
  if (right && !left) values.left = values.right;
}

double read_plain_number(const Field& field, double) {
  return field.number();
}

simulation::LineGrade read_grade(const Field& field, simulation::LineGrade grade) {
  field.allow_keys({"rest", "effort"});
  if (auto rest = field.find("rest")) grade.rest = rest->integer();
  if (auto effort = field.find("effort")) grade.effort = effort->integer();
  return grade;
}

simulation::CalfBaseline read_calf(const Field& field) {
  field.allow_keys({"max_girth_cm", "fat_mm", "gastrocnemius_mm"});
  simulation::CalfBaseline calf;
  if (auto girth = field.find("max_girth_cm")) read_sides(*girth, calf.max_girth_cm, read_plain_number);
  if (auto fat = field.find("fat_mm")) calf.fat_mm = fat->number();
  if (auto muscle = field.find("gastrocnemius_mm"))
    read_sides(*muscle, calf.gastrocnemius_mm, read_plain_number);
  return calf;
}

simulation::FaceBaseline read_face(const Field& field) {
  field.allow_keys({"glabella", "forehead", "crows_feet"});
  simulation::FaceBaseline face;
  if (auto line = field.find("glabella")) face.glabella = read_grade(*line, face.glabella);
  if (auto line = field.find("forehead")) face.forehead = read_grade(*line, face.forehead);
  if (auto line = field.find("crows_feet")) read_sides(*line, face.crows_feet, read_grade);
  return face;
}

simulation::Person read_person(const Field& field) {
  field.allow_keys({"sex", "age_years", "activity", "skin_tone", "previous_sessions", "calf", "face"});
  simulation::Person person;
  if (auto sex = field.find("sex")) person.sex = sex->one_of(kSexNames);
  if (auto age = field.find("age_years")) person.age_years = age->number();
  if (auto activity = field.find("activity")) person.activity = activity->one_of(kActivityNames);
  if (auto tone = field.find("skin_tone")) person.skin_tone = tone->integer();
  if (auto previous = field.find("previous_sessions")) person.previous_sessions = previous->integer();
  if (auto calf = field.find("calf")) person.calf = read_calf(*calf);
  if (auto face = field.find("face")) person.face = read_face(*face);
  return person;
}

simulation::MuscleTarget read_muscle(const Field& field, const Field& muscle) {
  simulation::MuscleTarget target;
  target.muscle = muscle.one_of(muscle_names());
  const auto side = field.find("side");
  // A muscle of the midline has only one place to be, so its side may be left out.
  target.side = !side && simulation::is_midline(target.muscle) ? simulation::Side::midline
                                                               : field.at("side").one_of(kSideNames);
  if (auto points = field.find("points")) target.points = points->integer();
  return target;
}

simulation::SkinPoint read_skin_point(const Field& field) {
  const auto items = field.items();
  if (items.size() != 2)
    field.fail("has " + std::to_string(items.size()) + " numbers, expected 2: [u, v] from 0 to 1");
  return {{items[0].number(), items[1].number()}};
}

simulation::Injection read_injection(const Field& field) {
  field.allow_keys({"muscle", "side", "units", "points", "skin_uv", "depth_mm"});
  const auto muscle = field.find("muscle");
  const auto point = field.find("skin_uv");
  if (muscle && point) field.fail("has a muscle and a skin_uv, expected one of them");
  if (!muscle && !point) field.fail("has no place, expected a muscle and side, or a skin_uv");
  simulation::Injection injection;
  injection.units = field.at("units").number();
  if (auto depth = field.find("depth_mm")) injection.depth_mm = depth->number();
  if (muscle) {
    injection.target = read_muscle(field, *muscle);
    return injection;
  }
  if (auto side = field.find("side")) side->fail("is given beside skin_uv, expected with a muscle only");
  if (auto points = field.find("points"))
    points->fail("is given beside skin_uv, expected with a muscle only");
  injection.target = read_skin_point(*point);
  return injection;
}

simulation::Session read_session(const Field& field) {
  field.allow_keys({"week", "product", "injections", "dilution_ml"});
  simulation::Session session;
  session.week = field.at("week").number();
  session.product = field.at("product").one_of(kProductNames);
  if (auto dilution = field.find("dilution_ml")) session.dilution_ml = dilution->number();
  for (const Field& injection : field.at("injections").items())
    session.injections.push_back(read_injection(injection));
  return session;
}

simulation::Filler read_filler(const Field& field) {
  field.allow_keys({"site", "millilitres", "week"});
  simulation::Filler filler;
  filler.site = field.at("site").one_of(kFillerSiteNames);
  filler.millilitres = field.at("millilitres").number();
  filler.week = field.at("week").number();
  return filler;
}

simulation::Plan read_plan_value(const Field& root, const simulation::Plan* first) {
  if (!root.is_object()) root.fail("is not a plan, expected an object with \"foreshow_plan\": 1");
  const auto version = root.find("foreshow_plan");
  if (!version)
    root.fail_key("foreshow_plan", "missing, expected \"foreshow_plan\": 1 (is this a plan or case file?)");
  if (!version->is_number() || version->number() != kFormat)
    version->fail("is a version this program does not know, expected 1");
  root.allow_keys({"foreshow_plan", "title", "region", "person", "sessions", "fillers"});
  simulation::Plan plan;
  if (auto title = root.find("title")) plan.title = title->text();
  if (const auto region = root.find("region"); region || !first)
    plan.region = root.at("region").one_of(kRegionNames);
  else
    plan.region = first->region;
  if (auto person = root.find("person"))
    plan.person = read_person(*person);
  else if (first)
    plan.person = first->person;
  if (auto sessions = root.find("sessions"))
    for (const Field& session : sessions->items()) plan.sessions.push_back(read_session(session));
  if (auto fillers = root.find("fillers"))
    for (const Field& filler : fillers->items()) plan.fillers.push_back(read_filler(filler));
  return plan;
}

void require_same_body(const Field& root, const simulation::Plan& plan, const simulation::Plan& first) {
  if (plan.region != first.region)
    root.fail_key("region", "is " + std::string(name_of(kRegionNames, plan.region)) + ", expected " +
                                std::string(name_of(kRegionNames, first.region)) + " as in the first plan");
  if (plan.person != first.person)
    root.fail_key("person", "differs, expected the person of the first plan: both are shown on one body");
}

/// A case stands for its plan.
simulation::Plan plan_of(const JsonFile& file) {
  return is_case(file) ? checked_case(file).plan : read_plan_field(Field(file));
}

}  // namespace

simulation::Plan read_plan_field(const Field& root, const simulation::Plan* first) {
  const simulation::Plan plan = read_plan_value(root, first);
  try {
    simulation::validate(plan);
  } catch (const simulation::InputError& error) {
    root.fail_inside(error.what());
  }
  if (first) require_same_body(root, plan, *first);
  return plan;
}

simulation::Plan read_plan(const std::filesystem::path& path) {
  return plan_of(read_json(path, FileOwner::user));
}

simulation::Plan read_plan_beside(const std::filesystem::path& path, const simulation::Plan& first) {
  const JsonFile file = read_json(path, FileOwner::user);
  const simulation::Plan plan = plan_of(file);
  require_same_body(Field(file), plan, first);
  return plan;
}

simulation::Plan parse_plan(std::string_view text, const std::filesystem::path& path) {
  return plan_of(parse_json(text, path, FileOwner::user));
}

}  // namespace app
