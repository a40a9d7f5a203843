#include "app/commands/sidecar.h"

#include "app/base/hash.h"
#include "app/base/version.h"
#include "app/files/json.h"
#include "app/files/plan_file.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

using Object = JsonValue::Object;

JsonValue point(const glm::dvec3& p) {
  return JsonValue::Array{p.x, p.y, p.z};
}

Object camera_value(const render::Camera& camera) {
  Object value{{"eye_mm", point(camera.eye_mm)},
               {"target_mm", point(camera.target_mm)},
               {"up", point(camera.up)},
               {"projection", camera.orthographic ? "orthographic" : "perspective"}};
  if (camera.orthographic) {
    value.push_back({"height_mm", camera.ortho_height_mm});
  } else {
    value.push_back({"vertical_field_of_view_rad", camera.vertical_fov_rad});
  }
  return value;
}

Object reading_value(const TapeReading& reading) {
  return {{"week_0", reading.before_cm}, {"now", reading.now_cm}};
}

/// As read, to 0.1 cm.
Object tape_value(const Outcome& outcome, const Picture& picture, const TapeTaken& tape) {
  JsonValue::Array sources;
  for (const std::string& key : outcome.model().at("tape.reading_sd").sources) sources.push_back(key);
  return {{"place", picture.tape.t ? "given" : "largest"},  {"knee_to_ankle", tape.t},
          {"left_cm", reading_value(tape.reading.left)},    {"right_cm", reading_value(tape.reading.right)},
          {"repeat_error_cm", tape.reading.left.repeat_cm}, {"repeat_error_sources", std::move(sources)}};
}

/// Needle points as drawn, with where each lies on the skin's texture.
Object points_value(const Outcome& outcome, const InjectionMap& map) {
  const render::Topology& skin = *outcome.body().parts().front().topology;
  JsonValue::Array points;
  for (const InjectionPoint& point : map.points) {
    const glm::dvec2 uv = uv_of(skin, point.place);
    Object value;
    if (point.muscle) {
      value.push_back({"muscle", simulation::name(*point.muscle)});
      value.push_back({"side", simulation::is_midline(*point.muscle)      ? "midline"
                               : point.side == simulation::BodySide::left ? "left"
                                                                          : "right"});
    }
    value.push_back({"skin_uv", JsonValue::Array{uv.x, uv.y}});
    value.push_back({"units", point.units});
    value.push_back({"possible_spread_mm", JsonValue::Array{point.spread_along_mm, point.spread_across_mm}});
    points.push_back(std::move(value));
  }
  return {{"session", static_cast<double>(map.session)},
          {"unplaced_units", map.unplaced_units},
          {"points", std::move(points)}};
}

std::string pixel_hash(const render::Image& image) {
  Sha256 hash;
  hash.add_values(std::span(image.rgba));
  return hash.finish();
}

}  // namespace

std::string sidecar_text(const Outcome& outcome, const Picture& picture, const Taken& taken,
                         const Provenance& provenance, const Outcome* beside) {
  Object value{
      {"foreshow_picture", 1},
      {"file", provenance.file},
      {"label", kLabel},
      {"program", Object{{"name", kProgramName}, {"version", kVersion}}},
      {"region", name_of(kRegionNames, outcome.plan().region)},
      {"week", picture.moment.week},
      {"responder", name_of(kResponderNames, picture.moment.responder)},
      {"view", render::view_name(picture.view)},
      {"layer", name_of(kLayerNames, picture.layer)},
      {"compare", beside ? std::string_view("beside") : name_of(kComparisonNames, picture.comparison)}};
  if (outcome.plan().region == simulation::Region::face) {
    value.push_back({"expression", name_of(kExpressionNames, picture.moment.expression)});
    value.push_back({"effort", picture.moment.effort});
    value.push_back({"treatment", name_of(kTreatmentNames, picture.moment.treatment)});
  } else {
    value.push_back({"pose", name_of(kPoseNames, picture.moment.pose)});
    if (picture.moment.pose != simulation::CalfPose::standing)
      value.push_back({"effort", picture.moment.effort});
  }
  value.push_back({"light", light_name(picture.light)});
  if (taken.tape) value.push_back({"tape", tape_value(outcome, picture, *taken.tape)});
  if (taken.points) value.push_back({"injection_points", points_value(outcome, *taken.points)});
  value.push_back({"camera", camera_value(taken.camera)});
  value.push_back({"size", Object{{"width", picture.size.x}, {"height", picture.size.y}}});
  value.push_back({"scale", "true"});
  value.push_back({"mesh_sha256", provenance.mesh_hash});
  value.push_back({"surface_sha256", surface_hash(outcome.surface(picture.moment))});
  value.push_back({"model_sha256", provenance.model_hash});
  value.push_back({"studio_sha256", taken.studio_hash});
  value.push_back({"pixels_sha256", pixel_hash(taken.image)});
  value.push_back({"renderer", provenance.renderer});
  value.push_back({"plan", plan_value(outcome.plan())});
  if (beside)
    value.push_back({"beside", Object{{"surface_sha256", surface_hash(beside->surface(picture.moment))},
                                      {"plan", plan_value(beside->plan())}}});
  return format_json(std::move(value));
}

}  // namespace app
