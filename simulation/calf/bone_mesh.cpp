#include "simulation/calf/bone_mesh.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/solid.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

constexpr double kUsualShankMm = 380.0;
constexpr double kStepMm = 2.5;
constexpr double kSkinOverBoneMm = 3.0;

/// Bones are built in leg coordinates: x medial, y up from the knee, z forward, mm.
class Frame {
 public:
  explicit Frame(const LegOutline& skin) : skin_(skin), size_(skin.frame().length_mm / kUsualShankMm) {}

  double size() const { return size_; }
  /// At t and theta (degrees), so deep under the skin.
  glm::dvec3 under(double t, double theta_deg, double depth_mm) const {
    const double theta = radians(theta_deg);
    const double r = std::max(0.0, skin_.radius_mm().sample(t, theta) - depth_mm);
    const glm::dvec2 c = skin_.centre_mm(t);
    return {c.y + r * std::sin(theta), -t * skin_.frame().length_mm, -(c.x + r * std::cos(theta))};
  }
  glm::dvec4 sized(const glm::dvec3& p, double radius_mm) const { return {p, radius_mm * size_}; }
  glm::dvec3 middle(double t) const { return under(t, 0.0, 1e9); }
  glm::dvec3 half(double x, double y, double z) const { return glm::dvec3(x, y, z) * size_; }

 private:
  const LegOutline& skin_;
  double size_;
};

AnatomyMesh finished(const Solid& solid, const LegOutline& skin, Structure structure) {
  const Solid::Surface surface = solid.surface(kStepMm);
  const LegFrame& frame = skin.frame();
  AnatomyMesh mesh;
  mesh.structure = structure;
  mesh.tissue = Tissue::bone;
  mesh.side = frame.side;
  for (const glm::dvec3& p : surface.points) {
    glm::dvec3 world = frame.knee_mm + frame.medial * p.x - frame.down * p.y - frame.posterior * p.z;
    LegPoint at = skin.locate(world);
    if (at.t < 1.02) {
      const double most = skin.radius_mm().sample(at.t, at.theta) - kSkinOverBoneMm;
      world = skin.point_mm(at.t, at.theta, std::max(0.0, soft_min(at.radius_mm, most, 3.0)));
    }
    mesh.positions_mm.emplace_back(world);
    mesh.uvs.emplace_back(static_cast<float>(at.theta / (2.0 * kPi) + 0.5), static_cast<float>(at.t));
  }
  mesh.fleshiness.assign(mesh.positions_mm.size(), 0.0F);
  mesh.triangles = surface.triangles;
  // Medial, up, forward is a left-handed frame on the left leg.
  if (frame.side == BodySide::left) {
    for (glm::uvec3& t : mesh.triangles) std::swap(t.y, t.z);
  }
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  return mesh;
}

Solid tibia(const Frame& f) {
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
  s.rod(f.under(0.105, 176.0, 11.0 * k), 6.5 * k, f.under(0.15, 174.0, 11.0 * k), 5.0 * k);    // tuberosity
  s.rod(f.middle(0.95) + f.half(12, 0, 0), 8.0 * k, f.under(1.015, 95.0, 12.0 * k), 6.0 * k);  // inner ankle
  return s;
}

Solid fibula(const Frame& f) {
  Solid s(6.0 * f.size());
  const double k = f.size();
  s.chain({f.sized(f.under(0.065, -112.0, 18.0 * k), 9.0), f.sized(f.under(0.11, -112.0, 20.0 * k), 6.0),
           f.sized(f.under(0.25, -110.0, 23.0 * k), 5.2), f.sized(f.under(0.45, -108.0, 22.0 * k), 5.2),
           f.sized(f.under(0.65, -104.0, 17.0 * k), 5.4), f.sized(f.under(0.82, -98.0, 13.0 * k), 6.0),
           f.sized(f.under(0.93, -94.0, 11.5 * k), 7.5), f.sized(f.under(1.0, -90.0, 11.5 * k), 8.0),
           f.sized(f.under(1.035, -84.0, 12.0 * k), 5.5)});
  return s;
}

Solid femur(const Frame& f) {
  Solid s(12.0 * f.size());
  s.chain({f.sized(f.middle(-0.25) + f.half(0, 0, 10), 13.5),
           f.sized(f.middle(-0.16) + f.half(1, 0, 11), 15.0),
           f.sized(f.middle(-0.09) + f.half(1, 0, 11), 20.0)});
  const glm::dvec3 joint = f.middle(-0.028) + f.half(0, 0, 9);
  s.ellipsoid(joint + f.half(18, 0, -6), f.half(14, 19, 25));
  s.ellipsoid(joint + f.half(-18, 0, -6), f.half(14, 19, 25));
  s.ellipsoid(joint + f.half(0, 12, 12), f.half(22, 16, 14));
  return s;
}

Solid kneecap(const Frame& f) {
  Solid s(4.0 * f.size());
  s.ellipsoid(f.under(-0.035, 180.0, 12.5 * f.size()), f.half(19, 21, 8.5));
  return s;
}

/// Ankle and heel bone, placed from the hindmost and lowest skin below the ankle.
Solid heel(const Frame& f, const LegOutline& skin, std::span<const glm::vec3> points_mm) {
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
  const double across = skin.centre_mm(1.04).y;
  const glm::dvec3 ankle = f.middle(1.0);
  const auto at = [&](double up_from_sole, double behind) {
    return glm::dvec3(across, -leg.length_mm - sole + up_from_sole * k, -(back - behind * k));
  };
  Solid s(9.0 * k);
  s.rod(at(30.0, 27.0), 15.0 * k, at(36.0, 58.0), 11.5 * k);
  s.ellipsoid(at(31.0, 21.0), glm::dvec3(14.0, 18.0, 12.0) * k);
  s.ellipsoid({ankle.x, ankle.y - 14.0 * k, at(0.0, 52.0).z}, glm::dvec3(15.0, 12.0, 19.0) * k);
  s.rod({ankle.x, ankle.y - 16.0 * k, at(0.0, 60.0).z}, 9.0 * k, at(38.0, 78.0), 9.5 * k);
  return s;
}

}  // namespace

std::vector<AnatomyMesh> leg_bones(const LegOutline& skin, std::span<const glm::vec3> points_mm) {
  const Frame frame(skin);
  std::vector<AnatomyMesh> bones;
  bones.push_back(finished(tibia(frame), skin, Structure::tibia));
  bones.push_back(finished(fibula(frame), skin, Structure::fibula));
  bones.push_back(finished(femur(frame), skin, Structure::femur));
  bones.push_back(finished(kneecap(frame), skin, Structure::patella));
  bones.push_back(finished(heel(frame, skin, points_mm), skin, Structure::heel_bone));
  return bones;
}

}  // namespace simulation
