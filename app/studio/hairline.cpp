#include "app/studio/hairline.h"

#include <algorithm>
#include <cmath>

#include "simulation/measure/smooth.h"

namespace app {
namespace {

using simulation::ease;

/// Of a place on the left of a head whose eyes are 58 mm apart, mm from the middle between the eyes.
double density(double outward, double up, double forward) {
  // Straight down in front of the ear, forward above it, along the edge of the cap.
  const double line = -46.0 + 16.0 * ease(-10.0, 28.0, up) + std::max(0.0, up - 28.0);
  const double behind = ease(-7.0, 12.0, line - forward);
  const double above = ease(-27.0, -8.0, up);
  const double side = ease(38.0, 50.0, outward);
  // The ear, and behind it the cap.
  const double ear = ease(52.0, 60.0, -forward) * (1.0 - ease(0.0, 8.0, up));
  return behind * above * side * (1.0 - ear);
}

}  // namespace

std::vector<float> hair_density(std::span<const glm::vec3> rest_mm,
                                const simulation::Sided<glm::dvec3>& eyes) {
  const glm::dvec3 middle = 0.5 * (eyes.left + eyes.right);
  const double size = std::abs(eyes.left.x - eyes.right.x) / 58.0;
  std::vector<float> out;
  out.reserve(rest_mm.size());
  for (const glm::vec3& point : rest_mm) {
    const glm::dvec3 p = (glm::dvec3(point) - middle) / size;
    out.push_back(static_cast<float>(density(std::abs(p.x), p.y, p.z)));
  }
  return out;
}

}  // namespace app
