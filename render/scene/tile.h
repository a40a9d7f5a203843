#pragma once

#include <glm/vec2.hpp>

namespace render {

/// A rectangle of a picture, pixels, origin bottom left.
struct Tile {
  glm::ivec2 origin{0};
  glm::ivec2 size{0};
};

/// Size of equal tiles that cover a picture, pixels: at most `limit` on a side (least 2), as few as will do,
/// the last of a row reaching past it by less than two pixels per tile. Several have an even side, which
/// keeps the pixel quads of a tile where the whole picture has them.
glm::ivec2 equal_tile(glm::ivec2 picture, int limit);

}  // namespace render
