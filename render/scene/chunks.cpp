#include "render/scene/chunks.h"

#include <algorithm>

namespace render {
namespace {

// A refined quad of the cage is 32 triangles.
constexpr std::size_t kTriangles = 256;

}  // namespace

void Chunks::bound(std::span<const glm::vec3> positions_mm) {
  boxes_.assign((triangles_.size() + kTriangles - 1) / kTriangles, Bounds());
  for (std::size_t i = 0; i < triangles_.size(); ++i) {
    Bounds& box = boxes_[i / kTriangles];
    for (int corner = 0; corner < 3; ++corner) box.include(positions_mm[triangles_[i][corner]]);
  }
}

std::vector<gl::IndexRange> Chunks::within(const Tile& tile, const glm::mat4& view_projection,
                                           glm::ivec2 picture) const {
  std::vector<gl::IndexRange> ranges;
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    if (shared_area(area_of(boxes_[i], view_projection, picture), tile).empty()) continue;
    const std::size_t first = i * kTriangles, end = std::min(triangles_.size(), first + kTriangles);
    const auto from = static_cast<int>(3 * first), count = static_cast<int>(3 * (end - first));
    if (!ranges.empty() && ranges.back().first + ranges.back().count == from)
      ranges.back().count += count;
    else
      ranges.push_back({from, count});
  }
  return ranges;
}

}  // namespace render
