#include "render/mesh/coarser.h"

#include <array>
#include <cstdint>
#include <optional>

namespace render {
namespace {

using Quad = std::array<std::uint32_t, 4>;

std::optional<Quad> quad_of(std::span<const glm::uvec3> triangles, std::size_t quad) {
  if (2 * quad + 1 >= triangles.size()) return std::nullopt;
  const glm::uvec3 a = triangles[2 * quad], b = triangles[2 * quad + 1];
  if (a.x != b.x || a.z != b.y) return std::nullopt;
  return Quad{a.x, a.y, a.z, b.z};
}

/// Whether the `count` quads from `first` on are the children of one face: they share its middle, and each
/// ends at an edge where the next begins. Then their outer corners.
std::optional<Quad> parent_of(std::span<const glm::uvec3> triangles, std::size_t first, std::size_t count) {
  std::array<Quad, 4> children{};
  for (std::size_t i = 0; i < count; ++i) {
    const auto quad = quad_of(triangles, first + i);
    if (!quad) return std::nullopt;
    children[i] = *quad;
  }
  for (std::size_t middle_at = 0; middle_at < 4; ++middle_at) {
    const std::uint32_t middle = children[0][middle_at];
    Quad outer{};
    std::array<std::uint32_t, 4> before{}, after{};
    bool fits = true;
    for (std::size_t i = 0; i < count && fits; ++i) {
      std::size_t at = 0;
      while (at < 4 && children[i][at] != middle) ++at;
      fits = at < 4;
      if (!fits) break;
      after[i] = children[i][(at + 3) % 4];
      before[i] = children[i][(at + 1) % 4];
      outer[i] = children[i][(at + 2) % 4];
    }
    for (std::size_t i = 0; i < count && fits; ++i) fits = after[i] == before[(i + 1) % count];
    if (fits) return outer;
  }
  return std::nullopt;
}

}  // namespace

std::vector<glm::uvec3> coarser_triangles(std::span<const glm::uvec3> triangles) {
  std::vector<glm::uvec3> coarser;
  coarser.reserve(triangles.size() / 4 + 2);
  for (std::size_t quad = 0; 2 * quad < triangles.size();) {
    std::size_t children = 4;
    auto outer = parent_of(triangles, quad, children);
    if (!outer) outer = parent_of(triangles, quad, children = 3);
    if (!outer) return {};
    coarser.emplace_back((*outer)[0], (*outer)[1], (*outer)[2]);
    if (children == 4) coarser.emplace_back((*outer)[0], (*outer)[2], (*outer)[3]);
    quad += children;
  }
  return coarser;
}

}  // namespace render
