#pragma once

#include <glm/vec3.hpp>
#include <span>

namespace simulation {

/// Unit normals of a triangle mesh, weighted by triangle area. Triangles index `points_mm` and are
/// counter-clockwise from outside; `normals` has one entry per point. A point without area gets +Y.
/// Triangles are summed in order, so equal input gives equal bytes. Throws InputError on a size mismatch.
void vertex_normals(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                    std::span<glm::vec3> normals);

}  // namespace simulation
