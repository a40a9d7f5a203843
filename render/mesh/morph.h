#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <string_view>

#include "render/mesh/mesh.h"

namespace render {

/// points[target.points[i]] += weight * target.deltas_mm[i]. The target's indices must lie inside points
/// (std::out_of_range otherwise, before anything moves). Weight 0 leaves points bit-identical.
void add_scaled(std::span<glm::vec3> points, const MorphTarget& target, float weight);

/// The target of that name, or nullptr.
const MorphTarget* find_target(std::span<const MorphTarget> targets, std::string_view name);

}  // namespace render
