#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/file/shared_array.h"
#include "render/gl/draw.h"
#include "render/scene/bounds.h"
#include "render/scene/tile.h"

namespace render {

/// Runs of a part's triangles with the boxes around them, so that a tile of a picture is drawn without what
/// lies in the others: a software driver shades and sorts every triangle it is given.
class Chunks {
 public:
  Chunks() = default;
  explicit Chunks(SharedArray<glm::uvec3> point_triangles) : triangles_(std::move(point_triangles)) {}

  /// Boxes of this shape; triangles must lie inside positions_mm.
  void bound(std::span<const glm::vec3> positions_mm);
  /// What may be seen within the tile, neighbours joined, in the order of the triangles. picture: pixels.
  std::vector<gl::IndexRange> within(const Tile& tile, const glm::mat4& view_projection,
                                     glm::ivec2 picture) const;

 private:
  SharedArray<glm::uvec3> triangles_;
  std::vector<Bounds> boxes_;
};

}  // namespace render
