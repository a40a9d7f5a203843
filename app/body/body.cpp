#include "app/body/body.h"

#include <algorithm>
#include <future>
#include <stdexcept>

#include "app/base/error.h"
#include "app/body/filler_target.h"
#include "app/files/kept_values.h"
#include "simulation/face/brow_gauge.h"
#include "simulation/face/closed_lips.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

/// Of the teeth's part nothing hangs lower than this above the chin, nor stands higher than this above the
/// corners of the mouth: there the ring about the mouth ends, and gums would pierce the bone. Toward the
/// molars they may stand higher, by this much per millimetre. Assumptions, by eye.
constexpr double kGumsOverChinMm = 12.0;
constexpr double kGumsOverMouthMm = 10.5;
constexpr double kGumsRise = 1.5;

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
  body->file_ = file.owner;
  body->store_ = store;
  body->key_ = key;
  return body;
}

void Body::release_files() const {
  if (file_) file_->release();
  mesh_->release();
}

bool Body::fits_mesh() const {
  const bool whole = std::ranges::all_of(parts_, [](const BodyPart& part) {
    return part.rest_mm.size() == part.topology->point_count &&
           part.rest_normals.size() == part.rest_mm.size();
  });
  return whole && (is_calf() ? skins_.has_value()
                             : face_.size() == parts_.size() && folds_.size() == parts_.size() && lines_);
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
  // The package's gums hang below the jaw, where a bare skull would show them, and stand out of it below the
  // nose.
  const glm::dvec3 jaw = landmarks_.at("jaw");
  const glm::dvec3 corner = 0.5 * (face_marks_.mouth_corner.left + face_marks_.mouth_corner.right);
  const double top = corner.y + kGumsOverMouthMm * face_scale(face_marks_, simulation::BodySide::left);
  for (BodyPart& part : parts_)
    if (part.name == "teeth")
      for (glm::vec3& point : part.rest_mm) {
        // Farther back they are within the bone, and without them one would look through above the molars.
        const double highest = top + std::max(0.0, corner.z - point.z) * kGumsRise;
        point.y = static_cast<float>(std::clamp<double>(point.y, jaw.y + kGumsOverChinMm, highest));
      }
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
    if (part.material == "eye" || part.material == "cornea") {
      // Without targets: muscles of the face slide skin over the eyes and leave them in their sockets. The
      // fields of the skin would shift and bend the balls by up to 2 mm.
      face_.emplace_back();
      folds_.emplace_back();
      continue;
    }
    const simulation::FacePart moved(part.rest_mm, mesh_->expressions(mesh_->parts()[i]), mix, face_marks_,
                                     part.material == "brow" ? kBrowHold : 0.0);
    face_.emplace_back(moved, part.rest_normals, part.topology->point_triangles, filler_targets(filler, i));
    if (i > 0) {
      folds_.emplace_back();
      if (part.material == "brow") folds_.back() = {part.rest_mm, part.rest_normals, *lines_};
      continue;
    }
    face_response_ = simulation::measured_face_response(moved, face_marks_);
    lines_.emplace(moved, part.topology->point_triangles, face_marks_, face_response_);
    folds_.emplace_back(part.rest_mm, part.rest_normals, *lines_);
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
        {filler_target_name(k), {std::move(deltas[k].points), std::move(deltas[k].deltas)}, largest[k]});
  return targets;
}

std::shared_ptr<Body> Body::with_doses(
    const simulation::Sided<std::vector<simulation::CalfDose>>& doses) const {
  const std::shared_ptr<Body> body(new Body(mesh_, person_, Unmade{}));
  body->file_ = file_;
  body->parts_ = parts_;
  body->tapes_ = tapes_;
  body->skins_ = skins_;
  body->feet_ = feet_;
  body->face_ = face_;
  body->fillers_ = fillers_;
  body->lines_ = lines_;
  body->face_response_ = face_response_;
  body->folds_ = folds_;
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

}  // namespace app
