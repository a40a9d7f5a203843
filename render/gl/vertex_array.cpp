#include "render/gl/vertex_array.h"

#include <glad/gl.h>

#include "render/gl/names.h"

namespace render::gl {

void destroy_vertex_array(unsigned id) {
  glDeleteVertexArrays(1, &id);
}

VertexArray VertexArray::make(const char* label) {
  GLuint id = 0;
  glGenVertexArrays(1, &id);
  VertexArray array;
  array.handle_ = Handle<destroy_vertex_array>(id);
  glBindVertexArray(id);
  set_label(Labelled::vertex_array, id, label);
  return array;
}

void VertexArray::set_attribute(const Buffer& buffer, const Attribute& attribute) {
  glBindVertexArray(handle_.id());
  glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
  glEnableVertexAttribArray(attribute.location);
  const bool share = attribute.component == Component::share8;
  glVertexAttribPointer(attribute.location, attribute.components, share ? GL_UNSIGNED_BYTE : GL_FLOAT,
                        share ? GL_TRUE : GL_FALSE, attribute.stride_bytes,
                        // NOLINTNEXTLINE(performance-no-int-to-ptr): OpenGL takes the offset as a pointer
                        reinterpret_cast<const void*>(attribute.offset_bytes));
}

void VertexArray::set_indices(const Buffer& buffer) {
  glBindVertexArray(handle_.id());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.id());
}

}  // namespace render::gl
