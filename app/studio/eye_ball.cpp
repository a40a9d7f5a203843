// The balls of the eyes, and where their points lie under the lids.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <stdexcept>

#include "app/studio/lid_line.h"

namespace app {
namespace {

constexpr float kIrisMm = 6.5f;

/// Middle of the opening in front; the ball itself reaches much deeper than its mesh does.
EyeBall ball_of(std::span<const glm::vec3> eyes_mm, std::size_t side) {
  glm::vec3 low(1e30f), high(-1e30f);
  for (const glm::vec3& p : eyes_mm) {
    if ((p.x > 0.0f) != (side == 1)) continue;
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  EyeBall ball;
  ball.centre_mm = 0.5f * (low + high);
  // Least squares of a sphere on the axis of sight, through the sclera: rho^2 + z^2 = 2 z z0 + (R^2 - z0^2).
  double count = 0, sum_z = 0, sum_q = 0, sum_zz = 0, sum_zq = 0;
  for (const glm::vec3& p : eyes_mm) {
    if ((p.x > 0.0f) != (side == 1) || p.z < ball.centre_mm.z) continue;
    const glm::dvec3 d(p - ball.centre_mm);
    const double rho_squared = d.x * d.x + d.y * d.y;
    if (rho_squared < kIrisMm * kIrisMm) continue;
    const double q = rho_squared + d.z * d.z;
    count += 1.0, sum_z += d.z, sum_q += q, sum_zz += d.z * d.z, sum_zq += d.z * q;
  }
  const double spread = count * sum_zz - sum_z * sum_z;
  if (spread <= 0.0) throw std::invalid_argument("LidFinder: no ball to fit");
  const double deep = 0.5 * (count * sum_zq - sum_z * sum_q) / spread;
  ball.radius_mm = static_cast<float>(std::sqrt((sum_q - 2.0 * deep * sum_z) / count + deep * deep));
  ball.centre_mm.z += static_cast<float>(deep);
  return ball;
}

}  // namespace

glm::vec2 EyeBall::angles(glm::vec3 point_mm) const {
  const glm::vec3 d = point_mm - centre_mm;
  return {std::atan2(d.x, d.z), std::atan2(d.y, std::hypot(d.x, d.z))};
}

glm::vec3 EyeBall::point_mm(glm::vec2 angles, float distance_mm) const {
  const float flat = std::cos(angles.y) * distance_mm;
  return centre_mm +
         glm::vec3(std::sin(angles.x) * flat, std::sin(angles.y) * distance_mm, std::cos(angles.x) * flat);
}

std::array<EyeBall, 2> eye_balls(std::span<const glm::vec3> eyes_mm) {
  return {ball_of(eyes_mm, 0), ball_of(eyes_mm, 1)};
}

EyePlaces::EyePlaces(const std::array<EyeBall, 2>& balls, std::span<const glm::vec3> eyes_mm)
    : count_(eyes_mm.size()) {
  for (std::uint32_t i = 0; i < eyes_mm.size(); ++i) {
    const std::size_t side = eyes_mm[i].x > 0.0f ? 1 : 0;
    if (eyes_mm[i].z < balls[side].centre_mm.z + 2.0f) continue;
    in_front_[side].push_back({i, balls[side].angles(eyes_mm[i])});
  }
}

std::vector<float> EyePlaces::lid_nearness(const std::array<LidOpening, 2>& openings) const {
  std::vector<float> near(count_, 0.0f);
  for (std::size_t side = 0; side < 2; ++side) {
    const auto& columns = openings[side].columns;
    if (columns.empty()) continue;
    auto right = columns.begin();
    for (const auto& [point, at] : in_front_[side]) {
      // The first column not before it. A point lies near the last one, mostly.
      while (right != columns.begin() && (right - 1)->azimuth >= at.x) --right;
      while (right != columns.end() && right->azimuth < at.x) ++right;
      const LidColumn& b = right == columns.end() ? columns.back() : *right;
      const LidColumn& a = right == columns.begin() || right == columns.end() ? b : *(right - 1);
      const float share =
          b.azimuth > a.azimuth ? std::clamp((at.x - a.azimuth) / (b.azimuth - a.azimuth), 0.0f, 1.0f) : 0.0f;
      const float r = openings[side].ball.radius_mm;
      const float under_upper = (a.upper + (b.upper - a.upper) * share - at.y) * r;
      const float over_lower = (at.y - a.lower - (b.lower - a.lower) * share) * r;
      near[point] = std::clamp(1.0f - under_upper / kLidReachMm, 0.0f, 1.0f) -
                    std::clamp(1.0f - over_lower / kLidReachMm, 0.0f, 1.0f);
    }
  }
  return near;
}

}  // namespace app
