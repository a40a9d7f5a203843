#pragma once

#include <cstddef>
#include <vector>

namespace render {

/// Texels along one side of the grain map, which spans 32 mm (shaders/grain.glsl).
inline constexpr int kGrainMapSide = 256;

/// Fine relief of skin: pores, the polygonal furrows between them and between larger fields, and specks of
/// colour. RGBA8 that tiles, x fastest: rg slope (0.5 flat), b height, a specks (0.5 mean). The same bytes on
/// every machine and run.
std::vector<std::byte> grain_map();

}  // namespace render
