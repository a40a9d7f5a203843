#pragma once

#include <glm/vec2.hpp>
#include <span>

#include "render/gl/vertex_array.h"

namespace render::gl {

enum class DepthTest { off, less, less_equal, equal };
/// multiply: what is there times what is drawn, its alpha as it was.
enum class Blend { off, premultiplied, add, smallest, multiply };
enum class Cull { none, back, front };

/// Everything fixed-function that a draw depends on; applied as a whole, so no draw inherits another's state.
struct DrawState {
  DepthTest depth_test = DepthTest::less;
  bool depth_write = true;
  bool colour_write = true;
  Blend blend = Blend::off;
  Cull cull = Cull::none;
  bool multisample = true;
  float depth_bias_slope = 0;  // polygon offset
  float depth_bias_units = 0;
};

/// For passes over a whole map or picture: depth is neither asked nor written.
inline DrawState without_depth(Blend blend = Blend::off) {
  DrawState state;
  state.depth_test = DepthTest::off;
  state.depth_write = false;
  state.blend = blend;
  return state;
}

void apply(const DrawState& state);

/// While it lives, draws and clears touch this rectangle alone, pixels, whatever is bound or applied. One at
/// a time.
class OnlyWithin {
 public:
  OnlyWithin(glm::ivec2 origin, glm::ivec2 size);
  ~OnlyWithin();
  OnlyWithin(const OnlyWithin&) = delete;
  OnlyWithin& operator=(const OnlyWithin&) = delete;
};

/// Indices from `first` on, three per triangle.
struct IndexRange {
  int first = 0;
  int count = 0;
};

/// index_count: three per triangle, 32-bit indices.
void draw_triangles(const VertexArray& array, int index_count);
void draw_triangles(const VertexArray& array, std::span<const IndexRange> ranges);
void draw_points(const VertexArray& array, int vertex_count);
/// One triangle that covers the viewport; `array` needs no attributes.
void draw_screen(const VertexArray& array);
/// Triangles that the vertex shader makes of gl_VertexID alone; `array` needs no attributes.
void draw_made(const VertexArray& array, int vertex_count);

}  // namespace render::gl
