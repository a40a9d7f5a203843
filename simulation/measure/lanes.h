#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace simulation {

/// Points whose coordinates are worked on together: a lane holds one coordinate of that many.
inline constexpr std::size_t kLaneSize = 64;

/// Lanes that start at such places are read without crossing lines of the cache.
inline constexpr std::size_t kLineBytes = 64;

/// Packed numbers and what one unit of them weighs.
struct LanePiece {
  const std::int16_t* packed = nullptr;
  float weight = 0.0F;
};

/// Writes start + the sum of weight * packed for `count` numbers, a multiple of kLaneSize: in the order of
/// the pieces, each product rounded before it is added, so that all machines give the same bytes. `out` may
/// be `start`, and overlaps nothing else.
void sum_lanes(float* out, const float* start, std::span<const LanePiece> pieces, std::size_t count);
/// Makes unit vectors of a lane each of x, y and z.
void normalise_lanes(float* x, float* y, float* z);

}  // namespace simulation
