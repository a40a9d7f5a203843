#include "render/gl/buffer.h"

#include <glad/gl.h>

#include <stdexcept>

#include "render/error.h"
#include "render/gl/names.h"

namespace render::gl {
namespace {

GLenum target_of(BufferUse use) {
  // Index buffers are filled through the array target: binding the element target would change the current
  // vertex array.
  return use == BufferUse::uniforms ? GL_UNIFORM_BUFFER : GL_ARRAY_BUFFER;
}

}  // namespace

void destroy_buffer(unsigned id) {
  glDeleteBuffers(1, &id);
}

Buffer::Buffer(BufferUse use, const char* label) : use_(use) {
  GLuint id = 0;
  glGenBuffers(1, &id);
  handle_ = Handle<destroy_buffer>(id);
  glBindBuffer(target_of(use_), id);
  set_label(Labelled::buffer, id, label);
}

void Buffer::upload(std::span<const std::byte> bytes, BufferRate rate) {
  glBindBuffer(target_of(use_), handle_.id());
  glBufferData(target_of(use_), static_cast<GLsizeiptr>(bytes.size()), bytes.data(),
               rate == BufferRate::once ? GL_STATIC_DRAW : GL_DYNAMIC_DRAW);
  size_bytes_ = bytes.size();
}

void Buffer::replace(std::size_t from_byte, std::span<const std::byte> bytes) {
  if (from_byte > size_bytes_ || bytes.size() > size_bytes_ - from_byte)
    throw std::out_of_range("Buffer: bytes beyond its end");
  glBindBuffer(target_of(use_), handle_.id());
  glBufferSubData(target_of(use_), static_cast<GLintptr>(from_byte), static_cast<GLsizeiptr>(bytes.size()),
                  bytes.data());
}

void Buffer::read(const std::function<void(std::span<const std::byte>)>& take) const {
  if (size_bytes_ == 0) return take({});
  const GLenum target = target_of(use_);
  glBindBuffer(target, handle_.id());
  const void* bytes = glMapBufferRange(target, 0, static_cast<GLsizeiptr>(size_bytes_), GL_MAP_READ_BIT);
  if (!bytes) throw GraphicsError("the driver does not give a buffer's bytes back");
  take({static_cast<const std::byte*>(bytes), size_bytes_});
  glUnmapBuffer(target);
}

void Buffer::bind_uniforms(unsigned binding) const {
  glBindBufferBase(GL_UNIFORM_BUFFER, binding, handle_.id());
}

}  // namespace render::gl
