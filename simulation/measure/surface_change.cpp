#include "simulation/measure/surface_change.h"

#include <glm/geometric.hpp>

#include "simulation/error.h"

namespace simulation {

std::vector<float> signed_displacement_mm(std::span<const glm::vec3> rest_mm,
                                          std::span<const glm::vec3> rest_normals,
                                          std::span<const glm::vec3> now_mm) {
  if (rest_mm.size() != now_mm.size() || rest_mm.size() != rest_normals.size()) {
    throw InputError("mesh.points: rest, normals and now must have the same count");
  }
  std::vector<float> out(rest_mm.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = glm::dot(now_mm[i] - rest_mm[i], rest_normals[i]);
  return out;
}

double mesh_volume_mm3(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles) {
  // From the world's origin, which does not move with a state: only so is the difference between two states
  // of an open mesh what its border encloses.
  double six = 0.0;
  for (const glm::uvec3& t : triangles) {
    const glm::dvec3 a(points_mm[t.x]), b(points_mm[t.y]), c(points_mm[t.z]);
    six += glm::dot(a, glm::cross(b, c));
  }
  return six / 6.0;
}

}  // namespace simulation
