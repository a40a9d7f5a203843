#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// The triangles that a subdivided surface had one halving of its edges earlier, over a quarter of the same
/// vertices: what is left lies where it did. triangles: as Subdivision orders them, two per quad, the three
/// or four quads of one parent in a row. Empty when they are in no such order.
std::vector<glm::uvec3> coarser_triangles(std::span<const glm::uvec3> triangles);

}  // namespace render
