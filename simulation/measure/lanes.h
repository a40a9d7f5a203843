#pragma once

#include <cstddef>
#include <cstdint>

namespace simulation {

/// Points whose coordinates are worked on together: a lane holds one coordinate of that many.
inline constexpr std::size_t kLaneSize = 64;

/// Adds weight * packed to `count` numbers, a multiple of kLaneSize.
void add_lanes(float* out, const std::int16_t* packed, float weight, std::size_t count);
/// Makes unit vectors of a lane each of x, y and z.
void normalise_lanes(float* x, float* y, float* z);

}  // namespace simulation
