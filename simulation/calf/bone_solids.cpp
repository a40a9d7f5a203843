#include "simulation/calf/bone_solids.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "simulation/calf/bone_frame.h"
#include "simulation/calf/foot_solids.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

// Assumption: skin with its fascia where a bone lies right under it, and the half depth of the kneecap. No
// measure of these legs gives them.
constexpr double kSkinOverBoneMm = 3.0;
constexpr double kPressMm = 3.0;  // over which a bone flattens under the skin
constexpr double kKneecapHalfMm = 8.5;

// Shapes of all bones here are an assumption: by eye, as radii and half sizes in mm for a shank of
// 380 mm, places as height t, direction in degrees and depth in mm under the skin.
Solid tibia(const BoneFrame& f) {
  Solid s(9.0 * f.size());
  const double k = f.size();
  std::vector<glm::dvec4> shaft;
  std::vector<glm::dvec4> crest;
  const double ts[] = {0.13, 0.20, 0.30, 0.42, 0.56, 0.70, 0.80};
  const double radii[] = {13.5, 11.5, 10.5, 10.0, 9.5, 9.5, 10.5};
  shaft.push_back(f.sized(f.middle(0.07) + f.half(0, 0, 9), 17.0));
  for (int i = 0; i < 7; ++i) {
    shaft.push_back(f.sized(f.under(ts[i], 160.0, (6.5 + radii[i]) * k), radii[i]));
    // The sharp front edge sinks into the shaft at both ends.
    crest.push_back(f.sized(f.under(ts[i], 172.0, (i == 0 || i > 4 ? 14.0 : 8.5) * k), 3.5));
  }
  shaft.push_back(f.sized(f.middle(0.90) + f.half(3, 0, 1), 13.0));
  shaft.push_back(f.sized(f.middle(0.955) + f.half(4, 0, 0), 15.5));
  s.chain(shaft).chain(crest);
  const glm::dvec3 top = f.middle(0.040) + f.half(0, 0, 7);
  s.ellipsoid(top + f.half(15, 0, 2), f.half(21, 11, 20));
  s.ellipsoid(top + f.half(-15, 0, 2), f.half(20, 11, 19));
  s.rod(top + f.half(0, -4, 12), 8.0 * k, f.under(0.105, 176.0, 11.0 * k), 6.5 * k);
  s.rod(f.under(0.105, 176.0, 11.0 * k), 6.5 * k, f.under(0.15, 174.0, 11.0 * k), 5.0 * k);    // tuberosity
  s.rod(f.middle(0.95) + f.half(12, 0, 0), 8.0 * k, f.under(1.015, 95.0, 12.0 * k), 6.0 * k);  // inner ankle
  return s;
}

// Assumption: by eye, in the terms of tibia().
Solid fibula(const BoneFrame& f) {
  Solid s(6.0 * f.size());
  const double k = f.size();
  s.chain({f.sized(f.under(0.065, -112.0, 18.0 * k), 9.0), f.sized(f.under(0.11, -112.0, 20.0 * k), 6.0),
           f.sized(f.under(0.25, -110.0, 23.0 * k), 5.2), f.sized(f.under(0.45, -108.0, 22.0 * k), 5.2),
           f.sized(f.under(0.65, -104.0, 17.0 * k), 5.4), f.sized(f.under(0.82, -98.0, 13.0 * k), 6.0),
           f.sized(f.under(0.93, -94.0, 11.5 * k), 7.5), f.sized(f.under(1.0, -90.0, 11.5 * k), 8.0),
           f.sized(f.under(1.035, -84.0, 12.0 * k), 5.5)});
  return s;
}

// Assumption: by eye, in the terms of tibia().
Solid femur(const BoneFrame& f) {
  Solid s(12.0 * f.size());
  s.chain({f.sized(f.middle(-0.25) + f.half(0, 0, 10), 13.5),
           f.sized(f.middle(-0.16) + f.half(1, 0, 11), 15.0),
           f.sized(f.middle(-0.09) + f.half(1, 0, 11), 20.0)});
  const glm::dvec3 joint = f.middle(-0.028) + f.half(0, 0, 9);
  s.ellipsoid(joint + f.half(18, 0, -6), f.half(14, 19, 25));
  s.ellipsoid(joint + f.half(-18, 0, -6), f.half(14, 19, 25));
  // The groove that the kneecap glides on keeps clear of it in a thin knee.
  const double groove = f.kneecap().z - joint.z - (kKneecapHalfMm + 3.0 + 14.0) * f.size();
  s.ellipsoid(joint + glm::dvec3(0.0, 12.0 * f.size(), std::min(18.0 * f.size(), groove)),
              f.half(22, 16, 14));
  return s;
}

// Assumption: by eye, in the terms of tibia().
Solid kneecap(const BoneFrame& f) {
  Solid s(4.0 * f.size());
  s.ellipsoid(f.kneecap(), f.half(19, 21, kKneecapHalfMm));
  return s;
}

/// Ankle and heel bone, placed from the hindmost and lowest skin below the ankle. Assumption: heights over
/// the sole and distances from the back of the heel in mm, by eye, for a sole 70 mm under the ankle.
Solid heel(const BoneFrame& f, const LegOutline& skin, std::span<const glm::vec3> points_mm) {
  const LegFrame& leg = skin.frame();
  double back = -1e9;
  double sole = 0.0;
  for (const glm::vec3& point : points_mm) {
    const glm::dvec3 p = point;
    const double t = leg.t_of(p);
    const glm::dvec3 rel = p - leg.knee_mm;
    const bool own_half = leg.side == BodySide::left ? p.x > 0.0 : p.x < 0.0;
    if (!own_half || t < 1.0) continue;
    back = std::max(back, glm::dot(rel, leg.posterior));
    sole = std::max(sole, (t - 1.0) * leg.length_mm);
  }
  const double k = std::min(1.0, sole / 70.0) * f.size();
  // The middle of the heel where there is one to measure.
  const FootOutline foot(leg, points_mm);
  const double across =
      foot.found() ? bone_coordinates(leg, foot.point_mm(0.18, 0.5, 0.0)).x : skin.centre_mm(1.04).y;
  const glm::dvec3 ankle = f.middle(1.0);
  const auto at = [&](double up_from_sole, double behind) {
    return glm::dvec3(across, -leg.length_mm - sole + up_from_sole * k, -(back - behind * k));
  };
  Solid s(9.0 * k);
  s.rod(at(30.0, 27.0), 15.0 * k, at(35.0, 66.0), 9.5 * k);
  s.ellipsoid(at(31.0, 21.0), glm::dvec3(14.0, 18.0, 12.0) * k);
  s.ellipsoid({ankle.x, ankle.y - 14.0 * k, at(0.0, 52.0).z}, glm::dvec3(13.0, 12.0, 18.0) * k);
  s.rod({ankle.x, ankle.y - 16.0 * k, at(0.0, 60.0).z}, 9.0 * k, at(38.0, 78.0), 8.5 * k);
  return s;
}

BoneSolid boxed(Structure structure, Solid solid) {
  const Solid::Box box = solid.bounds();
  return {structure, std::move(solid), box};
}

double box_distance_mm(const Solid::Box& box, const glm::dvec3& p) {
  return glm::length(glm::max(glm::max(box.low - p, p - box.high), glm::dvec3(0.0)));
}

}  // namespace

LegBones::LegBones(const LegOutline& skin, std::span<const glm::vec3> points_mm) : skin_(skin) {
  const BoneFrame frame(skin_);
  solids_.push_back(boxed(Structure::tibia, tibia(frame)));
  solids_.push_back(boxed(Structure::fibula, fibula(frame)));
  solids_.push_back(boxed(Structure::femur, femur(frame)));
  solids_.push_back(boxed(Structure::patella, kneecap(frame)));
  solids_.push_back(boxed(Structure::heel_bone, heel(frame, skin_, points_mm)));
  const FootOutline foot(skin_.frame(), points_mm);
  if (!foot.found()) return;
  solids_.push_back(boxed(Structure::midfoot_bones, midfoot_solid(foot, skin_.frame())));
  solids_.push_back(boxed(Structure::forefoot_bones, forefoot_solid(foot, skin_.frame())));
}

double LegBones::most_radius_mm(double t, double theta) const {
  // The foot is no tube round the leg's axis: its bones are placed inside it and need no press. Assumption:
  // from where on; 400 mm is out of reach.
  const double foot = 400.0 * ease(0.99, 1.05, t);
  return std::max(1.0, skin_.radius_mm().sample(t, theta) - kSkinOverBoneMm) + foot;
}

glm::dvec3 LegBones::unpressed_mm(const glm::dvec3& bone) const {
  const LegFrame& f = frame();
  return f.knee_mm + f.medial * bone.x - f.down * bone.y - f.posterior * bone.z;
}

glm::dvec3 LegBones::world_mm(const glm::dvec3& bone) const {
  const glm::dvec3 world = unpressed_mm(bone);
  const LegPoint at = skin_.locate(world);
  const double most = most_radius_mm(at.t, at.theta);
  if (at.radius_mm < most - kPressMm) return world;
  return skin_.point_mm(at.t, at.theta, std::max(0.0, soft_min(at.radius_mm, most, kPressMm)));
}

double LegBones::distance_mm(const glm::dvec3& world) const {
  // Bones beyond the reach answer with their box; 1e9 is farther than all (arithmetic).
  const glm::dvec3 raw = bone_coordinates(frame(), world);
  double nearest_box = 1e9;
  for (const BoneSolid& bone : solids_) nearest_box = std::min(nearest_box, box_distance_mm(bone.box, raw));
  if (nearest_box > kFarMm) return nearest_box;
  // A bone is as if cut off at the greatest radius; inside, the press is undone by its inverse.
  const LegPoint at = skin_.locate(world);
  const double over = at.radius_mm - most_radius_mm(at.t, at.theta);
  glm::dvec3 p = raw;
  double shift = 0.0;
  if (over > -kPressMm) {
    const double unpressed = kPressMm - 2.0 * std::sqrt(kPressMm * std::max(0.0, -over));
    shift = unpressed - std::min(over, 0.0);
    p = bone_coordinates(frame(), world + at.outward * shift);
  }
  double best = kFarMm + 1e-9;
  for (const BoneSolid& bone : solids_) {
    if (box_distance_mm(bone.box, raw) < best + kPressMm) best = std::min(best, bone.solid.distance_mm(p));
  }
  // Outside, the way that the press undid is no distance. Assumption: a quarter at least, so that it never
  // falls to 0.
  if (best > 0.0) best = std::max(best - shift, 0.25 * best);
  return std::max(best, over);
}

}  // namespace simulation
