#include "app/files/case_file.h"
#include "app/files/plan_file.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using Array = JsonValue::Array;
using Object = JsonValue::Object;

Array point(const glm::dvec3& p) {
  return {p.x, p.y, p.z};
}

Object camera_value(const CaseCamera& view) {
  const render::Camera& camera = view.camera;
  Object value{{"eye_mm", point(camera.eye_mm)},
               {"target_mm", point(camera.target_mm)},
               {"up", point(camera.up)},
               {"projection", camera.orthographic ? "orthographic" : "perspective"}};
  // The other of the two serves no picture, but a camera is the same again.
  value.push_back({"height_mm", camera.ortho_height_mm});
  value.push_back({"vertical_field_of_view_rad", camera.vertical_fov_rad});
  value.push_back({"near_mm", camera.near_mm});
  value.push_back({"far_mm", camera.far_mm});
  value.push_back({"aspect", view.aspect});
  return value;
}

JsonValue camera_value(const std::variant<render::StandardView, CaseCamera>& camera) {
  if (const auto* free = std::get_if<CaseCamera>(&camera)) return camera_value(*free);
  return render::view_name(std::get<render::StandardView>(camera));
}

template <typename E, std::size_t N>
void push_word(Object& object, const char* key, const std::optional<E>& value, const Names<E, N>& names) {
  if (value) object.push_back({key, name_of(names, *value)});
}

template <typename T>
void push(Object& object, const char* key, const std::optional<T>& value) {
  if (value) object.push_back({key, *value});
}

Object view_value(const CaseView& view) {
  Object value;
  push(value, "week", view.week);
  push_word(value, "responder", view.responder, kResponderNames);
  push_word(value, "layer", view.layer, kLayerNames);
  push_word(value, "expression", view.expression, kExpressionNames);
  push_word(value, "pose", view.pose, kPoseNames);
  push(value, "effort", view.effort);
  if (view.camera) value.push_back({"camera", camera_value(*view.camera)});
  push_word(value, "compare", view.compare, kJoinNames);
  push(value, "wipe", view.wipe);
  push(value, "ghost", view.ghost);
  push_word(value, "treatment", view.treatment, kTreatmentNames);
  push_word(value, "state", view.state, kStateNames);
  if (view.tape) value.push_back({"tape", view.tape->t ? JsonValue(*view.tape->t) : JsonValue("largest")});
  push(value, "points", view.points);
  push_word(value, "light", view.light, kLightNames);
  push(value, "quantity", view.quantity);
  push(value, "session", view.session);
  if (!view.hidden.empty()) {
    Array hidden;
    for (const simulation::Structure structure : view.hidden)
      hidden.emplace_back(simulation::row_of(structure).key);
    value.push_back({"hidden", std::move(hidden)});
  }
  return value;
}

Object bookmark_value(const Bookmark& bookmark) {
  Object value;
  if (!bookmark.title.empty()) value.push_back({"title", bookmark.title});
  if (bookmark.view) value.push_back({"view", view_value(*bookmark.view)});
  if (!bookmark.text.empty()) value.push_back({"text", bookmark.text});
  if (!bookmark.drawings.empty()) value.push_back({"drawings", bookmark.drawings});
  return value;
}

}  // namespace

JsonValue case_value(const Case& value) {
  Object object{{"foreshow_case", 1}};
  if (!value.title.empty()) object.push_back({"title", value.title});
  object.push_back({"plan", plan_value(value.plan)});
  if (value.beside) object.push_back({"beside", plan_value(*value.beside)});
  if (value.view) object.push_back({"view", view_value(*value.view)});
  if (!value.bookmarks.empty()) {
    Array bookmarks;
    for (const Bookmark& bookmark : value.bookmarks) bookmarks.emplace_back(bookmark_value(bookmark));
    object.push_back({"bookmarks", std::move(bookmarks)});
  }
  if (!value.notes.empty()) object.push_back({"notes", value.notes});
  return object;
}

std::string case_text(const Case& value) {
  return format_json(case_value(value));
}

void write_case(const std::filesystem::path& path, const Case& value) {
  const std::string text = case_text(value);
  if (text.size() > kMaxJsonBytes)
    fail_file(FileOwner::user, path,
              "would be larger than " + std::to_string(kMaxJsonBytes / 1024) +
                  " kB, expected shorter notes or fewer drawings");
  write_file(path, text, FileReaders::owner);
}

}  // namespace app
