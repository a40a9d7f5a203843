#pragma once

#include <glm/vec3.hpp>
#include <span>

namespace render {

/// Mean curvature in 1/mm per point, positive where the surface bulges outwards (a ball of radius r: 1/r),
/// from the edges around each point. out has one value per point.
void mean_curvature(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                    std::span<const glm::uvec3> triangles, std::span<float> out);

}  // namespace render
