#include "render/scene/backdrop.h"

#include "render/gl/draw.h"

namespace render {

void Backdrop::run(const Studio& studio, glm::ivec2 size, Programs& programs) {
  const Key key{studio.backdrop_top, studio.backdrop_bottom, size};
  if (key == key_) return;
  if (colour_.empty() || key.size != key_.size) {
    gl::TextureDesc desc;
    desc.size = {size, 1};
    desc.filter = gl::Filter::nearest;
    desc.label = "backdrop";
    colour_ = gl::Texture(desc);
    target_ = gl::Framebuffer({&colour_}, nullptr, "backdrop");
  }
  target_.bind({0, 0}, size);
  gl::Program& program = programs.backdrop;
  program.use();
  program.set("u_picture_size", size);
  program.set("u_tile_origin", glm::ivec2(0));
  program.set("u_backdrop_top", studio.backdrop_top);
  program.set("u_backdrop_bottom", studio.backdrop_bottom);
  gl::draw_screen(programs.screen);
  key_ = key;
}

void Backdrop::copy_to(const gl::Framebuffer& target) const {
  gl::Framebuffer::blit(target_, key_.size, target, {0, 0}, key_.size);
}

}  // namespace render
