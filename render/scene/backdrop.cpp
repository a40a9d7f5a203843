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
  draw(studio, size, {{0, 0}, size}, target_, programs);
  key_ = key;
}

void Backdrop::draw(const Studio& studio, glm::ivec2 size, const Tile& tile, const gl::Framebuffer& target,
                    Programs& programs, Depth depth) {
  target.bind({0, 0}, tile.size);
  gl::Program& program = programs.backdrop;
  program.use();
  program.set("u_steps", dither_steps(depth));
  program.set("u_picture_size", size);
  program.set("u_tile_origin", tile.origin);
  program.set("u_backdrop_top", studio.backdrop_top);
  program.set("u_backdrop_bottom", studio.backdrop_bottom);
  gl::draw_screen(programs.screen);
}

void Backdrop::copy_to(const gl::Framebuffer& target) const {
  gl::Framebuffer::blit(target_, key_.size, target, {0, 0}, key_.size);
}

}  // namespace render
