#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <initializer_list>
#include <span>

#include "render/gl/handle.h"
#include "render/gl/texture.h"

namespace render::gl {

void destroy_framebuffer(unsigned id);

/// Textures to draw into. The default-constructed one is empty and stands for the window's own framebuffer.
class Framebuffer {
 public:
  Framebuffer() = default;
  /// colours may be empty (depth only), depth may be null. Throws GraphicsError when the driver cannot draw
  /// into the combination.
  Framebuffer(std::initializer_list<const Texture*> colours, const Texture* depth, const char* label = "");

  /// One of a texture's levels, as Texture::level_count counts them. Throws as above.
  Framebuffer(const Texture& colour, int level, const char* label);

  /// Draws go here, to the viewport of this rectangle. The viewport may lie partly outside the framebuffer.
  void bind(glm::ivec2 viewport_origin, glm::ivec2 viewport_size) const;
  void clear_colour(int index, glm::vec4 value) const;
  void clear_depth(float value) const;

  /// Resolves samples or copies colour 0 (same sizes when multisampled); filters linearly when sizes differ.
  static void blit(const Framebuffer& from, glm::ivec2 from_size, const Framebuffer& to, glm::ivec2 to_origin,
                   glm::ivec2 to_size);

  /// Copies one rectangle of colour 0 to another; filters linearly when their sizes differ.
  static void blit_part(const Framebuffer& from, glm::ivec2 from_origin, glm::ivec2 from_size,
                        const Framebuffer& to, glm::ivec2 to_origin, glm::ivec2 to_size);

  /// RGBA8 rows of colour 0, bottom row first; out holds size.x * size.y * 4 bytes.
  void read_rgba8(glm::ivec2 size, std::span<std::uint8_t> out) const;
  /// Float RGBA rows of one colour; out holds size.x * size.y values.
  void read_rgba32f(int index, glm::ivec2 size, std::span<glm::vec4> out) const;

  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  Handle<destroy_framebuffer> handle_;
};

}  // namespace render::gl
