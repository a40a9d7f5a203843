#include "render/scene/floor_light.h"

#include <utility>

#include "render/gl/draw.h"

namespace render {

ColourMap FloorLight::make_map() {
  return make_colour_map({kSize, kSize}, gl::Format::r32f, gl::Filter::linear, "floor light");
}

void FloorLight::keep_former() {
  if (now_.map.empty()) return;
  std::swap(now_, former_);
  key_ = Key();
}

void FloorLight::pass_over(float share, Programs& programs) {
  passing_ = share < 1 && !former_.map.empty() && !now_.map.empty();
  if (!passing_) {
    former_ = ColourMap();
    mixed_ = ColourMap();
    return;
  }
  if (mixed_.map.empty()) mixed_ = make_map();
  gl::apply(gl::without_depth());
  mixed_.target.bind({0, 0}, {kSize, kSize});
  programs.mix_maps(former_.map, now_.map, {1 - share, share});
}

void FloorLight::bring_openness_up_to_date(const OcclusionPass& occlusion, Programs& programs) {
  if (!openness_.map.empty() && openness_of_ == occlusion.version()) return;
  if (openness_.map.empty()) openness_ = make_map();
  openness_.target.bind({0, 0}, {kSize, kSize});
  occlusion.bind();
  gl::Program& program = programs.floor_openness;
  program.use();
  program.set("u_floor_base", occlusion.floor().base);
  program.set("u_floor_cells", occlusion.floor().cells);
  program.set("u_occlusion_width", OcclusionPass::kTextureWidth);
  program.set("u_map_size", kSize);
  gl::draw_screen(programs.screen);
  openness_of_ = occlusion.version();
}

void FloorLight::run(const OcclusionPass& occlusion, const ShadowPass& shadow, const FrameBlock& block,
                     Programs& programs) {
  const Key key{occlusion.version(), shadow.version(), block.shadow.z, block.key_direction};
  if (key == key_) return;
  if (now_.map.empty()) now_ = make_map();
  gl::apply(gl::without_depth());
  bring_openness_up_to_date(occlusion, programs);
  now_.target.bind({0, 0}, {kSize, kSize});
  openness_.map.bind(kOpennessUnit);
  shadow.bind();
  const FloorGrid& floor = occlusion.floor();
  gl::Program& program = programs.floor_light;
  program.use();
  program.set("u_floor", glm::vec4(floor.centre, floor.half_size_mm));
  program.set("u_map_size", kSize);
  gl::draw_screen(programs.screen);
  occlusion.bind();
  key_ = key;
}

}  // namespace render
