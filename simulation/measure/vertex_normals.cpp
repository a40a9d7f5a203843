#include "simulation/measure/vertex_normals.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/error.h"

namespace simulation {

void vertex_normals(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                    std::span<glm::vec3> normals) {
  if (normals.size() != points_mm.size()) {
    throw InputError("mesh.normals: as many entries as points are needed");
  }
  std::fill(normals.begin(), normals.end(), glm::vec3(0.0F));
  for (const glm::uvec3& t : triangles) {
    const glm::vec3 a = points_mm[t.x];
    const glm::vec3 n = glm::cross(points_mm[t.y] - a, points_mm[t.z] - a);
    normals[t.x] += n;
    normals[t.y] += n;
    normals[t.z] += n;
  }
  for (glm::vec3& n : normals) {
    const float squared = glm::dot(n, n);
    n = squared > 1e-20F ? n * (1.0F / std::sqrt(squared)) : glm::vec3(0.0F, 1.0F, 0.0F);
  }
}

}  // namespace simulation
