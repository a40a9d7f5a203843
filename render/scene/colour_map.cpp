#include "render/scene/colour_map.h"

namespace render {

ColourMap make_colour_map(glm::ivec2 size, gl::Format format, gl::Filter filter, const char* label) {
  gl::TextureDesc desc;
  desc.size = {size, 1};
  desc.format = format;
  desc.filter = filter;
  desc.label = label;
  ColourMap made;
  made.map = gl::Texture(desc);
  made.target = gl::Framebuffer({&made.map}, nullptr, label);
  return made;
}

}  // namespace render
