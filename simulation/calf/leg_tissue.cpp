#include "simulation/calf/leg_tissue.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/calf/compartments.h"
#include "simulation/calf/loss_field.h"

namespace simulation {
namespace {

// Assumptions: the lattice ends where no muscle here yields any more; skin as in calf_muscles.cpp; fibres are
// probed over 2 % of the leg.
constexpr double kFromT = -0.10;
constexpr double kToT = 1.0;
constexpr double kSkinMm = 1.6;
constexpr double kProbeT = 0.01;
// How hard medial head, lateral head and soleus press through their depth at full effort, over their shear
// modulus: fitted so that a usual leg gains what ultrasound read from rest to full effort, 0, 5-7 and 6-7 mm
// [maganaris1998]. The medial head needs none: what its shortening adds, its neighbours take.
constexpr double kThickens[] = {0.0, 0.71, 0.36};

}  // namespace

std::vector<DriveKind> leg_drive_kinds() {
  std::vector<DriveKind> kinds(compartments::kCount, DriveKind::loss);
  for (const double thickens : kThickens) kinds.push_back({0.0, kShortening, thickens});
  return kinds;
}

LegTissue::LegTissue(const LegOutline& outline, const CalfMuscles& muscles, const LegBones& bones,
                     const LegMaterials& materials)
    : outline_(outline), muscles_(muscles), bones_(bones), materials_(materials) {}

glm::dvec3 LegTissue::to_world(const Eigen::Vector3d& p) const {
  const LegFrame& f = outline_.frame();
  return f.knee_mm + f.medial * p.x() + f.down * p.y() + f.posterior * p.z();
}

Eigen::Vector3d LegTissue::to_leg(const glm::dvec3& world_mm) const {
  const LegFrame& f = outline_.frame();
  const glm::dvec3 rel = world_mm - f.knee_mm;
  return {glm::dot(rel, f.medial), glm::dot(rel, f.down), glm::dot(rel, f.posterior)};
}

Eigen::Vector3d LegTissue::fibre(CalfMuscle muscle, double t, double theta, double radius_mm) const {
  // The line of constant place across the belly, as it runs down and in with the skin.
  const MuscleBundle& b = muscles_.bundle(muscle);
  const double width = b.width_at(t);
  const double q = width > 1e-9 ? std::clamp(angle_between(theta, b.centre_at(t)) / width, -1.0, 1.0) : 0.0;
  const double depth = outline_.radius_mm().sample(t, theta) - radius_mm;
  const auto on_line = [&](double at) {
    const double turned = b.centre_at(at) + q * b.width_at(at);
    return to_leg(
        outline_.point_mm(at, turned, std::max(1.0, outline_.radius_mm().sample(at, turned) - depth)));
  };
  const double from = std::max(b.t_from, t - kProbeT);
  const double to = std::min(b.t_to, t + kProbeT);
  return (on_line(to) - on_line(from)).normalized();
}

Eigen::Vector3d LegTissue::depth(double t, double theta) const {
  return (to_leg(outline_.point_mm(t, theta, 2.0)) - to_leg(outline_.point_mm(t, theta, 1.0))).normalized();
}

TissuePoint LegTissue::in_muscle(CalfMuscle muscle, double t, double theta,
                                 const Eigen::Vector3d& point_mm) const {
  TissuePoint out;
  out.kind = TissuePoint::Kind::soft;
  out.shear_kpa = materials_.muscle_kpa;
  const double radius = outline_.locate(to_world(point_mm)).radius_mm;
  out.fibre = fibre(muscle, t, theta, radius);
  out.depth = depth(t, theta);
  const double yields = LossField::knee_fade(t);
  std::size_t n = 0;
  for (const DriveShare& d : compartments::shares_at(muscles_.bundle(muscle), muscle, t, theta)) {
    if (d.drive >= 0 && d.share > 0.0) out.drives[n++] = {d.drive, d.share * yields};
  }
  out.drives[n] = {compartments::kCount + static_cast<int>(muscle), yields};
  return out;
}

TissuePoint LegTissue::at(const Eigen::Vector3d& point_mm) const {
  TissuePoint out;
  const glm::dvec3 world = to_world(point_mm);
  const LegPoint place = outline_.locate(world);
  const double depth = outline_.radius_mm().sample(place.t, place.theta) - place.radius_mm;
  if (depth < 0.0) return out;
  out.kind = TissuePoint::Kind::soft;
  out.shear_kpa = materials_.muscle_kpa;
  const double cover = muscles_.cover_mm(place.t, place.theta);
  if (depth < cover) {
    out.shear_kpa = depth < kSkinMm ? materials_.skin_kpa : materials_.fat_kpa;
    return out;
  }
  if (bones_.distance_mm(world) < 0.0) {
    out.kind = TissuePoint::Kind::bone;
    out.shear_kpa = materials_.bone_kpa;
    return out;
  }
  const CalfMuscles::Kept whole{1.0, 1.0, 1.0};
  for (const CalfMuscle muscle : kCalfMuscles) {
    const double thickness = muscles_.thickness_mm(muscle, place.t, place.theta);
    if (thickness <= 0.0) continue;
    const double outer = muscles_.outer_depth_mm(muscle, place.t, place.theta, whole);
    if (depth >= outer && depth < outer + thickness) return in_muscle(muscle, place.t, place.theta, point_mm);
  }
  const double tendon = muscles_.tendon_depth_mm(place.t, place.theta, whole);
  const double thick = muscles_.tendon_thickness_mm(place.t, place.theta);
  if (depth >= tendon && depth < tendon + thick) out.shear_kpa = materials_.tendon_kpa;
  return out;
}

LatticeBox LegTissue::box() const {
  LatticeBox box{Eigen::Vector3d::Constant(1e9), Eigen::Vector3d::Constant(-1e9)};
  const LegGrid& skin = outline_.radius_mm();
  for (int i = 0; i < skin.stations(); ++i) {
    if (skin.t(i) < kFromT - skin.t_step() || skin.t(i) > kToT + skin.t_step()) continue;
    for (int j = 0; j < skin.directions(); ++j) {
      const Eigen::Vector3d p = to_leg(outline_.point_mm(skin.t(i), skin.theta(j), skin.at(i, j)));
      box.low_mm = box.low_mm.cwiseMin(p);
      box.high_mm = box.high_mm.cwiseMax(p);
    }
  }
  box.low_mm.y() = kFromT * outline_.frame().length_mm;
  box.high_mm.y() = kToT * outline_.frame().length_mm;
  return box;
}

Lattice LegTissue::lattice(double cell_mm) const {
  LatticeBox whole = box();
  // Room for one row beyond the skin, so that it is never read at the very edge.
  whole.low_mm -= Eigen::Vector3d(cell_mm, 0.0, cell_mm);
  whole.high_mm += Eigen::Vector3d(cell_mm, 0.0, cell_mm);
  Lattice out(whole, cell_mm, materials_.bulk_to_shear, [this](const Eigen::Vector3d& p) { return at(p); });
  for (const CalfMuscle muscle : kCalfMuscles) {
    double held = 0.0;
    const int first = compartments::first_of(muscle);
    for (int c = first; c < first + compartments::count_of(muscle); ++c) held += out.drive_volume_mm3(c);
    const double known = LossField::yielded_volume_mm3(muscles_, muscle, outline_.frame().length_mm);
    for (int c = first; c < first + compartments::count_of(muscle); ++c) out.scale_drive(c, known / held);
  }
  return out;
}

}  // namespace simulation
