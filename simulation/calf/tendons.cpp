#include "simulation/calf/tendons.h"

#include <algorithm>
#include <optional>

#include "simulation/calf/bone_frame.h"
#include "simulation/calf/foot_solids.h"

namespace simulation {
namespace {

// Assumptions: how fine, and how deep under the skin of the foot.
constexpr double kTendonStepMm = 1.2;
constexpr double kSkinOverTendonMm = 10.0;

/// Points of a cord, on the shank and on the foot.
class TendonCourse {
 public:
  TendonCourse(const BoneFrame& frame, const FootOutline& foot, const LegFrame& leg)
      : frame_(frame), foot_(foot), leg_(leg) {}

  using Points = std::vector<glm::dvec4>;
  void shank(Points& p, double t, double theta_deg, double depth_mm, double radius_mm) const {
    p.push_back(frame_.sized(frame_.under(t, theta_deg, depth_mm * frame_.size()), radius_mm));
  }
  /// Under the upper skin of the foot; nothing where there is no foot.
  void dorsum(Points& p, double s, double m, double radius_mm) const {
    if (foot_.found())
      beside(p, s, m, (foot_.top_mm(s, m) - kSkinOverTendonMm - radius_mm) / foot_.height_mm(), radius_mm);
  }
  /// At a share of the ankle's height over the sole.
  void beside(Points& p, double s, double m, double share, double radius_mm) const {
    if (!foot_.found()) return;
    const glm::dvec3 world = foot_.point_mm(s, m, share * foot_.height_mm());
    p.push_back(frame_.sized(bone_coordinates(leg_, world), radius_mm));
  }

 private:
  const BoneFrame& frame_;
  const FootOutline& foot_;
  const LegFrame& leg_;
};

// Course and thickness: assumption, see the header; heights t, directions in degrees, depths and radii in mm.
Solid patellar(const BoneFrame& f) {
  Solid s(9.0 * f.size());
  const glm::dvec3 pole = f.kneecap() + f.half(0, -15, -1);
  const glm::dvec3 end = f.under(0.115, 176.0, 7.5 * f.size());
  // Two cords side by side flow into one flat band.
  for (const double side : {-1.0, 1.0}) {
    s.rod(pole + f.half(6.5 * side, 0, 0), 4.0 * f.size(), end + f.half(4.5 * side, 0, 0), 3.2 * f.size());
  }
  return s;
}

// Course and thickness: assumption, see the header; heights t, directions in degrees, depths and radii in mm.
Solid front(const TendonCourse& c, const BoneFrame& f) {
  Solid s(2.0 * f.size());
  TendonCourse::Points tibialis;
  c.shank(tibialis, 0.60, 187.0, 10.0, 1.8);
  c.shank(tibialis, 0.70, 186.0, 7.5, 3.0);
  c.shank(tibialis, 0.80, 180.0, 6.5, 3.0);
  c.shank(tibialis, 0.92, 166.0, 6.5, 2.8);
  c.dorsum(tibialis, 0.37, 0.30, 2.8);
  c.beside(tibialis, 0.42, 0.12, 0.42, 2.6);
  s.chain(tibialis);
  for (const glm::dvec3& toe : {glm::dvec3(0.20, 0.20, 1.0), glm::dvec3(0.42, 0.43, 0.9),
                                glm::dvec3(0.59, 0.60, 0.9), glm::dvec3(0.74, 0.76, 0.9)}) {
    TendonCourse::Points cord;
    c.shank(cord, 0.63, 222.0, 10.5, 1.8);
    c.shank(cord, 0.74, 219.0, 8.0, 3.0);
    c.shank(cord, 0.84, 204.0, 6.5, 2.8);
    c.shank(cord, 0.93, 184.0 + 12.0 * toe.x, 7.0, 2.4);
    const double spread = 0.42 + 0.6 * (toe.x - 0.42);
    c.dorsum(cord, 0.40, spread, 2.3 * toe.z);
    c.dorsum(cord, 0.56, 0.5 * (spread + toe.x), 2.3 * toe.z);
    c.dorsum(cord, 0.70, toe.x, 2.2 * toe.z);
    c.dorsum(cord, toe.x > 0.7 ? 0.76 : 0.82, toe.y, 2.0 * toe.z);
    s.chain(cord);
  }
  return s;
}

// Course and thickness: assumption, see the header; heights t, directions in degrees, depths and radii in mm.
Solid side(const TendonCourse& c, const BoneFrame& f) {
  Solid s(2.0 * f.size());
  for (const double apart : {-0.5, 0.5}) {
    TendonCourse::Points cord;
    c.shank(cord, 0.66, 262.0, 9.5, 1.8);
    c.shank(cord, 0.77, 263.0, 7.0, 2.8);
    c.shank(cord, 0.87, 274.0 + 4.0 * apart, 6.5, 2.5);
    c.shank(cord, 0.96, 290.0 + 8.0 * apart, 6.0, 2.4);
    // Behind the outer ankle, then forward to the outer edge of the foot.
    c.beside(cord, 0.18, 0.76, 0.62 + 0.10 * apart, 2.2);
    c.beside(cord, 0.30, 0.79, 0.40 + 0.14 * apart, 2.0);
    c.beside(cord, 0.42, 0.86, 0.27 + 0.06 * apart, 1.8);
    s.chain(cord);
  }
  return s;
}

}  // namespace

std::vector<AnatomyMesh> leg_tendons(const LegOutline& skin, const LegBones& bones,
                                     std::span<const glm::vec3> points_mm) {
  const BoneFrame frame(skin);
  const FootOutline foot(skin.frame(), points_mm);
  const TendonCourse course(frame, foot, skin.frame());
  std::vector<AnatomyMesh> out;
  const auto add = [&](Structure structure, const Solid& solid) {
    out.push_back(solid_mesh(bones, solid, kTendonStepMm, Press::no, skin));
    out.back().structure = structure;
    out.back().tissue = Tissue::tendon;
  };
  add(Structure::patellar_tendon, patellar(frame));
  add(Structure::anterior_compartment, front(course, frame));
  add(Structure::lateral_compartment, side(course, frame));
  return out;
}

}  // namespace simulation
