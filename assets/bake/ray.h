#pragma once

#include <optional>
#include <span>

#include "assets/bake/part.h"

namespace bake {

/// First place where a ray meets the given base quads (as two triangles each), as a weighted sum of three
/// base vertices. `along` need not be of unit length.
std::optional<Blend> first_hit(const Mesh& mesh, std::span<const std::uint32_t> quads,
                               const glm::dvec3& from_mm, const glm::dvec3& along);

}  // namespace bake
