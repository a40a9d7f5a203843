#include "render/scene/curvature.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <numeric>
#include <utility>

namespace render {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

template <typename Use>
void each_edge(std::span<const glm::uvec3> triangles, Use use) {
  for (const glm::uvec3& t : triangles)
    for (int side = 0; side < 3; ++side) use(t[side], t[(side + 1) % 3]);
}

/// Edges that no triangle has the other way round, as their triangle has them, ascending.
std::vector<Edge> border_edges(std::span<const glm::uvec3> triangles, std::size_t point_count) {
  // Inside a surface the edges that lead away from a point go where those that lead to it come from.
  std::vector<std::uint32_t> odd(point_count, 0);
  each_edge(triangles, [&](std::uint32_t a, std::uint32_t b) {
    odd[a] ^= b + 1;
    odd[b] ^= a + 1;
  });
  std::vector<Edge> near;
  each_edge(triangles, [&](std::uint32_t a, std::uint32_t b) {
    if (odd[a] != 0 && odd[b] != 0) near.emplace_back(a, b);
  });
  std::sort(near.begin(), near.end());
  std::vector<Edge> border;
  for (const auto& [a, b] : near)
    if (!std::binary_search(near.begin(), near.end(), Edge(b, a))) border.emplace_back(a, b);
  return border;
}

/// Calls for what is needed soon.
void fetch(const SurfacePoint* point) {
#if defined(__GNUC__)
  __builtin_prefetch(point);
#else
  (void)point;
#endif
}

}  // namespace

PointRings::PointRings(std::span<const glm::uvec3> triangles, std::size_t point_count)
    : first_(point_count + 1, 0) {
  const std::vector<Edge> border = border_edges(triangles, point_count);
  each_edge(triangles, [&](std::uint32_t a, std::uint32_t) { ++first_[a + 1]; });
  for (const Edge& edge : border) ++first_[edge.second + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  neighbours_.resize(first_.back() + kAhead);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each_edge(triangles, [&](std::uint32_t a, std::uint32_t b) { neighbours_[next[a]++] = b; });
  for (const auto& [a, b] : border) {
    const auto of_a = std::span(neighbours_).subspan(first_[a], next[a] - first_[a]);
    *std::find(of_a.begin(), of_a.end(), b) |= kBorder;
    neighbours_[next[b]++] = a | kBorder;
  }
}

void PointRings::mark_neighbours(std::span<const glm::uvec2> runs, std::span<std::uint8_t> marks) const {
  for (const glm::uvec2& run : runs)
    for (std::uint32_t k = first_[run.x]; k < first_[run.y]; ++k) marks[neighbours_[k] & ~kBorder] = 1;
}

void PointRings::bend(std::span<SurfacePoint> points, std::span<const glm::uvec2> runs) const {
  for (const glm::uvec2& run : runs) bend_run(points, run);
}

void PointRings::bend_run(std::span<SurfacePoint> points, glm::uvec2 run) const {
  // Edges of some points side by side, so that roots and quotients are taken many at once.
  constexpr std::size_t kAtOnce = 512;
  constexpr float kLeastSquared = 1e-8f;
  std::array<float, kAtOnce> bend, length;
  std::array<std::uint32_t, kAtOnce> across;
  for (std::uint32_t from = run.x, to = from; from < run.y; from = to) {
    std::size_t edges = 0;
    for (; to < run.y; ++to) {
      if (edges > 0 && edges + first_[to + 1] - first_[to] > kAtOnce) break;
      const glm::vec3 position = points[to].position_mm, normal = points[to].normal;
      for (std::uint32_t k = first_[to]; k < first_[to + 1] && edges < kAtOnce; ++k, ++edges) {
        fetch(&points[neighbours_[k + kAhead] & ~kBorder]);
        const SurfacePoint& other = points[neighbours_[k] & ~kBorder];
        const glm::vec3 edge = other.position_mm - position;
        // Normal curvature along the edge, weighted by its length so that slivers count little.
        bend[edges] = glm::dot(other.normal - normal, edge);
        length[edges] = glm::dot(edge, edge);
        across[edges] = neighbours_[k];
      }
    }
    for (std::size_t i = 0; i < edges; ++i) {
      const float counts = length[i] >= kLeastSquared ? 1.0f : 0.0f;
      const float root = std::sqrt(length[i] + (1.0f - counts));
      const float share = 1.0f - 0.5f * static_cast<float>(static_cast<int>(across[i] >> 31));
      const float part = share * counts;
      bend[i] = bend[i] / root * part;
      length[i] = root * part;
    }
    std::size_t edge = 0;
    for (std::uint32_t point = from; point < to; ++point) {
      const std::size_t end = std::min(edges, edge + first_[point + 1] - first_[point]);
      float sum = 0.0f, weight = 0.0f;
      for (; edge < end; ++edge) sum += bend[edge], weight += length[edge];
      points[point].curvature = weight > 0 ? sum / weight : 0.0f;
    }
  }
}

}  // namespace render
