#pragma once

#include <cstddef>
#include <vector>

namespace render {

/// Four independent smooth noises, mean 0.5, of about `cells` waves along one side with finer octaves on top:
/// an RGBA8 volume that tiles in all three directions, x fastest; the same bytes on every machine and run.
std::vector<std::byte> mottle_volume(int size, int cells);

/// The one that materials use, worked out once.
inline constexpr int kMottleSide = 32;
const std::vector<std::byte>& mottle();

}  // namespace render
