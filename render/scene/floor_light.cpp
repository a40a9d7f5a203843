#include "render/scene/floor_light.h"

#include <utility>

#include "render/gl/draw.h"

namespace render {

FloorLight::Map FloorLight::make_map() {
  gl::TextureDesc desc;
  desc.size = {kSize, kSize, 1};
  desc.format = gl::Format::r32f;
  desc.label = "floor light";
  Map made;
  made.map = gl::Texture(desc);
  made.target = gl::Framebuffer({&made.map}, nullptr, "floor light");
  return made;
}

void FloorLight::keep_former() {
  if (now_.map.empty()) return;
  std::swap(now_, former_);
  key_ = Key();
}

void FloorLight::pass_over(float share, Programs& programs) {
  passing_ = share < 1 && !former_.map.empty() && !now_.map.empty();
  if (!passing_) {
    former_ = Map();
    mixed_ = Map();
    return;
  }
  if (mixed_.map.empty()) mixed_ = make_map();
  gl::DrawState state;
  state.depth_test = gl::DepthTest::off;
  state.depth_write = false;
  gl::apply(state);
  mixed_.target.bind({0, 0}, {kSize, kSize});
  programs.mix_maps(former_.map, now_.map, {1 - share, share});
}

void FloorLight::run(const OcclusionPass& occlusion, const ShadowPass& shadow, const FrameBlock& block,
                     Programs& programs) {
  const Key key{occlusion.version(), shadow.version(), block.shadow.z, block.key_direction};
  if (key == key_) return;
  if (now_.map.empty()) now_ = make_map();
  now_.target.bind({0, 0}, {kSize, kSize});
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
