#include "render/gl/draw.h"

#include <glad/gl.h>

#include <cstdint>

namespace render::gl {
namespace {

// One context per thread, so one rectangle.
thread_local bool within = false;

void enable(GLenum what, bool on) {
  if (on)
    glEnable(what);
  else
    glDisable(what);
}

void apply_blend(Blend blend) {
  enable(GL_BLEND, blend != Blend::off);
  glBlendEquation(blend == Blend::smallest ? GL_MIN : GL_FUNC_ADD);
  if (blend == Blend::premultiplied) glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  if (blend == Blend::multiply) glBlendFuncSeparate(GL_DST_COLOR, GL_ZERO, GL_ZERO, GL_ONE);
  if (blend == Blend::add) glBlendFunc(GL_ONE, GL_ONE);
}

}  // namespace

void apply(const DrawState& state) {
  enable(GL_DEPTH_TEST, state.depth_test != DepthTest::off || state.depth_write);
  const GLenum compare = state.depth_test == DepthTest::off          ? GL_ALWAYS
                         : state.depth_test == DepthTest::less       ? GL_LESS
                         : state.depth_test == DepthTest::less_equal ? GL_LEQUAL
                                                                     : GL_EQUAL;
  glDepthFunc(compare);
  glDepthMask(state.depth_write ? GL_TRUE : GL_FALSE);
  const GLboolean colour = state.colour_write ? GL_TRUE : GL_FALSE;
  glColorMask(colour, colour, colour, colour);
  apply_blend(state.blend);
  enable(GL_CULL_FACE, state.cull != Cull::none);
  glCullFace(state.cull == Cull::front ? GL_FRONT : GL_BACK);
  enable(GL_MULTISAMPLE, state.multisample);
  enable(GL_POLYGON_OFFSET_FILL, state.depth_bias_slope != 0 || state.depth_bias_units != 0);
  glPolygonOffset(state.depth_bias_slope, state.depth_bias_units);
  // What an interface library may have left on.
  enable(GL_SCISSOR_TEST, within);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_FRAMEBUFFER_SRGB);
}

OnlyWithin::OnlyWithin(glm::ivec2 origin, glm::ivec2 size) {
  within = true;
  glEnable(GL_SCISSOR_TEST);
  glScissor(origin.x, origin.y, size.x, size.y);
}

OnlyWithin::~OnlyWithin() {
  within = false;
  glDisable(GL_SCISSOR_TEST);
}

void draw_triangles(const VertexArray& array, int index_count) {
  const IndexRange all{0, index_count};
  draw_triangles(array, std::span(&all, 1));
}

void draw_triangles(const VertexArray& array, std::span<const IndexRange> ranges) {
  glBindVertexArray(array.id());
  for (const IndexRange& range : ranges) {
    const auto offset = static_cast<std::uintptr_t>(range.first) * sizeof(GLuint);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenGL takes the offset as a pointer
    glDrawElements(GL_TRIANGLES, range.count, GL_UNSIGNED_INT, reinterpret_cast<const void*>(offset));
  }
}

void draw_points(const VertexArray& array, int vertex_count) {
  glBindVertexArray(array.id());
  glDrawArrays(GL_POINTS, 0, vertex_count);
}

void draw_screen(const VertexArray& array) {
  glBindVertexArray(array.id());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

void draw_made(const VertexArray& array, int vertex_count) {
  glBindVertexArray(array.id());
  glDrawArrays(GL_TRIANGLES, 0, vertex_count);
}

}  // namespace render::gl
