#include "render/gl/draw.h"

#include <glad/gl.h>

#include <algorithm>
#include <cstdint>

#include "render/gl/device.h"

namespace render::gl {
namespace {

// One context per thread, so one rectangle.
thread_local bool within = false;

// Of what is handed to a software driver at once. Smaller pieces shade too many vertices twice.
constexpr int kPieceIndices = 3 * 8192;

/// A software driver sorts all triangles it is given into the tiles of the picture before it fills the first
/// of them, some 600 bytes each. Told to begin in between, it fills while the next are shaded, and holds two
/// pieces instead of all.
class Pieces {
 public:
  /// After so many more indices.
  void add(int indices) {
    waiting_ += indices;
    if (waiting_ < kPieceIndices) return;
    waiting_ = 0;
    const GLsync begun = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (before_) {
      glClientWaitSync(before_, GL_SYNC_FLUSH_COMMANDS_BIT, kLongNs);
      glDeleteSync(before_);
    }
    before_ = begun;
  }
  /// The last piece is waited for by whoever reads the picture.
  void forget() {
    if (before_) glDeleteSync(before_);
    before_ = nullptr;
  }

 private:
  static constexpr GLuint64 kLongNs = 10'000'000'000;
  int waiting_ = 0;
  GLsync before_ = nullptr;
};

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
  const bool software = draws_in_software();
  Pieces pieces;
  for (const IndexRange& range : ranges)
    for (int at = 0; at < range.count;) {
      const int count = software ? std::min(range.count - at, kPieceIndices) : range.count;
      const auto offset = static_cast<std::uintptr_t>(range.first + at) * sizeof(GLuint);
      // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenGL takes the offset as a pointer
      glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, reinterpret_cast<const void*>(offset));
      if (software) pieces.add(count);
      at += count;
    }
  pieces.forget();
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
