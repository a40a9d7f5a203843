#include "render/scene/floor_light.h"

#include "render/gl/draw.h"

namespace render {

void FloorLight::run(const OcclusionPass& occlusion, const ShadowPass& shadow, const FrameBlock& block,
                     Programs& programs) {
  const Key key{occlusion.version(), shadow.version(), block.shadow.z, block.key_direction};
  if (key == key_) return;
  if (map_.empty()) {
    gl::TextureDesc desc;
    desc.size = {kSize, kSize, 1};
    desc.format = gl::Format::r32f;
    desc.label = "floor light";
    map_ = gl::Texture(desc);
    target_ = gl::Framebuffer({&map_}, nullptr, "floor light");
  }
  target_.bind({0, 0}, {kSize, kSize});
  gl::DrawState state;
  state.depth_test = gl::DepthTest::off;
  state.depth_write = false;
  gl::apply(state);
  occlusion.bind();
  shadow.bind();
  const FloorGrid& floor = occlusion.floor();
  gl::Program& program = programs.floor_light;
  program.use();
  program.set("u_floor", glm::vec4(floor.centre, floor.half_size_mm));
  program.set("u_floor_base", floor.base);
  program.set("u_floor_cells", floor.cells);
  program.set("u_occlusion_width", OcclusionPass::kTextureWidth);
  program.set("u_map_size", kSize);
  gl::draw_screen(programs.screen);
  key_ = key;
}

}  // namespace render
