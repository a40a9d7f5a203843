#include "render/scene/curvature.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>
#include <vector>

namespace render {

void mean_curvature(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                    std::span<const glm::uvec3> triangles, std::span<float> out) {
  std::vector<float> weight(out.size(), 0.0f);
  std::fill(out.begin(), out.end(), 0.0f);
  for (const glm::uvec3& triangle : triangles) {
    for (int side = 0; side < 3; ++side) {
      const std::size_t a = triangle[side], b = triangle[(side + 1) % 3];
      const glm::vec3 edge = positions_mm[b] - positions_mm[a];
      const float length2 = glm::dot(edge, edge);
      if (length2 < 1e-8f) continue;
      // Normal curvature along the edge, weighted by its length so that slivers count little.
      const float length = std::sqrt(length2);
      const float bend = glm::dot(normals[b] - normals[a], edge) / length;
      out[a] += bend;
      out[b] += bend;
      weight[a] += length;
      weight[b] += length;
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = weight[i] > 0 ? out[i] / weight[i] : 0.0f;
}

}  // namespace render
