#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

#include "render/scene/bounds.h"
#include "render/scene/draw_list.h"

namespace render {

/// A rectangle of a picture, pixels, origin bottom left.
struct Tile {
  glm::ivec2 origin{0};
  glm::ivec2 size{0};
  bool empty() const { return size.x <= 0 || size.y <= 0; }
};

/// Size of equal tiles that cover a picture, pixels: at most `limit` on each axis (least 2), as few as will
/// do, the last of a row reaching past it by less than two pixels per tile. Several have an even side, which
/// keeps the pixel quads of a tile where the whole picture has them.
glm::ivec2 equal_tile(glm::ivec2 picture, glm::ivec2 limit);

/// What two rectangles share; empty where they do not meet.
Tile shared_area(const Tile& a, const Tile& b);

/// A rectangle outside of which nothing within the box draws anything, outlines and widened strands neither;
/// the whole picture where that cannot be told. picture: the whole one, pixels.
Tile area_of(const Bounds& box, const glm::mat4& view_projection, glm::ivec2 picture);

/// A rectangle outside of which no part of the list draws anything. picture: the whole one, pixels.
Tile drawn_area(const DrawList& list, const glm::mat4& view_projection, glm::ivec2 picture);

}  // namespace render
