#include "tests/app/body/sized_face.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "app/body/free_points.h"
#include "app/body/workbench.h"
#include "render/camera/pick.h"
#include "simulation/measure/vertex_normals.h"
#include "simulation/response/muscle_places.h"

namespace app {
namespace {

using namespace simulation;

Workbench& workbench() {
  static Workbench bench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  return bench;
}

/// Every landmark about one centre.
FaceLandmarks scaled(FaceLandmarks marks, const glm::dvec3& about, double scale) {
  const auto move = [&](glm::dvec3& p) { p = about + scale * (p - about); };
  for (Sided<glm::dvec3>* pair : {&marks.eye, &marks.brow_medial, &marks.brow_middle, &marks.brow_lateral,
                                  &marks.cheek_upper, &marks.mouth_corner}) {
    move(pair->left);
    move(pair->right);
  }
  move(marks.nose_base);
  move(marks.jaw);
  return marks;
}

}  // namespace

SizedFace::SizedFace(const HeadSize& size) : scale_(size.scale) {
  Plan plan;
  plan.region = Region::face;
  plan.person.sex = size.sex;
  body_ = workbench().body(plan);
  const BodyPart& skin = body_->parts().front();
  const FaceLandmarks& rest = body_->face_landmarks();
  const glm::dvec3 about = 0.5 * (rest.eye.left + rest.eye.right);
  landmarks_ = scaled(rest, about, scale_);
  for (const glm::vec3& p : skin.rest_mm) skin_mm_.emplace_back(about + scale_ * (glm::dvec3(p) - about));
  normals_.resize(skin_mm_.size());
  vertex_normals(skin_mm_, skin.topology->point_triangles, normals_);
  meshes_ = FaceAnatomy(skin_mm_, skin.topology->point_triangles, landmarks_).under(skin_mm_);
  std::vector<FaceField> units = body_->mesh().expressions(body_->mesh().parts().front());
  for (FaceField& unit : units)
    for (glm::vec3& delta : unit.deltas_mm) delta *= static_cast<float>(scale_);
  const AncestryMix mix{kAncestryMix[0].second, kAncestryMix[1].second, kAncestryMix[2].second};
  moving_.emplace(skin_mm_, units, mix, landmarks_);
}

const AnatomyMesh& SizedFace::drawn(Structure structure, BodySide side) const {
  const BodySide held = is_midline(structure) ? BodySide::left : side;
  for (const AnatomyMesh& mesh : meshes_)
    if (mesh.structure == structure && mesh.side == held) return mesh;
  throw std::out_of_range("not drawn");
}

std::optional<SkinPlace> SizedFace::skin_over(Muscle muscle, BodySide side, const glm::dvec2& site) const {
  std::optional<SkinPlace> met;
  const SkinRay ray = [&](const glm::dvec3& from, const glm::dvec3& along) -> std::optional<glm::dvec3> {
    met = place_under(topology(), skin_mm_, {from, along});
    return met ? std::optional(point(*met)) : std::nullopt;
  };
  return face_skin_point(muscle, side, site, landmarks_, workbench().model(), ray) ? met : std::nullopt;
}

std::vector<std::pair<SkinPlace, double>> SizedFace::outer_face(Structure structure, BodySide side) const {
  const AnatomyMesh& mesh = drawn(structure, side);
  std::vector<std::pair<SkinPlace, double>> faces;
  constexpr double kOutsideMm = 60.0;
  const auto& band = row_of(structure).band;
  const Ring* ring = band ? std::get_if<Ring>(&band->outline) : nullptr;
  constexpr std::size_t kEvery = 9;  // no divisor of the 56 triangles that go round a band
  for (std::size_t i = 0; i < mesh.triangles.size(); i += kEvery) {
    const glm::uvec3& t = mesh.triangles[i];
    // A ring's v runs round it from its outward end.
    const double turn = std::remainder(mesh.uvs[t.x].y, 1.0);
    if (ring && std::abs(turn) * 360.0 > ring->counted_deg) continue;
    const glm::dvec3 a(mesh.positions_mm[t.x]), b(mesh.positions_mm[t.y]), c(mesh.positions_mm[t.z]);
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double area = 0.5 * glm::length(normal);
    if (area < 1e-6) continue;
    const glm::dvec3 middle = (a + b + c) / 3.0;
    // The outer face looks away from the upright axis in the head.
    const glm::dvec3 out =
        glm::normalize(glm::dvec3(middle.x, 0.0, middle.z - (landmarks_.eye.left.z - 70.0)));
    if (glm::dot(normal, out) <= 0.0) continue;
    if (const auto place = place_under(topology(), skin_mm_, {middle + kOutsideMm * out, -out}))
      faces.emplace_back(*place, area);
  }
  return faces;
}

std::set<std::pair<Muscle, BodySide>> SizedFace::reached_by(const SkinPlace& place, double units) const {
  Plan plan;
  plan.region = Region::face;
  plan.sessions.resize(1);
  plan.sessions[0].injections = {{SkinPoint{}, units}};
  DoseReach reach;
  reach.sheets = face_sheets(landmarks_, workbench().model());
  for (const MusclePlace& near : face_places(point(place), landmarks_, workbench().model()))
    if (near.distance_mm <= kFarFromMuscleMm[static_cast<std::size_t>(Region::face)])
      reach.free_points.push_back({0, 0, near.muscle, near.side, near.sheet});
  std::set<std::pair<Muscle, BodySide>> reached;
  for (const MuscleDose& dose : dose_field(plan, workbench().model(), reach))
    reached.insert({dose.muscle, dose.side});
  return reached;
}

double SizedFace::moved_mm(Structure structure, BodySide side, const SkinPlace& place) const {
  double most = 0.0;
  for (const Muscle muscle : columns_of(structure)) {
    const auto& movement = row_of(muscle).movement;
    const FacePart::Movement* moved = movement ? moving_->movement(unit_name(*movement, side)) : nullptr;
    if (!moved) continue;
    const glm::uvec3 corners = topology().point_triangles[place.triangle];
    for (int k = 0; k < 3; ++k) {
      const auto at = std::lower_bound(moved->points.begin(), moved->points.end(), corners[k]);
      if (at == moved->points.end() || *at != corners[k]) continue;
      const auto i = static_cast<std::size_t>(at - moved->points.begin());
      most = std::max(most, static_cast<double>(glm::length(moved->deltas_mm[i])));
    }
  }
  return most;
}

const SizedFace& sized_face(const HeadSize& size) {
  static std::map<std::pair<Sex, double>, std::unique_ptr<SizedFace>> made;
  auto& face = made[{size.sex, size.scale}];
  if (!face) face = std::make_unique<SizedFace>(size);
  return *face;
}

}  // namespace app
