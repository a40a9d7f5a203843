#pragma once

#include <cstddef>
#include <vector>

namespace render {

/// RGBA8 volumes that tile in all three directions, x fastest; the same bytes on every machine and run.

/// Relief of skin: rgb slope (0.5 flat), a height (0.5 mean): pores and the polygonal furrows between them.
/// cells: pores along one side of the tile, a multiple of 3 (of other counts one noise would not tile).
std::vector<std::byte> relief_volume(int size, int cells);

/// Four independent smooth noises, mean 0.5, of about `cells` waves along one side with finer octaves on top.
std::vector<std::byte> mottle_volume(int size, int cells);

}  // namespace render
