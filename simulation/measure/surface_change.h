#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace simulation {

/// Movement of each point along its rest normal in mm, outward positive. Exactly 0 for a point that did not
/// move. Throws InputError when the spans differ in size.
std::vector<float> signed_displacement_mm(std::span<const glm::vec3> rest_mm,
                                          std::span<const glm::vec3> rest_normals,
                                          std::span<const glm::vec3> now_mm);

/// Volume of a closed mesh in mm3, positive for outward counter-clockwise triangles; divide by 1000 for mL.
/// Of an open mesh only the difference between two states with the same border means anything.
double mesh_volume_mm3(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles);

}  // namespace simulation
