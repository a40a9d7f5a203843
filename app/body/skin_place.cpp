#include "app/body/skin_place.h"

#include <glm/geometric.hpp>

#include "render/camera/pick.h"

namespace app {

std::optional<SkinPlace> place_at_uv(const render::Topology& skin, const glm::dvec2& uv) {
  for (std::size_t i = 0; i < skin.triangles.size(); ++i) {
    const glm::uvec3& t = skin.triangles[i];
    const glm::dvec2 a(skin.vertex_uv[t.x]);
    const glm::dvec2 ab = glm::dvec2(skin.vertex_uv[t.y]) - a;
    const glm::dvec2 ac = glm::dvec2(skin.vertex_uv[t.z]) - a;
    const double area = ab.x * ac.y - ab.y * ac.x;
    if (area == 0.0) continue;
    const glm::dvec2 p = uv - a;
    const double v = (p.x * ac.y - p.y * ac.x) / area;
    const double w = (ab.x * p.y - ab.y * p.x) / area;
    constexpr double kEdge = -1e-9;
    if (v < kEdge || w < kEdge || v + w > 1.0 - kEdge) continue;
    return SkinPlace{static_cast<std::uint32_t>(i), {1.0 - v - w, v, w}};
  }
  return std::nullopt;
}

glm::dvec2 uv_of(const render::Topology& skin, const SkinPlace& place) {
  const glm::uvec3& t = skin.triangles[place.triangle];
  return place.weights.x * glm::dvec2(skin.vertex_uv[t.x]) +
         place.weights.y * glm::dvec2(skin.vertex_uv[t.y]) +
         place.weights.z * glm::dvec2(skin.vertex_uv[t.z]);
}

glm::dvec3 point_of(const render::Topology& skin, const SkinPlace& place,
                    std::span<const glm::vec3> positions_mm) {
  const glm::uvec3& q = skin.point_triangles[place.triangle];
  return place.weights.x * glm::dvec3(positions_mm[q.x]) + place.weights.y * glm::dvec3(positions_mm[q.y]) +
         place.weights.z * glm::dvec3(positions_mm[q.z]);
}

glm::dvec3 normal_of(const render::Topology& skin, const SkinPlace& place,
                     std::span<const glm::vec3> normals) {
  return glm::normalize(point_of(skin, place, normals));
}

std::optional<SkinPlace> place_under(const render::Topology& skin, std::span<const glm::vec3> positions_mm,
                                     const render::Ray& ray) {
  const auto hit = render::pick(positions_mm, skin.point_triangles, ray);
  if (!hit) return std::nullopt;
  return SkinPlace{hit->triangle, hit->barycentric};
}

}  // namespace app
