#pragma once

#include <cstddef>

#include "render/gl/buffer.h"
#include "render/gl/handle.h"

namespace render::gl {

void destroy_vertex_array(unsigned id);

/// Floats, or bytes that stand for 0 to 1.
enum class Component { float32, share8 };

struct Attribute {
  unsigned location = 0;
  int components = 3;
  int stride_bytes = 0;
  std::size_t offset_bytes = 0;
  Component component = Component::float32;
};

/// Where a vertex shader finds its inputs.
class VertexArray {
 public:
  VertexArray() = default;
  static VertexArray make(const char* label = "");

  void set_attribute(const Buffer& buffer, const Attribute& attribute);
  void set_indices(const Buffer& buffer);

  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  Handle<destroy_vertex_array> handle_;
};

}  // namespace render::gl
