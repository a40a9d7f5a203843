#include "app/body/body.h"

#include <algorithm>
#include <future>
#include <stdexcept>

#include "app/base/error.h"
#include "app/files/kept_values.h"
#include "simulation/calf/leg_drive.h"
#include "simulation/face/brow_gauge.h"
#include "simulation/face/closed_lips.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

/// How hard the person stands on tip-toe; 0 when standing.
double tiptoe_effort(const Moment& held) {
  return held.pose == simulation::CalfPose::tiptoe ? held.effort : 0.0;
}

/// Of the teeth's part nothing hangs lower than this above the chin.
constexpr double kGumsOverChinMm = 12.0;

/// Name of a filler's place among what moves a face.
std::string filler_target(std::size_t place) {
  return "filler-" + std::to_string(place);
}

}  // namespace

Body::Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person, Unmade)
    : mesh_(std::move(mesh)), person_(person) {
  landmarks_ = mesh_->landmarks(person_shape(mesh_->region(), person));
  if (!is_calf()) face_marks_ = face_landmarks_of(landmarks_);
  for (const render::BakedPart& part : mesh_->parts())
    parts_.push_back({part.name, part.material, &part.refinement.topology(), {}, {}});
}

Body::Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person)
    : Body(std::move(mesh), person, Unmade{}) {
  const std::vector<ShapeWeight> shape = person_shape(region(), person);
  for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].rest_mm = mesh_->shaped(mesh_->parts()[i], shape);
  is_calf() ? fit_calf() : shut_mouth();
  for (BodyPart& part : parts_) {
    part.rest_normals.resize(part.rest_mm.size());
    simulation::vertex_normals(part.rest_mm, part.topology->point_triangles, part.rest_normals);
  }
  if (!is_calf()) prepare_face();
  mesh_->release_shapes();
}

std::shared_ptr<Body> Body::kept(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person,
                                 const BodyStore& store) {
  const std::string key = body_key(*mesh, person, store.cell_mm());
  const KeptBytes file = store.bodies().open(key);
  if (!file) return nullptr;
  const std::shared_ptr<Body> body(new Body(std::move(mesh), person, Unmade{}));
  try {
    KeptReader reader(file);
    visit_kept(*body, reader);
    if (!reader.done() || !body->fits_mesh()) return nullptr;
  } catch (const std::runtime_error&) {
    return nullptr;  // shorter than what it says it holds
  }
  body->store_ = store;
  body->key_ = key;
  return body;
}

bool Body::fits_mesh() const {
  const bool whole = std::ranges::all_of(parts_, [](const BodyPart& part) {
    return part.rest_mm.size() == part.topology->point_count &&
           part.rest_normals.size() == part.rest_mm.size();
  });
  return whole && (is_calf() ? skins_.has_value() : face_.size() == parts_.size() && lines_);
}

void Body::keep(const BodyStore& store) {
  if (!solved() || !store.bodies().writes()) return;
  keeping_ = std::async(std::launch::async, [this, files = store.bodies(), key = key_] {
    files.keep(key, [this](KeptSink& sink) {
      KeptWriter writer(sink);
      visit_kept(*this, writer);
    });
  });
}

simulation::CalfSurface Body::make_calf(std::span<const glm::vec3> skin_mm) const {
  simulation::CalfSurface calf(skin_mm, parts_.front().topology->point_triangles,
                               {leg_landmarks(landmarks_, "l"), leg_landmarks(landmarks_, "r")}, person_);
  if (!skins_) return calf;
  for (const simulation::BodySide side : simulation::kBodySides)
    calf.use_skin(
        side, (*skins_)[side], [this, side] { return legs()[side]; }, simulation::even_pattern());
  return calf;
}

void Body::fit_calf() {
  BodyPart& skin = parts_.front();
  const simulation::CalfSurface& calf = calf_.get([&] { return make_calf(skin.rest_mm); });
  skin.rest_mm.assign(calf.rest_mm().begin(), calf.rest_mm().end());
  for (const simulation::BodySide side : simulation::kBodySides) tapes_[side] = calf.tape(side);
  feet_ = simulation::FootPose(skin.rest_mm, {leg_landmarks(landmarks_, "l"), leg_landmarks(landmarks_, "r")},
                               {foot_landmarks(landmarks_, "l"), foot_landmarks(landmarks_, "r")});
}

void Body::shut_mouth() {
  // The package's gums hang below the jaw, where a bare skull would show them.
  const glm::dvec3 jaw = landmarks_.at("jaw");
  for (BodyPart& part : parts_)
    if (part.name == "teeth")
      for (glm::vec3& point : part.rest_mm)
        point.y = std::max(point.y, static_cast<float>(jaw.y + kGumsOverChinMm));
  BodyPart& skin = parts_.front();
  close_lips(skin.rest_mm,
             simulation::mouth_slit(skin.rest_mm, skin.topology->point_triangles, face_marks_.mouth_corner));
}

void Body::prepare_face() {
  const simulation::AncestryMix mix{kAncestryMix[0].second, kAncestryMix[1].second, kAncestryMix[2].second};
  const BodyPart& skin = parts_.front();
  const simulation::FillerField filler(skin.rest_mm, skin.topology->point_triangles,
                                       filler_landmarks(landmarks_, face_marks_));
  fillers_ = filler.volumes();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const BodyPart& part = parts_[i];
    const simulation::FacePart moved(part.rest_mm, mesh_->expressions(mesh_->parts()[i]), mix, face_marks_,
                                     part.material == "brow" ? kBrowHold : 0.0);
    face_.emplace_back(moved, part.rest_normals, part.topology->point_triangles, filler_targets(filler, i));
    if (i > 0) continue;
    face_response_ = simulation::measured_face_response(moved, face_marks_);
    lines_.emplace(moved, part.topology->point_triangles, face_marks_, face_response_);
  }
}

std::vector<simulation::FaceMotion::Target> Body::filler_targets(const simulation::FillerField& filler,
                                                                 std::size_t part) const {
  const BodyPart& skin = parts_.front();
  const BodyPart& here = parts_[part];
  std::vector<simulation::FillerDeltas> deltas;
  if (part == 0) {
    deltas = filler.deltas();
  } else if (here.name == "brows" || here.name == "lashes") {
    // Hair grows on the skin; eyes and teeth stay where they are.
    deltas = simulation::FillerPart(filler, skin.rest_mm, here.rest_mm).deltas();
  }
  simulation::FillerState most;  // that a plan may hold
  most.lifting_ml.fill(simulation::kMaxSiteFillerMl);
  const simulation::FillerSizes largest = fillers_.sizes(most);
  std::vector<simulation::FaceMotion::Target> targets;
  for (std::size_t k = 0; k < deltas.size(); ++k)
    targets.push_back(
        {filler_target(k), {std::move(deltas[k].points), std::move(deltas[k].deltas)}, largest[k]});
  return targets;
}

std::shared_ptr<Body> Body::with_doses(
    const simulation::Sided<std::vector<simulation::CalfDose>>& doses) const {
  const std::shared_ptr<Body> body(new Body(mesh_, person_, Unmade{}));
  body->parts_ = parts_;
  body->tapes_ = tapes_;
  body->skins_ = skins_;
  body->feet_ = feet_;
  body->face_ = face_;
  body->fillers_ = fillers_;
  body->lines_ = lines_;
  body->face_response_ = face_response_;
  if (!is_calf() || !solved()) return body;
  body->legs_.get([this] { return legs(); });
  const simulation::CalfSurface& even = calf();
  body->move_by_tissue({even.pattern(simulation::BodySide::left, doses.left),
                        even.pattern(simulation::BodySide::right, doses.right)});
  return body;
}

/// Each leg on a thread of its own: they are apart, and each takes a good part of a start.
void Body::move_by_tissue(const simulation::Sided<simulation::CompartmentPattern>& patterns) {
  const SolvedLegs& fields = legs();
  simulation::CalfSurface& calf = calf_.own([this] { return make_calf(shaped_skin()); });
  const auto take = [&](simulation::BodySide side) { calf.use_tissue(side, *fields[side], patterns[side]); };
  auto right = std::async(std::launch::async, take, simulation::BodySide::right);
  take(simulation::BodySide::left);
  right.get();
  skins_.emplace(calf.skin(simulation::BodySide::left), calf.skin(simulation::BodySide::right));
  shape_mark_ = std::make_shared<const int>(0);
  response_.forget();
}

void Body::solve(const BodyStore& store, const simulation::Progress& progress) {
  store_ = store;
  key_ = body_key(*mesh_, person_, store.cell_mm());
  if (!is_calf()) return;
  legs_.get([&] { return store.solved(calf(), person_, progress); });
  move_by_tissue({simulation::even_pattern(), simulation::even_pattern()});
}

bool Body::solve_from_kept(const BodyStore& store) {
  if (is_calf()) {
    const SolvedLegs known = store.kept(calf(), person_);
    if (!known.left || !known.right) return false;
    legs_.get([&] { return known; });
  }
  solve(store);
  return true;
}

/// Of a kept body they are read when something under the skin is shown, or solved again if they are gone.
const SolvedLegs& Body::legs() const {
  return legs_.get([this] {
    if (!store_) throw std::logic_error("Body: its legs are not solved");
    return store_->solved(calf(), person_);
  });
}

void Body::move_calf(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  PartSurface& skin = surface.parts.front();
  const auto drives = simulation::leg_drives(state, held.pose, held.effort);
  PointRuns& changed = surface.changed.front();
  if (!skins_) {
    calf().deform(drives, skin.positions_mm, skin.normals, surface.calf_held, changed);
  } else {
    for (const simulation::BodySide side : simulation::kBodySides)
      (*skins_)[side].apply(drives[side], skin.positions_mm, skin.normals, surface.calf_held[side], changed);
    simulation::join_runs(changed);
  }
  const double effort = tiptoe_effort(held);
  if (effort == 0.0) return;
  feet_.apply(skin.positions_mm, effort);
  simulation::vertex_normals(skin.positions_mm, parts_.front().topology->point_triangles, skin.normals);
}

void Body::move_face(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  auto pose = simulation::face_pose(held.expression, held.effort, state, face_response_);
  if (!state.filler.none()) {
    const simulation::FillerSizes sizes = fillers_.sizes(state.filler);
    for (std::size_t k = 0; k < sizes.size(); ++k)
      if (sizes[k] != 0.0) pose.push_back({filler_target(k), sizes[k]});
  }
  for (std::size_t i = 0; i < face_.size(); ++i)
    face_[i].apply(pose, surface.parts[i].positions_mm, surface.parts[i].normals, surface.face_held[i],
                   surface.changed[i]);
  surface.line_depths_mm = lines_->depths_mm(state, held.expression, held.effort, person_.face);
}

Surface Body::surface(const simulation::TreatmentState& state, const Moment& held) const {
  Surface out;
  surface(state, held, out);
  return out;
}

/// Brings a surface that holds nothing of this body, or a shape that the next one cannot go on from, to the
/// rest shape.
void Body::start_from_rest(Surface& out) const {
  out.parts.resize(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    out.parts[i].positions_mm = parts_[i].rest_mm;
    out.parts[i].normals = parts_[i].rest_normals;
  }
  out.face_held.assign(face_.size(), {});
  out.calf_held = {};
}

void Body::surface(const simulation::TreatmentState& state, const Moment& held, Surface& out) const {
  // Standing on tip-toe writes points that nothing else does: the next state starts from the rest shape.
  const bool partly = tiptoe_effort(held) == 0.0 || !is_calf();
  const bool afresh = !partly || out.partly != shape_mark_;
  if (afresh) start_from_rest(out);
  out.changed.assign(parts_.size(), {});
  out.partly.reset();
  is_calf() ? move_calf(state, held, out) : move_face(state, held, out);
  if (partly) out.partly = shape_mark_;
  if (!afresh) return;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    out.changed[i] = {{0U, static_cast<std::uint32_t>(parts_[i].rest_mm.size())}};
}

std::vector<simulation::MusclePlace> Body::muscle_places(const glm::dvec3& skin_mm,
                                                         const simulation::ResponseModel& model) const {
  if (!is_calf()) return simulation::face_places(skin_mm, face_marks_, model);
  return simulation::calf_places(skin_mm, leg_frames(), model);
}

simulation::Sided<simulation::LegFrame> Body::leg_frames() const {
  simulation::Sided<simulation::LegFrame> legs;
  for (const simulation::BodySide side : simulation::kBodySides) legs[side] = tape(side).frame();
  return legs;
}

std::optional<SkinPlace> Body::skin_over(simulation::Muscle muscle, simulation::BodySide side,
                                         const glm::dvec2& sheet,
                                         const simulation::ResponseModel& model) const {
  const BodyPart& skin = parts_.front();
  std::optional<SkinPlace> met;
  const simulation::SkinRay ray = [&](const glm::dvec3& from_mm,
                                      const glm::dvec3& direction) -> std::optional<glm::dvec3> {
    met = place_under(*skin.topology, skin.rest_mm, {from_mm, direction});
    if (!met) return std::nullopt;
    return point_of(*skin.topology, *met, skin.rest_mm);
  };
  const auto point = is_calf() ? simulation::calf_skin_point(muscle, side, sheet, leg_frames(), model, ray)
                               : simulation::face_skin_point(muscle, side, sheet, face_marks_, model, ray);
  return point ? met : std::nullopt;
}

glm::dvec3 Body::sheet_along(simulation::Muscle muscle, simulation::BodySide side,
                             const simulation::ResponseModel& model) const {
  return is_calf() ? simulation::calf_sheet_along(side, leg_frames())
                   : simulation::face_sheet_along(muscle, side, face_marks_, model);
}

std::vector<simulation::MuscleSheet> Body::muscle_sheets(const simulation::ResponseModel& model) const {
  if (is_calf()) return {};
  return simulation::face_sheets(face_marks_, model);
}

simulation::RegionResponse Body::measured_response() const {
  simulation::RegionResponse response;
  const auto measured = [this](simulation::BodySide side) { return calf().response(side); };
  auto right = std::async(std::launch::async, measured, simulation::BodySide::right);
  response.calf.left = measured(simulation::BodySide::left);
  response.calf.right = right.get();
  return response;
}

const simulation::RegionResponse& Body::response() const {
  return response_.get([this] {
    simulation::RegionResponse response;
    response.face = face_response_;
    if (!is_calf()) return response;
    // Of one that is not solved, or whose doses have places of their own, there is nothing to keep.
    if (!store_ || !skins_) return measured_response();
    if (const KeptBytes file = store_->responses().open(key_); file.bytes.size() == sizeof response) {
      KeptReader read(file);
      read(response);
      return response;
    }
    response = measured_response();
    keep_values(store_->responses(), key_, response);
    return response;
  });
}

void Body::work_out() const {
  response();
  if (is_calf()) {
    calf();
  } else {
    face_anatomy();
  }
}

const simulation::FaceAnatomy& Body::face_anatomy() const {
  return face_anatomy_.get([this] {
    const BodyPart& skin = parts_.front();
    return simulation::FaceAnatomy(skin.rest_mm, skin.topology->point_triangles, face_marks_);
  });
}

std::vector<glm::vec3> Body::shaped_skin() const {
  return mesh_->shaped(mesh_->parts().front(), person_shape(region(), person_));
}

const simulation::CalfSurface& Body::calf() const {
  if (!is_calf()) throw std::logic_error("Body: a face has no calf to measure");
  return calf_.get([this] { return make_calf(shaped_skin()); });
}

const simulation::LegTape& Body::tape(simulation::BodySide side) const {
  if (!is_calf()) throw std::logic_error("Body: a face has no calf to measure");
  return tapes_[side];
}

double Body::gastrocnemius_mm(simulation::BodySide side, const simulation::TreatmentState& state) const {
  const simulation::LegLoss loss = simulation::leg_loss(state, side);
  return skins_ ? (*skins_)[side].gastrocnemius_mm(loss) : calf().gastrocnemius_mm(side, loss);
}

std::vector<simulation::AnatomyMesh> Body::anatomy(const simulation::TreatmentState& state,
                                                   const Moment& held, const Surface& surface) const {
  if (!is_calf()) {
    if (state.filler.none()) return face_anatomy().under(surface.parts.front().positions_mm);
    // Filler lies between muscle and skin: it lifts the skin and leaves the muscle.
    simulation::TreatmentState without = state;
    without.filler = {};
    return face_anatomy().under(this->surface(without, held).parts.front().positions_mm);
  }
  const auto drives = simulation::leg_drives(state, held.pose, held.effort);
  std::vector<simulation::AnatomyMesh> meshes = calf().anatomy(drives);
  for (simulation::AnatomyMesh& mesh : meshes) feet_.apply(mesh, tiptoe_effort(held));
  return meshes;
}

}  // namespace app
