#pragma once

#include <cstdint>
#include <vector>

#include "render/mesh/assimp_file.h"

namespace render {

/// Binary glTF 2.0 with one mesh `surface`: float32 positions in mm, normals and uvs where given, 32-bit
/// indices, in the order of the input. The unit is named in asset.extras.
std::vector<std::uint8_t> encode_glb(const SurfaceMesh& mesh);

/// Wavefront text in the order of the input; numbers read back to the same float.
std::vector<std::uint8_t> encode_obj(const SurfaceMesh& mesh);

}  // namespace render
