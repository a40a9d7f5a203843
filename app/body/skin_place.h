#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>

#include "render/camera/camera.h"
#include "render/mesh/mesh.h"

namespace app {

/// A point of a skin mesh that stays in its material: a triangle and the weights of its corners, sum 1.
struct SkinPlace {
  std::uint32_t triangle = 0;
  glm::dvec3 weights{1.0, 0.0, 0.0};
  bool operator==(const SkinPlace&) const = default;
};

/// Where a texture coordinate (0 to 1, v up) lies; empty where the texture has no skin.
std::optional<SkinPlace> place_at_uv(const render::Topology& skin, const glm::dvec2& uv);

/// The texture coordinate of a place.
glm::dvec2 uv_of(const render::Topology& skin, const SkinPlace& place);

/// Where a place is when the skin's points are there, mm.
glm::dvec3 point_of(const render::Topology& skin, const SkinPlace& place,
                    std::span<const glm::vec3> positions_mm);

/// The same for unit normals of the points; unit.
glm::dvec3 normal_of(const render::Topology& skin, const SkinPlace& place,
                     std::span<const glm::vec3> normals);

/// The first skin that a ray meets when the skin's points are there.
std::optional<SkinPlace> place_under(const render::Topology& skin, std::span<const glm::vec3> positions_mm,
                                     const render::Ray& ray);

}  // namespace app
