#include "render/camera/pick.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <stdexcept>

namespace render {

std::optional<Hit> pick(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                        const Ray& ray) {
  std::optional<Hit> nearest;
  double limit = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < triangles.size(); ++i) {
    const glm::uvec3 t = triangles[i];
    if (std::max({t.x, t.y, t.z}) >= points_mm.size()) throw std::out_of_range("pick: no such point");
    const glm::dvec3 a(points_mm[t.x]);
    const glm::dvec3 ab = glm::dvec3(points_mm[t.y]) - a;
    const glm::dvec3 ac = glm::dvec3(points_mm[t.z]) - a;
    const glm::dvec3 p = glm::cross(ray.direction, ac);
    const double determinant = glm::dot(ab, p);
    if (determinant == 0.0) continue;
    const glm::dvec3 from_a = ray.origin_mm - a;
    const double u = glm::dot(from_a, p) / determinant;
    if (!(u >= 0.0 && u <= 1.0)) continue;
    const glm::dvec3 q = glm::cross(from_a, ab);
    const double v = glm::dot(ray.direction, q) / determinant;
    if (!(v >= 0.0 && u + v <= 1.0)) continue;
    const double distance = glm::dot(ac, q) / determinant;
    if (!(distance >= 0.0 && distance < limit)) continue;
    limit = distance;
    nearest = Hit{static_cast<std::uint32_t>(i), ray.origin_mm + distance * ray.direction,
                  glm::dvec3(1.0 - u - v, u, v), distance};
  }
  return nearest;
}

}  // namespace render
