#include "simulation/measure/vertex_normals.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/error.h"

namespace simulation {

void add_area_normals(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                      std::span<glm::vec3> sums) {
  for (const glm::uvec3& t : triangles) {
    const glm::vec3 a = points_mm[t.x];
    const glm::vec3 n = glm::cross(points_mm[t.y] - a, points_mm[t.z] - a);
    sums[t.x] += n;
    sums[t.y] += n;
    sums[t.z] += n;
  }
}

glm::vec3 unit_normal(const glm::vec3& sum) {
  const float squared = glm::dot(sum, sum);
  return squared > 1e-20F ? sum * (1.0F / std::sqrt(squared)) : glm::vec3(0.0F, 1.0F, 0.0F);
}

void vertex_normals(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                    std::span<glm::vec3> normals) {
  if (normals.size() != points_mm.size()) {
    throw InputError("mesh.normals: as many entries as points are needed");
  }
  std::fill(normals.begin(), normals.end(), glm::vec3(0.0F));
  add_area_normals(points_mm, triangles, normals);
  for (glm::vec3& n : normals) n = unit_normal(n);
}

}  // namespace simulation
