#include "app/body/body.h"

#include <algorithm>
#include <future>
#include <stdexcept>

#include "app/base/error.h"
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

Body::Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person)
    : mesh_(std::move(mesh)), person_(person) {
  const std::vector<ShapeWeight> shape = person_shape(mesh_->region(), person);
  landmarks_ = mesh_->landmarks(shape);
  if (region() == simulation::Region::face) face_marks_ = face_landmarks_of(landmarks_);
  for (const MeshPart& part : mesh_->parts()) {
    BodyPart body_part{part.cage.name, part.cage.material, &part.subdivision.topology(), {}, {}};
    body_part.rest_mm = mesh_->shaped(part, shape);
    parts_.push_back(std::move(body_part));
  }
  region() == simulation::Region::calf ? fit_calf() : shut_mouth();
  for (BodyPart& part : parts_) {
    part.rest_normals.resize(part.rest_mm.size());
    simulation::vertex_normals(part.rest_mm, part.topology->point_triangles, part.rest_normals);
  }
  if (region() == simulation::Region::face) prepare_face();
}

void Body::fit_calf() {
  BodyPart& skin = parts_.front();
  const simulation::Sided<simulation::LegLandmarks> legs{leg_landmarks(landmarks_, "l"),
                                                         leg_landmarks(landmarks_, "r")};
  calf_.emplace(skin.rest_mm, skin.topology->point_triangles, legs, person_);
  skin.rest_mm.assign(calf_->rest_mm().begin(), calf_->rest_mm().end());
  feet_.emplace(skin.rest_mm, legs,
                simulation::Sided<simulation::FootLandmarks>{foot_landmarks(landmarks_, "l"),
                                                             foot_landmarks(landmarks_, "r")});
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
  prepare_filler();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const BodyPart& part = parts_[i];
    const simulation::FacePart moved(part.rest_mm, mesh_->parts()[i].expressions, mix, face_marks_,
                                     part.material == "brow" ? kBrowHold : 0.0);
    face_.emplace_back(moved, part.rest_normals, part.topology->point_triangles, filler_targets(i));
    if (i > 0) continue;
    face_response_ = simulation::measured_face_response(moved, face_marks_);
    lines_.emplace(moved, part.topology->point_triangles, face_marks_, face_response_);
  }
}

void Body::prepare_filler() {
  const BodyPart& skin = parts_.front();
  filler_.emplace(skin.rest_mm, skin.topology->point_triangles, filler_landmarks(landmarks_, face_marks_));
  simulation::FillerState most;
  most.lifting_ml.fill(simulation::kMaxSiteFillerMl);
  most_filler_ = filler_->sizes(most);
}

std::vector<simulation::FaceMotion::Target> Body::filler_targets(std::size_t part) const {
  const BodyPart& skin = parts_.front();
  const BodyPart& here = parts_[part];
  std::vector<simulation::FillerDeltas> deltas;
  if (part == 0) {
    deltas = filler_->deltas();
  } else if (here.name == "brows" || here.name == "lashes") {
    // Hair grows on the skin; eyes and teeth stay where they are.
    deltas = simulation::FillerPart(*filler_, skin.rest_mm, here.rest_mm).deltas();
  }
  std::vector<simulation::FaceMotion::Target> targets;
  for (std::size_t k = 0; k < deltas.size(); ++k)
    targets.push_back(
        {filler_target(k), {std::move(deltas[k].points), std::move(deltas[k].deltas)}, most_filler_[k]});
  return targets;
}

void Body::place_doses(const simulation::Sided<std::vector<simulation::CalfDose>>& doses) {
  if (!calf_ || !legs_.left) return;
  const simulation::Sided<simulation::CompartmentPattern> patterns{
      calf_->pattern(simulation::BodySide::left, doses.left),
      calf_->pattern(simulation::BodySide::right, doses.right)};
  move_by_tissue(patterns);
}

/// Each leg on a thread of its own: they are apart, and each takes a good part of a start.
void Body::move_by_tissue(const simulation::Sided<simulation::CompartmentPattern>& patterns) {
  const auto take = [&](simulation::BodySide side) { calf_->use_tissue(side, *legs_[side], patterns[side]); };
  auto right = std::async(std::launch::async, take, simulation::BodySide::right);
  take(simulation::BodySide::left);
  right.get();
  shape_mark_ = std::make_shared<const int>(0);
  response_.forget();
}

void Body::use_tissue(const SolvedLegs& legs) {
  legs_ = legs;
  move_by_tissue({simulation::even_pattern(), simulation::even_pattern()});
}

void Body::solve(const TissueStore& store, const simulation::Progress& progress) {
  if (calf_) use_tissue(store.solved(*calf_, person_, progress));
}

bool Body::solve_from_kept(const TissueStore& store) {
  if (!calf_) return true;
  const SolvedLegs legs = store.kept(*calf_, person_);
  if (!legs.left || !legs.right) return false;
  use_tissue(legs);
  return true;
}

void Body::move_calf(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  PartSurface& skin = surface.parts.front();
  calf_->deform(simulation::leg_drives(state, held.pose, held.effort), skin.positions_mm, skin.normals,
                surface.calf_held, surface.changed.front());
  const double effort = tiptoe_effort(held);
  if (effort == 0.0) return;
  feet_->apply(skin.positions_mm, effort);
  simulation::vertex_normals(skin.positions_mm, parts_.front().topology->point_triangles, skin.normals);
}

void Body::move_face(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  auto pose = simulation::face_pose(held.expression, held.effort, state, face_response_);
  if (!state.filler.none()) {
    const simulation::FillerSizes sizes = filler_->sizes(state.filler);
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
  const bool partly = tiptoe_effort(held) == 0.0 || !calf_;
  const bool afresh = !partly || out.partly != shape_mark_;
  if (afresh) start_from_rest(out);
  out.changed.assign(parts_.size(), {});
  out.partly.reset();
  calf_ ? move_calf(state, held, out) : move_face(state, held, out);
  if (partly) out.partly = shape_mark_;
  if (!afresh) return;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    out.changed[i] = {{0U, static_cast<std::uint32_t>(parts_[i].rest_mm.size())}};
}

std::vector<simulation::MusclePlace> Body::muscle_places(const glm::dvec3& skin_mm,
                                                         const simulation::ResponseModel& model) const {
  if (!calf_) return simulation::face_places(skin_mm, face_marks_, model);
  return simulation::calf_places(skin_mm, leg_frames(), model);
}

simulation::Sided<simulation::LegFrame> Body::leg_frames() const {
  simulation::Sided<simulation::LegFrame> legs;
  for (const simulation::BodySide side : simulation::kBodySides) legs[side] = calf().tape(side).frame();
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
  const auto point = calf_ ? simulation::calf_skin_point(muscle, side, sheet, leg_frames(), model, ray)
                           : simulation::face_skin_point(muscle, side, sheet, face_marks_, model, ray);
  return point ? met : std::nullopt;
}

glm::dvec3 Body::sheet_along(simulation::Muscle muscle, simulation::BodySide side,
                             const simulation::ResponseModel& model) const {
  return calf_ ? simulation::calf_sheet_along(side, leg_frames())
               : simulation::face_sheet_along(muscle, side, face_marks_, model);
}

std::vector<simulation::MuscleSheet> Body::muscle_sheets(const simulation::ResponseModel& model) const {
  if (calf_) return {};
  return simulation::face_sheets(face_marks_, model);
}

const simulation::RegionResponse& Body::response() const {
  return response_.get([this] {
    simulation::RegionResponse response;
    response.face = face_response_;
    if (!calf_) return response;
    auto right =
        std::async(std::launch::async, [this] { return calf_->response(simulation::BodySide::right); });
    response.calf.left = calf_->response(simulation::BodySide::left);
    response.calf.right = right.get();
    return response;
  });
}

void Body::work_out() const {
  response();
  if (!calf_) face_anatomy();
}

const simulation::FaceAnatomy& Body::face_anatomy() const {
  return face_anatomy_.get([this] {
    const BodyPart& skin = parts_.front();
    return simulation::FaceAnatomy(skin.rest_mm, skin.topology->point_triangles, face_marks_);
  });
}

const simulation::CalfSurface& Body::calf() const {
  if (!calf_) throw std::logic_error("Body: a face has no calf to measure");
  return *calf_;
}

const simulation::LegTape& Body::tape(simulation::BodySide side) const {
  return calf().tape(side);
}

double Body::gastrocnemius_mm(simulation::BodySide side, const simulation::TreatmentState& state) const {
  return calf().gastrocnemius_mm(side, simulation::leg_loss(state, side));
}

std::vector<simulation::AnatomyMesh> Body::anatomy(const simulation::TreatmentState& state,
                                                   const Moment& held, const Surface& surface) const {
  if (!calf_) {
    if (state.filler.none()) return face_anatomy().under(surface.parts.front().positions_mm);
    // Filler lies between muscle and skin: it lifts the skin and leaves the muscle.
    simulation::TreatmentState without = state;
    without.filler = {};
    return face_anatomy().under(this->surface(without, held).parts.front().positions_mm);
  }
  const auto drives = simulation::leg_drives(state, held.pose, held.effort);
  std::vector<simulation::AnatomyMesh> meshes = calf_->anatomy(drives);
  for (simulation::AnatomyMesh& mesh : meshes) feet_->apply(mesh, tiptoe_effort(held));
  return meshes;
}

}  // namespace app
