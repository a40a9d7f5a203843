#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// A coarser surface over the same vertices, for maps that cannot resolve more: vertices of one cell of
/// cell_mm become the first of them, triangles that collapse are dropped. Errors stay below cell_mm *
/// sqrt(3).
std::vector<glm::uvec3> clustered_triangles(std::span<const glm::vec3> positions_mm,
                                            std::span<const glm::uvec3> triangles, float cell_mm);

}  // namespace render
