#include "simulation/calf/foot_solids.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

// Assumptions: the foot that sizes here are given for, and skin with tendons over its bones.
constexpr double kUsualFootMm = 243.0;
constexpr double kSkinOverMm = 6.0;

/// Sizes scale with the foot; heights follow its skin.
class Inside {
 public:
  Inside(const FootOutline& foot, const LegFrame& frame)
      : foot_(foot), frame_(frame), size_(foot.length_mm() / kUsualFootMm) {}

  double size() const { return size_; }
  /// At a share of the ankle's height, but clear of the upper skin.
  glm::dvec3 under_top(double s, double m, double radius_mm, double share) const {
    const double high = foot_.top_mm(s, m) - kSkinOverMm - radius_mm * size_;
    return place(s, m, std::min(high, share * foot_.height_mm()));
  }
  glm::dvec3 midway(double s, double m) const {
    return place(s, m, 0.5 * (foot_.sole_mm(s, m) + foot_.top_mm(s, m)));
  }
  glm::dvec3 place(double s, double m, double height_mm) const {
    return bone_coordinates(frame_, foot_.point_mm(s, m, height_mm));
  }
  glm::dvec3 half(double across, double up, double along) const {
    return glm::dvec3(across, up, along) * size_;
  }

 private:
  const FootOutline& foot_;
  const LegFrame& frame_;
  double size_;
};

/// One ray of the forefoot: where it begins, its knuckle and its toe's joints, as shares of the foot. All
/// five are an assumption, by eye.
struct Ray {
  double base_s, base_m, base_height;  // height as a share of the ankle's
  double knuckle_s, knuckle_m;
  double tip_m;
  double joint_s[3];  // the last is the tip
  int bones;          // of the toe
  double thick;
};
// Assumption, see above; from the big toe to the little toe.
constexpr Ray kRays[] = {{0.485, 0.20, 0.38, 0.750, 0.155, 0.22, {0.870, 0.955, 0.0}, 2, 1.35},
                         {0.465, 0.41, 0.46, 0.768, 0.415, 0.445, {0.865, 0.915, 0.965}, 3, 1.0},
                         {0.470, 0.57, 0.42, 0.755, 0.600, 0.606, {0.840, 0.885, 0.928}, 3, 0.95},
                         {0.460, 0.72, 0.35, 0.728, 0.765, 0.766, {0.795, 0.833, 0.870}, 3, 0.92},
                         {0.425, 0.87, 0.24, 0.700, 0.905, 0.905, {0.755, 0.788, 0.820}, 3, 0.95}};

// Waists and knobs of the bones, radii in mm for a usual foot: assumption, by eye.
void add_ray(Solid& s, const Inside& in, const Ray& ray) {
  const double k = 0.9 * in.size() * ray.thick;
  const glm::dvec3 base = in.under_top(ray.base_s, ray.base_m, 6.5 * ray.thick, ray.base_height);
  const glm::dvec3 knuckle = in.midway(ray.knuckle_s, ray.knuckle_m);
  const auto between = [&](double u) { return base + (knuckle - base) * u; };
  s.rod(base, 6.2 * k, between(0.18), 5.4 * k);
  s.rod(between(0.12), 5.2 * k, between(0.5), 3.9 * k);
  s.rod(between(0.5), 3.9 * k, between(0.86), 4.6 * k);
  s.rod(between(0.88), 5.4 * k, knuckle, 6.0 * k);
  double from = ray.knuckle_s + 0.022;
  for (int i = 0; i < ray.bones; ++i) {
    const double to = ray.joint_s[i];
    const double share = (to - ray.knuckle_s) / (ray.joint_s[ray.bones - 1] - ray.knuckle_s);
    const double start = (from - ray.knuckle_s) / (ray.joint_s[ray.bones - 1] - ray.knuckle_s);
    const auto m = [&](double u) { return ray.knuckle_m + (ray.tip_m - ray.knuckle_m) * u; };
    const glm::dvec3 a = in.midway(from, m(start));
    const glm::dvec3 b = in.midway(to - 0.006, m(share));
    const double shrink = 1.0 - 0.10 * i;
    const glm::dvec3 middle = 0.5 * (a + b);
    s.rod(a, 4.5 * k * shrink, middle, 3.1 * k * shrink);
    s.rod(middle, 3.1 * k * shrink, b, 3.9 * k * shrink);
    from = to + 0.010;
  }
}

}  // namespace

glm::dvec3 bone_coordinates(const LegFrame& frame, const glm::dvec3& world) {
  const glm::dvec3 rel = world - frame.knee_mm;
  return {glm::dot(rel, frame.medial), -glm::dot(rel, frame.down), -glm::dot(rel, frame.posterior)};
}

// Places as shares of length, width and ankle height, half sizes in mm: assumption, by eye.
Solid midfoot_solid(const FootOutline& foot, const LegFrame& frame) {
  const Inside in(foot, frame);
  Solid s(3.0 * in.size());
  const double h = foot.height_mm();
  s.ellipsoid(in.place(0.355, 0.34, 0.52 * h), in.half(17, 12, 8));  // navicular
  s.ellipsoid(in.place(0.420, 0.24, 0.43 * h), in.half(8, 12, 12));  // cuneiforms
  s.ellipsoid(in.place(0.415, 0.42, 0.50 * h), in.half(7, 10, 10));
  s.ellipsoid(in.place(0.415, 0.56, 0.46 * h), in.half(7, 10, 11));
  s.ellipsoid(in.place(0.385, 0.74, 0.31 * h), in.half(11, 11, 17));  // cuboid
  return s;
}

// Bones melt into each other over 1.6 mm: assumption.
Solid forefoot_solid(const FootOutline& foot, const LegFrame& frame) {
  const Inside in(foot, frame);
  Solid s(1.6 * in.size());
  for (const Ray& ray : kRays) add_ray(s, in, ray);
  return s;
}

}  // namespace simulation
