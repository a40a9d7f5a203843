#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/mesh/mesh.h"

namespace app {

/// Of a part at rest, the points on its open edges, mm.
std::vector<glm::vec3> open_edge_mm(const render::Topology& topology, std::span<const glm::vec3> rest_mm);

/// Which points lie near the hem of a cap, mm, or where hair begins: light and colour change there from point
/// to point, and would jump if every other point were left out. One entry per point of rest_mm; hair is as
/// long, or empty: none.
std::vector<bool> fine_points(std::span<const glm::vec3> rest_mm, std::span<const float> hair,
                              std::span<const glm::vec3> hem_mm);

}  // namespace app
