#include "app/studio/sidecar.h"

#include "app/base/version.h"
#include "app/files/file.h"
#include "app/files/json.h"
#include "app/files/plan_file.h"
#include "app/studio/side_effect.h"
#include "render/file/sha256.h"
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
Object tape_value(const Pane& pane, const TapeTaken& tape) {
  JsonValue::Array sources;
  for (const std::string& key : pane.outcome->model().at("tape.reading_sd").sources) sources.push_back(key);
  return {{"place", pane.tape.t ? "given" : "largest"},     {"knee_to_ankle", tape.t},
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
  render::Sha256 hash;
  if (image.depth() == render::Depth::bits_16)
    hash.add_values(std::span(image.rgba16));
  else
    hash.add_values(std::span(image.rgba));
  return hash.finish();
}

/// The standard view that a pane is seen from, or `free`.
std::string_view view_of(const Pane& pane, Join join, const PictureFormat& format) {
  const render::Framing framing = framing_of(pane.outcome->body(), pane.moment.pose, pane.moment.side_effect);
  const glm::ivec2 size = pane_size(join, format.size);
  for (const render::StandardView view : render::kStandardViews)
    if (render::offers(framing, view) &&
        pane.camera == view_camera(view, framing, size, format.keep_clear, format.letters))
      return render::view_name(view);
  return "free";
}

void push_pose(Object& value, const Pane& pane) {
  const Moment& moment = pane.moment;
  if (pane.outcome->plan().region == simulation::Region::face) {
    value.push_back({"expression", name_of(kExpressionNames, moment.expression)});
    value.push_back({"effort", moment.effort});
    value.push_back({"treatment", name_of(kTreatmentNames, moment.treatment)});
  } else {
    value.push_back({"pose", name_of(kPoseNames, moment.pose)});
    if (moment.pose != simulation::CalfPose::standing) value.push_back({"effort", moment.effort});
  }
}

}  // namespace

std::string sidecar_text(const Frame& frame, const PictureFormat& format, const Taken& taken,
                         const Provenance& provenance) {
  const Pane& pane = frame.main();
  const Outcome& outcome = *pane.outcome;
  Object value{{"foreshow_picture", 1},
               {"file", provenance.file},
               {"label", provenance.label},
               {"program", Object{{"name", kProgramName}, {"version", kVersion}}},
               {"region", name_of(kRegionNames, outcome.plan().region)},
               {"week", pane.moment.week},
               {"responder", name_of(kResponderNames, pane.moment.responder)},
               {"view", view_of(pane, frame.join, format)},
               {"layer", name_of(kLayerNames, pane.layer)},
               {"compare", name_of(kJoinNames, frame.join)}};
  if (!taken.stamp.empty()) value.push_back({"stamp", taken.stamp});
  if (frame.join == Join::wipe) value.push_back({"wipe", frame.wipe});
  push_pose(value, pane);
  if (pane.moment.side_effect) value.push_back({"state", name_of(kStateNames, pane.moment.side_effect)});
  if (pane.hidden.any()) {
    JsonValue::Array hidden;
    for (const simulation::AtlasRow& row : simulation::atlas())
      if (row.structure && has(pane.hidden, *row.structure)) hidden.push_back(row.key);
    value.push_back({"hidden", std::move(hidden)});
  }
  value.push_back({"light", light_name(pane.light)});
  if (taken.tape) value.push_back({"tape", tape_value(pane, *taken.tape)});
  if (taken.points) value.push_back({"injection_points", points_value(outcome, *taken.points)});
  value.push_back({"camera", camera_value(pane.camera)});
  value.push_back({"size", Object{{"width", format.size.x}, {"height", format.size.y}}});
  if (taken.image.depth() == render::Depth::bits_16) value.push_back({"bits", 16});
  value.push_back({"scale", "true"});
  value.push_back({"mesh_sha256", outcome.body().mesh().hash()});
  value.push_back({"surface_sha256", surface_hash(outcome.surface(pane.moment))});
  value.push_back({"model_sha256", provenance.model_hash});
  value.push_back({"studio_sha256", taken.studio_hash});
  value.push_back({"pixels_sha256", pixel_hash(taken.image)});
  value.push_back({"renderer", provenance.renderer});
  value.push_back({"plan", plan_value(outcome.plan())});
  if (frame.join == Join::beside) {
    const Pane& other = frame.panes.back();
    value.push_back({"beside", Object{{"surface_sha256", surface_hash(other.outcome->surface(other.moment))},
                                      {"plan", plan_value(other.outcome->plan())}}});
  }
  return format_json(std::move(value));
}

std::filesystem::path sidecar_path(std::filesystem::path picture) {
  return picture.replace_extension(".json");
}

void write_picture(const std::filesystem::path& file, const Frame& frame, const PictureFormat& format,
                   const Taken& taken, Provenance provenance) {
  provenance.file = file.filename().string();
  const std::string sidecar = sidecar_text(frame, format, taken, provenance);
  render::write_png(file, taken.image, {}, format.dpi);
  write_file(sidecar_path(file), sidecar);
}

}  // namespace app
