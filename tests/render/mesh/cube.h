#pragma once

#include "render/mesh/mesh.h"

namespace render {

/// Corners at +-100 mm, six quads seen counter-clockwise from outside. The uvs are an island per face, so
/// that every edge is a seam.
inline Cage make_cube() {
  Cage cage;
  cage.name = "cube";
  for (int i = 0; i < 8; ++i) {
    cage.positions_mm.emplace_back(i & 1 ? 100.0f : -100.0f, i & 2 ? 100.0f : -100.0f,
                                   i & 4 ? 100.0f : -100.0f);
  }
  cage.face_points = {4, 5, 7, 6, 1, 0, 2, 3, 5, 1, 3, 7, 0, 4, 6, 2, 6, 7, 3, 2, 0, 1, 5, 4};
  cage.face_sizes.assign(6, 4);
  for (std::uint32_t face = 0; face < 6; ++face) {
    const auto left = static_cast<float>(face) * 0.125f;
    for (std::uint32_t corner = 0; corner < 4; ++corner) {
      cage.face_uvs.push_back(4 * face + corner);
      cage.uvs.emplace_back(left + (corner == 1 || corner == 2 ? 0.1f : 0.0f), corner >= 2 ? 0.1f : 0.0f);
    }
  }
  return cage;
}

}  // namespace render
