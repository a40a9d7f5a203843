#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// The triangles that a subdivided surface had one halving of its edges earlier, over a quarter of the same
/// vertices: what is left lies where it did. triangles: as Subdivision orders them, two per quad, the three
/// or four quads of one parent in a row. Empty when they are in no such order.
/// keep, per point, may be empty: a parent with such a point stays halved, and where it meets one that does
/// not the latter takes in the middle of their edge, so that nothing gapes. vertex_point: of the triangles'
/// vertices; needed with keep alone.
std::vector<glm::uvec3> coarser_triangles(std::span<const glm::uvec3> triangles,
                                          std::span<const std::uint32_t> vertex_point = {},
                                          const std::vector<bool>& keep = {});

}  // namespace render
