#include "app/outcome/body.h"

#include <algorithm>

#include "app/error.h"
#include "simulation/face/brow_gauge.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

/// Share of a brow's own shape it keeps while the skin under it moves: hair does not stretch.
constexpr double kBrowHold = 0.7;

simulation::LegLandmarks leg_landmarks(const std::map<std::string, glm::dvec3>& landmarks,
                                       const std::string& side) {
  return {landmarks.at(side + "-knee"), landmarks.at(side + "-ankle")};
}

simulation::FaceLandmarks face_landmarks(const std::map<std::string, glm::dvec3>& landmarks) {
  const auto pair = [&landmarks](const std::string& name) {
    return simulation::Sided<glm::dvec3>{landmarks.at("l-" + name), landmarks.at("r-" + name)};
  };
  simulation::FaceLandmarks face;
  face.eye = pair("eye");
  face.brow_medial = pair("brow-medial");
  face.brow_middle = pair("brow-middle");
  face.brow_lateral = pair("brow-lateral");
  face.cheek_upper = pair("cheek-upper");
  face.mouth_corner = pair("mouth-corner");
  face.nose_base = landmarks.at("nose-base");
  face.jaw = landmarks.at("jaw");
  return face;
}

}  // namespace

Body::Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person)
    : mesh_(std::move(mesh)), person_(person) {
  const std::vector<ShapeWeight> shape = person_shape(mesh_->region(), person);
  landmarks_ = mesh_->landmarks(shape);
  for (const MeshPart& part : mesh_->parts()) {
    BodyPart body_part{part.cage.name, part.cage.material, &part.subdivision.topology(), {}, {}};
    body_part.rest_mm = mesh_->shaped(part, shape);
    parts_.push_back(std::move(body_part));
  }
  if (region() == simulation::Region::calf) {
    fit_calf();
  } else {
    prepare_face();
  }
  for (BodyPart& part : parts_) {
    part.rest_normals.resize(part.rest_mm.size());
    simulation::vertex_normals(part.rest_mm, part.topology->point_triangles, part.rest_normals);
  }
}

void Body::fit_calf() {
  BodyPart& skin = parts_.front();
  calf_.emplace(skin.rest_mm, skin.topology->point_triangles,
                simulation::Sided<simulation::LegLandmarks>{leg_landmarks(landmarks_, "l"),
                                                            leg_landmarks(landmarks_, "r")},
                person_);
  skin.rest_mm.assign(calf_->rest_mm().begin(), calf_->rest_mm().end());
  for (const simulation::BodySide side : simulation::kBodySides) response_.calf[side] = calf_->response(side);
}

void Body::prepare_face() {
  const simulation::FaceLandmarks landmarks = face_landmarks(landmarks_);
  const simulation::AncestryMix mix{kAncestryMix[0].second, kAncestryMix[1].second, kAncestryMix[2].second};
  for (std::size_t i = 0; i < parts_.size(); ++i)
    face_.emplace_back(parts_[i].rest_mm, mesh_->parts()[i].expressions, mix, landmarks,
                       parts_[i].material == "brow" ? kBrowHold : 0.0);
  const BodyPart& skin = parts_.front();
  face_anatomy_.emplace(skin.rest_mm, skin.topology->point_triangles, landmarks);
  response_.face = simulation::measured_face_response(face_.front(), landmarks);
  lines_.emplace(face_.front(), skin.topology->point_triangles, landmarks, response_.face);
}

void Body::move_calf(const simulation::TreatmentState& state, Surface& surface) const {
  using simulation::BodySide;
  calf_->deform({leg_loss(state, BodySide::left), leg_loss(state, BodySide::right)},
                surface.parts.front().positions_mm);
}

void Body::move_face(const simulation::TreatmentState& state, simulation::Expression expression,
                     double effort, Surface& surface) const {
  const auto pose = simulation::face_pose(expression, effort, state, response_.face);
  for (std::size_t i = 0; i < face_.size(); ++i) face_[i].deform(pose, surface.parts[i].positions_mm);
  surface.line_depths_mm = lines_->depths_mm(state, expression, effort, person_.face);
}

Surface Body::surface(const simulation::TreatmentState& state, simulation::Expression expression,
                      double effort) const {
  Surface surface;
  for (const BodyPart& part : parts_) surface.parts.push_back({part.rest_mm, part.rest_normals});
  if (calf_) {
    move_calf(state, surface);
  } else {
    move_face(state, expression, effort, surface);
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    PartSurface& part = surface.parts[i];
    if (part.positions_mm != parts_[i].rest_mm)
      simulation::vertex_normals(part.positions_mm, parts_[i].topology->point_triangles, part.normals);
  }
  return surface;
}

std::vector<simulation::MusclePlace> Body::muscle_places(const glm::dvec3& skin_mm,
                                                         const simulation::ResponseModel& model) const {
  if (!calf_) return simulation::face_places(skin_mm, face_landmarks(landmarks_), model);
  simulation::Sided<simulation::LegFrame> legs;
  for (const simulation::BodySide side : simulation::kBodySides) legs[side] = calf_->tape(side).frame();
  return simulation::calf_places(skin_mm, legs, model);
}

std::vector<simulation::AnatomyMesh> Body::anatomy(const simulation::TreatmentState& state,
                                                   const Surface& surface) const {
  using simulation::BodySide;
  if (!calf_) return face_anatomy_->under(surface.parts.front().positions_mm);
  return calf_->anatomy({leg_loss(state, BodySide::left), leg_loss(state, BodySide::right)});
}

}  // namespace app
