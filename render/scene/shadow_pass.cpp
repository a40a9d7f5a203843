#include "render/scene/shadow_pass.h"

#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

#include "render/gl/draw.h"

namespace render {

MapView map_view(glm::vec3 toward_light, const Bounds& bounds) {
  const float radius = std::max(bounds.radius(), 1.0f) * 1.02f;
  const glm::vec3 up = std::abs(toward_light.y) > 0.99f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
  const glm::vec3 centre = bounds.empty() ? glm::vec3(0) : bounds.centre();
  const glm::mat4 view = glm::lookAt(centre + toward_light * radius, centre, up);
  MapView result;
  result.clip_from_world = glm::ortho(-radius, radius, -radius, radius, 0.0f, 2 * radius) * view;
  result.width_mm = 2 * radius;
  result.depth_mm = 2 * radius;
  return result;
}

glm::mat4 texture_from_clip() {
  return glm::scale(glm::translate(glm::mat4(1), glm::vec3(0.5f)), glm::vec3(0.5f));
}

CasterKey caster_key(const DrawList& list) {
  CasterKey key;
  for (const Drawn& drawn : list.casters) key.emplace_back(drawn.id, drawn.part->light_version());
  return key;
}

void ShadowPass::run(const DrawList& list, int size, int samples, Programs& programs, FrameBlock& block) {
  const glm::vec3 direction(block.key_direction);
  CasterKey key = caster_key(list);
  const bool resized = map_.empty() || map_.desc().size.x != size;
  if (resized) {
    gl::TextureDesc desc;
    desc.size = {size, size, 1};
    desc.format = gl::Format::depth32f;
    desc.filter = gl::Filter::linear;
    desc.label = "key shadow";
    map_ = gl::Texture(desc);
    target_ = gl::Framebuffer({}, &map_, "key shadow");
  }
  if (resized || key != key_ || direction != direction_) {
    view_ = map_view(direction, list.bounds);
    target_.bind({0, 0}, {size, size});
    target_.clear_depth(1);
    gl::DrawState state;
    state.colour_write = false;
    state.depth_bias_slope = 1.5f;
    state.depth_bias_units = 2;
    programs.depth.use();
    programs.depth.set("u_clip_from_world", view_.clip_from_world);
    for (const Drawn& drawn : list.casters) {
      state.cull = is_closed(drawn.part->material().kind) ? gl::Cull::back : gl::Cull::none;
      gl::apply(state);
      gl::draw_triangles(drawn.part->coarse_array(), drawn.part->coarse_index_count());
    }
    key_ = std::move(key);
    direction_ = direction;
    ++version_;
  }
  block.shadow_from_world = texture_from_clip() * view_.clip_from_world;
  block.shadow = {view_.width_mm, view_.depth_mm, static_cast<float>(samples),
                  view_.width_mm / static_cast<float>(size)};
}

}  // namespace render
