#include "render/scene/skin_grain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/vec4.hpp>

#include "render/scene/noise_volume.h"

namespace render {
namespace {

// The grain of the noise must not lie along the axes of the body: any turn does (assumption).
const glm::mat3 kTurn(0.36f, 0.48f, -0.80f, -0.80f, 0.60f, 0.0f, 0.48f, 0.64f, 0.60f);

/// The mottle between its cells; `place` in tiles.
glm::vec4 mottle_at(glm::vec3 place) {
  const std::vector<std::byte>& bytes = mottle();
  const glm::vec3 p = place * static_cast<float>(kMottleSide) - 0.5f;
  std::array<int, 3> from;
  std::array<float, 3> t;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const float low = std::floor(p[static_cast<int>(axis)]);
    from[axis] = static_cast<int>(low);
    t[axis] = p[static_cast<int>(axis)] - low;
  }
  static_assert((kMottleSide & (kMottleSide - 1)) == 0);
  glm::vec4 sum(0);
  for (int corner = 0; corner < 8; ++corner) {
    std::size_t cell = 0;
    float weight = 1;
    for (int axis = 2; axis >= 0; --axis) {
      const auto at = static_cast<std::size_t>(axis);
      const int step = corner >> axis & 1;
      cell = cell * kMottleSide + static_cast<std::size_t>((from[at] + step) & (kMottleSide - 1));
      weight *= step != 0 ? t[at] : 1 - t[at];
    }
    const std::byte* texel = &bytes[cell * 4];
    sum += weight * glm::vec4(std::to_integer<int>(texel[0]), std::to_integer<int>(texel[1]),
                              std::to_integer<int>(texel[2]), std::to_integer<int>(texel[3]));
  }
  return sum / 255.0f;
}

std::uint8_t to_number(float share) {
  return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255.0f + 0.5f);
}

std::vector<glm::vec3> area_normals(std::span<const glm::vec3> points,
                                    std::span<const glm::uvec3> triangles) {
  std::vector<glm::vec3> normals(points.size(), glm::vec3(0));
  for (const glm::uvec3& t : triangles) {
    const glm::vec3 area = glm::cross(points[t.y] - points[t.x], points[t.z] - points[t.x]);
    for (int corner = 0; corner < 3; ++corner) normals[t[corner]] += area;
  }
  return normals;
}

}  // namespace

std::vector<SkinGrain> skin_grain(std::span<const glm::vec3> rest_mm, std::span<const glm::uvec3> triangles) {
  const std::vector<glm::vec3> normals = area_normals(rest_mm, triangles);
  std::vector<SkinGrain> grain(rest_mm.size());
  for (std::size_t i = 0; i < grain.size(); ++i) {
    // Sizes of mottle, patches and waver in mm and what each adds: assumption, art direction.
    const glm::vec3 turned = kTurn * rest_mm[i];
    const glm::vec4 fine = mottle_at(turned / 38.0f) - 0.5f;
    const glm::vec4 wide = mottle_at(glm::vec3(turned.z, turned.x, turned.y) / 140.0f + 0.37f) - 0.5f;
    const glm::vec4 waver = mottle_at(rest_mm[i] / 17.0f + 0.53f);
    SkinGrain& g = grain[i];
    const std::array<float, 4> tone{
        0.5f + (0.13f * fine.x + 0.15f * wide.x) / 0.28f, 0.5f + (0.36f * fine.y + 0.36f * wide.y) / 0.72f,
        0.5f + (0.10f * fine.z - 0.06f * wide.z) / 0.16f, 0.5f + 1.5f * wide.w + 0.9f * fine.w};
    const float sebum = std::clamp(0.55f + 1.3f * wide.y + 0.9f * fine.w, 0.1f, 1.0f);
    const std::array<float, 4> uneven{waver.x, waver.y, waver.z, sebum};
    const float length = glm::length(normals[i]);
    const glm::vec3 n = length > 0 ? normals[i] / length : glm::vec3(0, 0, 1);
    // Sharp: pores of several maps over each other would no longer be pores.
    const glm::vec3 squared = n * n, fourth = squared * squared, weight = fourth * fourth;
    const glm::vec3 share = weight / (weight.x + weight.y + weight.z);
    for (std::size_t c = 0; c < 4; ++c) {
      g.tone[c] = to_number(tone[c]);
      g.uneven[c] = to_number(uneven[c]);
      g.planes[c] = c < 3 ? to_number(share[static_cast<int>(c)]) : std::uint8_t{0};
    }
  }
  return grain;
}

}  // namespace render
