#include "render/scene/occluder.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace render {

std::vector<glm::uvec3> clustered_triangles(std::span<const glm::vec3> positions_mm,
                                            std::span<const glm::uvec3> triangles, float cell_mm) {
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  first.reserve(positions_mm.size());
  std::vector<std::uint32_t> stands_for(positions_mm.size());
  for (std::size_t i = 0; i < positions_mm.size(); ++i) {
    // 21 bits per axis: +-2 km in millimetre cells.
    std::uint64_t cell = 0;
    for (int axis = 0; axis < 3; ++axis) {
      const auto place = static_cast<std::int64_t>(std::floor(positions_mm[i][axis] / cell_mm));
      cell = (cell << 21) | (static_cast<std::uint64_t>(place) & 0x1fffff);
    }
    stands_for[i] = first.emplace(cell, static_cast<std::uint32_t>(i)).first->second;
  }
  std::vector<glm::uvec3> kept;
  for (const glm::uvec3& t : triangles) {
    const glm::uvec3 moved(stands_for[t.x], stands_for[t.y], stands_for[t.z]);
    if (moved.x != moved.y && moved.y != moved.z && moved.z != moved.x) kept.push_back(moved);
  }
  return kept;
}

}  // namespace render
