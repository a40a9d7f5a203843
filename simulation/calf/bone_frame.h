#pragma once

#include <algorithm>
#include <cmath>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "simulation/calf/leg_outline.h"

namespace simulation {

/// Places in bone coordinates, found from the skin.
class BoneFrame {
 public:
  explicit BoneFrame(const LegOutline& skin) : skin_(skin), size_(skin.frame().length_mm / kUsualShankMm) {}

  double size() const { return size_; }
  /// At t and theta (degrees), so deep under the skin.
  glm::dvec3 under(double t, double theta_deg, double depth_mm) const {
    const double theta = radians(theta_deg);
    const double r = std::max(0.0, skin_.radius_mm().sample(t, theta) - depth_mm);
    const glm::dvec2 c = skin_.centre_mm(t);
    return {c.y + r * std::sin(theta), -t * skin_.frame().length_mm, -(c.x + r * std::cos(theta))};
  }
  glm::dvec4 sized(const glm::dvec3& p, double radius_mm) const { return {p, radius_mm * size_}; }
  // Deeper than any leg is thick: on the centre line (arithmetic).
  glm::dvec3 middle(double t) const { return under(t, 0.0, 1e9); }
  /// Middle of the kneecap, under the skin and its bursa. Height and depth are an assumption, by eye.
  glm::dvec3 kneecap() const { return under(-0.035, 180.0, 18.0 * size_); }
  glm::dvec3 half(double x, double y, double z) const { return glm::dvec3(x, y, z) * size_; }

 private:
  static constexpr double kUsualShankMm = 380.0;  // sizes are given for it; assumption

  const LegOutline& skin_;
  double size_;
};

}  // namespace simulation
