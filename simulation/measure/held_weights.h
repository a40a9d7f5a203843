#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <span>
#include <vector>

namespace simulation {

/// Weights of the fields whose sum a buffer of points holds, so that the next sum is written only where it
/// differs. Empty: none, the rest shape. Copied with the buffer that it belongs to.
using HeldWeights = std::vector<float>;

/// Points between two runs that are not worth a run more.
inline constexpr std::uint32_t kApart = 16;

/// Adds ascending points to ascending runs of points, each its first and one past its last. A point
/// fewer than kApart after a run joins it.
void add_runs(std::vector<glm::uvec2>& runs, std::span<const std::uint32_t> points);
/// Brings runs from several sources into ascending order and joins those that meet.
void join_runs(std::vector<glm::uvec2>& runs);

}  // namespace simulation
