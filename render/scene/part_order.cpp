// In which order the triangles of a part are drawn.
#include <algorithm>
#include <glm/geometric.hpp>
#include <stdexcept>

#include "render/mesh/coarser.h"
#include "render/scene/part.h"

namespace render {

/// Triangles with hair last, of all and of the fewer behind them.
void Part::draw_in_order(std::span<const glm::uvec3> triangles) {
  const auto bald = [this](const glm::uvec3& t) {
    return hairy_.empty() ||
           !(hairy_[vertex_point_[t.x]] || hairy_[vertex_point_[t.y]] || hairy_[vertex_point_[t.z]]);
  };
  std::vector<glm::uvec3> drawn(triangles.begin(), triangles.end());
  std::vector<glm::uvec3> fewer;
  if (fewer_made_) fewer = coarser_triangles(triangles, vertex_point_, fine_);
  const auto sort = [&](std::vector<glm::uvec3>& some) {
    return static_cast<int>(some.end() - std::stable_partition(some.begin(), some.end(), bald)) * 3;
  };
  if (!hairy_.empty()) {
    hair_index_count_ = sort(drawn);
    fewer_hair_count_ = sort(fewer);
  } else {
    hair_index_count_ = fewer_hair_count_ = 0;
  }
  std::vector<glm::uvec3> points(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i)
    points[i] = {vertex_point_[drawn[i].x], vertex_point_[drawn[i].y], vertex_point_[drawn[i].z]};
  point_triangles_ = std::move(points);
  fewer_count_ = static_cast<int>(fewer.size() * 3);
  drawn.insert(drawn.end(), fewer.begin(), fewer.end());
  indices_.upload(std::span<const glm::uvec3>(drawn), gl::BufferRate::once);
}

void Part::set_fine(std::vector<bool> points) {
  if (points.size() != point_count_)
    throw std::invalid_argument("Renderer: fine points must be as many as the part has");
  fine_ = std::move(points);
  if (fewer_made_) draw_in_order(triangles_);
}

void Part::make_fewer() {
  if (fewer_made_ || !uploaded()) return;
  fewer_made_ = true;
  const std::vector<glm::uvec3> fewer = coarser_triangles(triangles_);
  if (fewer.empty()) return;  // not subdivided
  draw_in_order(triangles_);
  double edges_mm = 0;
  for (const glm::uvec3& t : fewer)
    edges_mm += glm::distance(positions_mm_[vertex_point_[t.x]], positions_mm_[vertex_point_[t.y]]);
  fewer_edge_mm_ = static_cast<float>(edges_mm / static_cast<double>(fewer.size()));
}

bool Part::has_hair(std::size_t point) const {
  return !hairy_.empty() && hairy_[point];
}

bool Part::hair_differs(std::span<const float> scalars, std::span<const glm::uvec2> runs) const {
  if (scalars.empty()) return !hairy_.empty();
  for (const glm::uvec2& run : runs)
    for (std::uint32_t point = run.x; point < run.y; ++point)
      if ((scalars[point] > 0) != has_hair(point)) return true;
  return false;
}

void Part::sort_hair(std::span<const float> scalars) {
  std::vector<bool> hairy(scalars.size());
  for (std::size_t i = 0; i < hairy.size(); ++i) hairy[i] = scalars[i] > 0;
  if (std::find(hairy.begin(), hairy.end(), true) == hairy.end()) hairy.clear();
  if (hairy == hairy_) return;
  hairy_ = std::move(hairy);
  draw_in_order(triangles_);
}

}  // namespace render
