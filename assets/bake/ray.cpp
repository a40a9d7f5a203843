#include "assets/bake/ray.h"

#include <glm/geometric.hpp>
#include <limits>

namespace bake {

std::optional<Blend> first_hit(const Mesh& mesh, std::span<const std::uint32_t> quads,
                               const glm::dvec3& from_mm, const glm::dvec3& along) {
  double nearest = std::numeric_limits<double>::infinity();
  std::optional<Blend> found;
  constexpr std::size_t kTriangles[2][3] = {{0, 1, 2}, {0, 2, 3}};
  constexpr double kEdge = -1e-9;  // a ray along a shared edge belongs to both triangles
  for (const std::uint32_t q : quads)
    for (const auto& triangle : kTriangles) {
      std::uint32_t v[3];
      for (int k = 0; k < 3; ++k) v[k] = mesh.quads[q].vertices[triangle[k]];
      const glm::dvec3 a = mesh.positions_mm[v[0]];
      const glm::dvec3 ab = mesh.positions_mm[v[1]] - a, ac = mesh.positions_mm[v[2]] - a;
      const glm::dvec3 p = glm::cross(along, ac);
      const double det = glm::dot(ab, p);
      if (det == 0) continue;
      const glm::dvec3 s = from_mm - a;
      const double b = glm::dot(s, p) / det;
      const glm::dvec3 r = glm::cross(s, ab);
      const double c = glm::dot(along, r) / det;
      const double t = glm::dot(ac, r) / det;
      if (b < kEdge || c < kEdge || b + c > 1 - kEdge || t <= 0 || t >= nearest) continue;
      nearest = t;
      found = Blend{{{v[0], 1 - b - c}, {v[1], b}, {v[2], c}}, {}, {}};
    }
  return found;
}

}  // namespace bake
