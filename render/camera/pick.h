#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <span>

#include "render/camera/camera.h"

namespace render {

/// Where a ray meets a surface first.
struct Hit {
  std::uint32_t triangle = 0;
  glm::dvec3 position_mm{0.0};
  glm::dvec3 barycentric{0.0};  // weights of the triangle's three corners
  double distance_mm = 0.0;
};

/// First triangle along the ray, from either side; nothing when it misses. triangles are indices into
/// points_mm (std::out_of_range otherwise).
std::optional<Hit> pick(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                        const Ray& ray);

}  // namespace render
