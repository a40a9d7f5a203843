#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// The numbers of points in an order in which points that are near in space are near in the row, mostly: what
/// is done for a region of a surface then finds its points in few stretches of memory. Every 64 from the
/// first on lie close together. Points at one place keep their order.
std::vector<std::uint32_t> order_by_place(std::span<const glm::vec3> points_mm);

}  // namespace render
