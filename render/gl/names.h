#pragma once

#include "render/gl/draw.h"
#include "render/gl/texture.h"

namespace render::gl {

/// What OpenGL calls a format: storage, transfer layout and transfer type. Numbers as in the specification.
struct FormatNames {
  unsigned internal, layout, type;
  bool depth;
};
FormatNames names_of(Format format);
unsigned target_of(TextureKind kind);

/// What may be attached to an object for debuggers.
enum class Labelled { buffer, vertex_array, texture, framebuffer, program };
void set_label(Labelled kind, unsigned id, const char* label);

}  // namespace render::gl
