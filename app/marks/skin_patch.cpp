#include "app/marks/skin_patch.h"

#include <glm/geometric.hpp>
#include <unordered_map>
#include <unordered_set>

namespace app {
namespace {

/// Triangles at every point of a mesh.
struct Fans {
  std::vector<std::uint32_t> start;  // per point, one more
  std::vector<std::uint32_t> triangles;
};

Fans fans_of(const render::Topology& skin) {
  Fans fans;
  fans.start.assign(skin.point_count + 1, 0);
  for (const glm::uvec3& t : skin.point_triangles)
    for (int c = 0; c < 3; ++c) ++fans.start[t[c] + 1];
  for (std::size_t i = 1; i < fans.start.size(); ++i) fans.start[i] += fans.start[i - 1];
  fans.triangles.resize(fans.start.back());
  std::vector<std::uint32_t> next(fans.start.begin(), fans.start.end() - 1);
  for (std::uint32_t i = 0; i < skin.point_triangles.size(); ++i)
    for (int c = 0; c < 3; ++c) fans.triangles[next[skin.point_triangles[i][c]]++] = i;
  return fans;
}

/// Appends the triangles of one patch, grown from the point's own.
void add_patch(const SkinPatch& patch, const BodyPart& skin, const Fans& fans, PointDecals& decals,
               render::TopologyDraft& topology) {
  const auto& triangles = skin.topology->point_triangles;
  std::unordered_map<std::uint32_t, std::uint32_t> added;  // skin point: decal point
  std::unordered_set<std::uint32_t> seen{patch.place.triangle};
  std::vector<std::uint32_t> open{patch.place.triangle};
  const auto within = [&](std::uint32_t point) {
    return glm::length(patch.local(glm::dvec3(skin.rest_mm[point]))) < patch.reach &&
           glm::dot(glm::dvec3(skin.rest_normals[point]), patch.normal) > 0.0;
  };
  const auto decal_point = [&](std::uint32_t point) {
    const auto next = static_cast<std::uint32_t>(decals.skin_points.size());
    const auto [found, fresh] = added.try_emplace(point, next);
    if (fresh) {
      decals.skin_points.push_back(point);
      decals.kinds.push_back(patch.kind);
      topology.vertex_uv.emplace_back(patch.local(glm::dvec3(skin.rest_mm[point])));
    }
    return found->second;
  };
  for (std::size_t i = 0; i < open.size(); ++i) {
    const glm::uvec3& t = triangles[open[i]];
    topology.triangles.emplace_back(decal_point(t.x), decal_point(t.y), decal_point(t.z));
    for (int c = 0; c < 3; ++c) {
      if (!within(t[c])) continue;
      for (std::uint32_t f = fans.start[t[c]]; f < fans.start[t[c] + 1]; ++f)
        if (seen.insert(fans.triangles[f]).second) open.push_back(fans.triangles[f]);
    }
  }
}

}  // namespace

glm::dvec2 SkinPatch::local(const glm::dvec3& point) const {
  const glm::dvec3 from = point - centre;
  const glm::dvec3 flat = from - normal * glm::dot(from, normal);
  const double length = glm::length(flat);
  if (length < 1e-9) return glm::dvec2(0.0);
  const glm::dvec3 turned = flat * (glm::length(from) / length);
  return {glm::dot(turned, along) / radius_along, glm::dot(turned, across) / radius_across};
}

SkinPatch patch_at(const InjectionPoint& point, const BodyPart& skin) {
  SkinPatch patch{};
  patch.place = point.place;
  patch.centre = point_of(*skin.topology, point.place, skin.rest_mm);
  patch.normal = normal_of(*skin.topology, point.place, skin.rest_normals);
  const glm::dvec3 along = point.along - patch.normal * glm::dot(point.along, patch.normal);
  const glm::dvec3 fallback = glm::cross(patch.normal, glm::dvec3(1.0, 0.0, 0.0));
  patch.along = glm::normalize(glm::length(along) > 1e-6 ? along : fallback);
  patch.across = glm::cross(patch.normal, patch.along);
  return patch;
}

PointDecals decals_of(std::span<const SkinPatch> patches, const BodyPart& skin) {
  PointDecals decals;
  if (patches.empty()) return decals;
  const Fans fans = fans_of(*skin.topology);
  render::TopologyDraft topology;
  for (const SkinPatch& patch : patches) add_patch(patch, skin, fans, decals, topology);
  topology.point_count = static_cast<std::uint32_t>(decals.skin_points.size());
  for (std::uint32_t i = 0; i < topology.point_count; ++i) topology.vertex_point.push_back(i);
  topology.point_triangles = topology.triangles;
  decals.topology = std::move(topology).finished();
  return decals;
}

}  // namespace app
