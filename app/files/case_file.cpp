#include "app/files/case_file.h"

#include <algorithm>

#include "app/files/case_field.h"
#include "app/files/plan_field.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

constexpr int kCaseFormat = 1;
constexpr std::size_t kMaxTextBytes = 4'000;

template <typename T, typename Read>
void read_if_there(const Field& root, std::string_view key, std::optional<T>& value, Read read) {
  if (const auto field = root.find(key)) value = read(*field);
}

template <typename E, std::size_t N>
void read_word(const Field& root, std::string_view key, std::optional<E>& value, const Names<E, N>& names) {
  read_if_there(root, key, value, [&](const Field& field) { return field.one_of(names); });
}

double require_number(const Field& field, double least, double most, std::string_view expected) {
  const double value = field.number();
  if (value < least || value > most) field.fail("is out of range, expected " + std::string(expected));
  return value;
}

double share(const Field& field) {
  return require_number(field, 0.0, 1.0, "0 to 1");
}

glm::dvec3 read_point(const Field& field) {
  const auto items = field.items();
  if (items.size() != 3)
    field.fail("has " + std::to_string(items.size()) + " numbers, expected 3: [x, y, z] in mm");
  return {items[0].number(), items[1].number(), items[2].number()};
}

CaseCamera read_free_camera(const Field& field) {
  field.allow_keys({"eye_mm", "target_mm", "up", "projection", "height_mm", "vertical_field_of_view_rad",
                    "near_mm", "far_mm", "aspect"});
  constexpr Names<bool, 2> kProjections{{{true, "orthographic"}, {false, "perspective"}}};
  constexpr double kFarMm = 1e6;
  CaseCamera read;
  render::Camera& camera = read.camera;
  camera.eye_mm = read_point(field.at("eye_mm"));
  camera.target_mm = read_point(field.at("target_mm"));
  camera.up = read_point(field.at("up"));
  camera.orthographic = field.at("projection").one_of(kProjections);
  // Only the one of its projection has to be there.
  if (const auto height = field.find("height_mm"); height || camera.orthographic)
    camera.ortho_height_mm = require_number(field.at("height_mm"), 1.0, kFarMm, "1 mm to 1 km");
  if (const auto fov = field.find("vertical_field_of_view_rad"); fov || !camera.orthographic)
    camera.vertical_fov_rad =
        require_number(field.at("vertical_field_of_view_rad"), 0.001, 3.0, "0.001 to 3");
  if (const auto near = field.find("near_mm"))
    camera.near_mm = require_number(*near, 1e-3, kFarMm, "0.001 mm to 1 km");
  if (const auto far = field.find("far_mm"))
    camera.far_mm =
        require_number(*far, camera.near_mm + 1e-3, 2 * kFarMm, "more than near_mm, at most 2 km");
  if (const auto aspect = field.find("aspect")) read.aspect = require_number(*aspect, 0.1, 10.0, "0.1 to 10");
  if (camera.distance_mm() < 1e-3) field.fail("has its eye at its target, expected them apart");
  if (glm::length(glm::cross(camera.up, camera.target_mm - camera.eye_mm)) < 1e-9)
    field.fail("has up along its line of sight, expected another way up");
  return read;
}

std::variant<render::StandardView, CaseCamera> read_camera(const Field& field) {
  if (field.is_object()) return read_free_camera(field);
  std::vector<std::pair<render::StandardView, std::string_view>> names;
  for (const render::StandardView view : render::kStandardViews) names.emplace_back(view, view_name(view));
  return field.one_of(std::span<const std::pair<render::StandardView, std::string_view>>(names));
}

CaseTape read_tape(const Field& field) {
  if (field.is_number()) return {share(field)};
  constexpr Names<bool, 1> kLargest{{{true, "largest"}}};
  field.one_of(kLargest);
  return {};
}

std::vector<simulation::Structure> read_hidden(const Field& field) {
  std::vector<std::pair<simulation::Structure, std::string_view>> names;
  for (const simulation::AtlasRow& row : simulation::atlas())
    if (row.structure) names.emplace_back(*row.structure, row.key);
  std::vector<simulation::Structure> hidden;
  for (const Field& item : field.items())
    hidden.push_back(item.one_of(std::span<const std::pair<simulation::Structure, std::string_view>>(names)));
  return hidden;
}

int read_session_index(const Field& field) {
  const int index = field.integer();
  if (index < 0) field.fail("is out of range, expected 0 or more");
  return index;
}

CaseView read_view(const Field& root) {
  root.allow_keys({"week", "responder", "layer", "expression", "pose", "effort", "camera", "compare", "wipe",
                   "ghost", "treatment", "state", "tape", "points", "light", "quantity", "session",
                   "hidden"});
  CaseView view;
  read_if_there(root, "week", view.week, [](const Field& field) {
    return require_number(field, 0.0, simulation::kMaxWeek + simulation::kWeeksShown,
                          "a week from 0 to the end of the plan");
  });
  read_word(root, "responder", view.responder, kResponderNames);
  read_word(root, "layer", view.layer, kLayerNames);
  read_word(root, "expression", view.expression, kExpressionNames);
  read_word(root, "pose", view.pose, kPoseNames);
  read_if_there(root, "effort", view.effort, share);
  read_if_there(root, "camera", view.camera, read_camera);
  read_word(root, "compare", view.compare, kJoinNames);
  read_if_there(root, "wipe", view.wipe, share);
  read_if_there(root, "ghost", view.ghost, share);
  read_word(root, "treatment", view.treatment, kTreatmentNames);
  read_word(root, "state", view.state, kStateNames);
  read_if_there(root, "tape", view.tape, read_tape);
  read_if_there(root, "points", view.points, [](const Field& field) { return field.boolean(); });
  read_word(root, "light", view.light, kLightNames);
  read_if_there(root, "quantity", view.quantity, [](const Field& field) { return field.text(); });
  read_if_there(root, "session", view.session, read_session_index);
  if (const auto hidden = root.find("hidden")) view.hidden = read_hidden(*hidden);
  return view;
}

Bookmark read_bookmark(const Field& root) {
  root.allow_keys({"title", "view", "text", "drawings"});
  Bookmark bookmark;
  if (const auto title = root.find("title")) bookmark.title = title->text();
  read_if_there(root, "view", bookmark.view, read_view);
  if (const auto text = root.find("text")) bookmark.text = text->text(kMaxTextBytes);
  const auto drawings = root.find("drawings");
  if (!drawings) return bookmark;
  for (const Field& drawing : drawings->items()) {
    if (!drawing.is_object()) drawing.fail("is not a drawing, expected an object");
    bookmark.drawings.push_back(drawing.value());
  }
  return bookmark;
}

/// A pane of the picture: two plans, and before and after, share its width.
double pane_aspect(const Field& root, std::optional<Join> join) {
  constexpr double kMost = 1e6;
  const Field size = root.at("size");
  const double width = require_number(size.at("width"), 1, kMost, "1 or more");
  const double height = require_number(size.at("height"), 1, kMost, "1 or more");
  const bool halves = join == Join::side || join == Join::beside;
  return std::clamp((halves ? width / 2 : width) / height, 0.1, 10.0);
}

}  // namespace

CaseView read_sidecar_view(const Field& root) {
  CaseView view;
  view.week = root.at("week").number();
  read_word(root, "responder", view.responder, kResponderNames);
  read_word(root, "layer", view.layer, kLayerNames);
  read_word(root, "expression", view.expression, kExpressionNames);
  read_word(root, "pose", view.pose, kPoseNames);
  read_if_there(root, "effort", view.effort, share);
  read_word(root, "compare", view.compare, kJoinNames);
  read_if_there(root, "wipe", view.wipe, share);
  read_word(root, "treatment", view.treatment, kTreatmentNames);
  read_word(root, "state", view.state, kStateNames);
  if (const auto hidden = root.find("hidden")) view.hidden = read_hidden(*hidden);
  // The map of a file is not kept with a picture.
  if (const auto light = root.find("light"))
    for (const auto& [preset, name] : kLightNames)
      if (light->text() == name) view.light = preset;
  if (const auto tape = root.find("tape")) {
    view.tape.emplace();
    if (tape->at("place").text() == "given") view.tape->t = share(tape->at("knee_to_ankle"));
  }
  view.points = root.find("injection_points").has_value();
  if (root.at("view").text() == "free")
    view.camera = CaseCamera{read_free_camera(root.at("camera")).camera, pane_aspect(root, view.compare)};
  else
    view.camera = read_camera(root.at("view"));
  return view;
}

bool is_case(const JsonFile& file) {
  const Field root(file);
  return root.is_object() && root.find("foreshow_case");
}

Case checked_case(const JsonFile& file) {
  return read_case_field(Field(file));
}

Case read_case_field(const Field& root) {
  if (!root.is_object()) root.fail("is not a case, expected an object with \"foreshow_case\": 1");
  const auto version = root.find("foreshow_case");
  if (!version)
    root.fail_key("foreshow_case", "missing, expected \"foreshow_case\": 1 (is this a case file?)");
  if (!version->is_number() || version->number() != kCaseFormat)
    version->fail("is a version this program does not know, expected 1");
  root.allow_keys({"foreshow_case", "title", "plan", "beside", "view", "bookmarks", "notes"});
  Case read;
  if (const auto title = root.find("title")) read.title = title->text(kMaxTitleBytes);
  read.plan = read_plan_field(root.at("plan"));
  if (const auto beside = root.find("beside")) read.beside = read_plan_field(*beside, &read.plan);
  read_if_there(root, "view", read.view, read_view);
  if (const auto bookmarks = root.find("bookmarks"))
    for (const Field& bookmark : bookmarks->items()) read.bookmarks.push_back(read_bookmark(bookmark));
  if (const auto notes = root.find("notes")) read.notes = notes->text(kMaxNotesBytes);
  return read;
}

Case read_case(const std::filesystem::path& path) {
  return checked_case(read_json(path, FileOwner::user));
}

Case parse_case(std::string_view text, const std::filesystem::path& path) {
  return checked_case(parse_json(text, path, FileOwner::user));
}

}  // namespace app
