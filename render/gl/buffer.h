#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "render/gl/handle.h"

namespace render::gl {

void destroy_buffer(unsigned id);

enum class BufferUse { vertices, indices, uniforms };
enum class BufferRate { once, often };

/// Memory of the driver.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(BufferUse use, const char* label = "");

  /// Replaces the content, orphaning the old storage.
  void upload(std::span<const std::byte> bytes, BufferRate rate);
  template <typename T>
  void upload(std::span<const T> values, BufferRate rate) {
    upload(std::as_bytes(values), rate);
  }

  /// Replaces bytes from a place on, within what upload() left there. Throws std::out_of_range beyond it.
  void replace(std::size_t from_byte, std::span<const std::byte> bytes);

  /// Hands all bytes to `take`, as the driver has them. Waits for it. Throws GraphicsError when it refuses.
  void read(const std::function<void(std::span<const std::byte>)>& take) const;

  /// Makes a uniform buffer visible to shaders at this binding point.
  void bind_uniforms(unsigned binding) const;

  std::size_t size_bytes() const { return size_bytes_; }
  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  Handle<destroy_buffer> handle_;
  BufferUse use_ = BufferUse::vertices;
  std::size_t size_bytes_ = 0;
};

}  // namespace render::gl
