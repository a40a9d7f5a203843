#pragma once

#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"

namespace render {

/// A map that is drawn into and read.
struct ColourMap {
  gl::Texture map;
  gl::Framebuffer target;
};
ColourMap make_colour_map(glm::ivec2 size, gl::Format format, gl::Filter filter, const char* label);

}  // namespace render
