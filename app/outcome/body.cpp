#include "app/outcome/body.h"

#include <algorithm>

#include "app/error.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

simulation::LegLandmarks leg_landmarks(const std::map<std::string, glm::dvec3>& landmarks,
                                       const std::string& side) {
  return {landmarks.at(side + "-knee"), landmarks.at(side + "-ankle")};
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
  if (region() == simulation::Region::calf) fit_calf();
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
  for (const simulation::BodySide side : simulation::kBodySides)
    response_.calf[side] = calf_->response(side);
}

Surface Body::surface(const simulation::TreatmentState& state, simulation::Expression, double) const {
  Surface surface;
  for (const BodyPart& part : parts_) surface.parts.push_back({part.rest_mm, part.rest_normals});
  if (calf_) {
    using simulation::BodySide;
    PartSurface& skin = surface.parts.front();
    calf_->deform({leg_loss(state, BodySide::left), leg_loss(state, BodySide::right)}, skin.positions_mm);
    if (skin.positions_mm != parts_.front().rest_mm)
      simulation::vertex_normals(skin.positions_mm, parts_.front().topology->point_triangles, skin.normals);
  }
  return surface;
}

std::vector<simulation::AnatomyMesh> Body::anatomy(const simulation::TreatmentState& state) const {
  using simulation::BodySide;
  if (!calf_) return {};
  return calf_->anatomy({leg_loss(state, BodySide::left), leg_loss(state, BodySide::right)});
}

}  // namespace app
