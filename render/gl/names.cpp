#include "render/gl/names.h"

#include <glad/gl.h>

#include <cstring>

namespace render::gl {

FormatNames names_of(Format format) {
  switch (format) {
    case Format::rgba8:
      return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, false};
    case Format::srgb8_alpha8:
      return {GL_SRGB8_ALPHA8, GL_RGBA, GL_UNSIGNED_BYTE, false};
    case Format::rgba16f:
      return {GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT, false};
    case Format::rgba32f:
      return {GL_RGBA32F, GL_RGBA, GL_FLOAT, false};
    case Format::r32f:
      return {GL_R32F, GL_RED, GL_FLOAT, false};
    case Format::depth24:
      return {GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, true};
    case Format::depth32f:
      return {GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT, true};
  }
  return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, false};
}

unsigned target_of(TextureKind kind) {
  switch (kind) {
    case TextureKind::flat:
      return GL_TEXTURE_2D;
    case TextureKind::volume:
      return GL_TEXTURE_3D;
    case TextureKind::multisample:
      return GL_TEXTURE_2D_MULTISAMPLE;
  }
  return GL_TEXTURE_2D;
}

void set_label(Labelled kind, unsigned id, const char* label) {
  if (!GLAD_GL_KHR_debug || glObjectLabel == nullptr || label == nullptr || *label == 0) return;
  constexpr GLenum kNames[] = {GL_BUFFER, GL_VERTEX_ARRAY, GL_TEXTURE, GL_FRAMEBUFFER, GL_PROGRAM};
  glObjectLabel(kNames[static_cast<int>(kind)], id, static_cast<GLsizei>(std::strlen(label)), label);
}

}  // namespace render::gl
