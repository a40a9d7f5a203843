#include "render/scene/picture.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/type_ptr.hpp>

#include "render/gl/device.h"
#include "render/gl/draw.h"
#include "render/scene/light_rig.h"
#include "render/scene/surface_pass.h"

namespace render {
namespace {

/// How far a cut that dissolves upward is looked into, 0 to 1, by the sine of the camera's elevation: seen
/// from there the dissolving legs would be strips with a hole between. Assumption, art direction.
float looked_into(const SceneView& view, const glm::vec3& toward_eye) {
  if (!(view.fade_from_y_mm < view.fade_to_y_mm)) return 0.0f;
  return glm::smoothstep(0.4f, 0.75f, toward_eye.y);
}
/// The cut lies no higher than this over the height at which it has dissolved: for legs that are cut 120 mm
/// above the knee. An assumption about what is shown.
constexpr float kCutOverFadeMm = 110.0f;

void set_camera(FrameBlock& block, const Camera& camera, glm::ivec2 size) {
  const double aspect = static_cast<double>(size.x) / size.y;
  block.view_projection = camera.projection(aspect) * camera.view();
  block.eye = {glm::vec3(camera.eye_mm), camera.orthographic ? 1.0f : 0.0f};
  block.toward_eye = {glm::vec3(glm::normalize(camera.eye_mm - camera.target_mm)), 0};
}

}  // namespace

Picture::Picture(const std::filesystem::path& shader_folder)
    : programs_(shader_folder), frame_buffer_(gl::BufferUse::uniforms, "frame") {}

void Picture::prepare(const SceneView& view, const Parts& parts, const Setup& setup, PassTimer& timer) {
  view_ = view;
  setup_ = setup;
  list_ = make_draw_list(
      view, parts, setup.fewer_triangles ? std::optional(setup.size * setup.supersample) : std::nullopt);
  block_ = FrameBlock();
  set_camera(block_, view.camera, setup.size);
  clip_from_world_ = block_.view_projection;
  const glm::vec2 jitter_clip = 2.0f * setup.jitter_px / glm::vec2(setup.size);
  block_.view_projection = glm::translate(glm::mat4(1), glm::vec3(jitter_clip, 0)) * clip_from_world_;
  programs_.lod_bias = std::log2(setup.sample_size);
  set_lights(block_, view.studio, photographer_azimuth(view.studio, glm::vec3(block_.toward_eye)));
  block_.fade = {view.fade_from_y_mm, view.fade_to_y_mm,
                 view.fade_from_y_mm != view.fade_to_y_mm ? 1.0f : 0.0f, 0};
  const float into = looked_into(view, glm::vec3(block_.toward_eye));
  block_.fade.x += into * kCutOverFadeMm;
  block_.fade.y += into * kCutOverFadeMm;
  block_.heat = {view.heat_limit_mm > 0 ? view.heat_limit_mm : 1.0f, 0, 0, 0};
  block_.exposure = {view.studio.exposure, setup.sample_size, setup.noise_turn, 0};
  timer.start();
  for (const auto* group : {&list_.opaque, &list_.shells})
    for (const Drawn& drawn : *group)
      if (drawn.part->lines()) drawn.part->lines()->bring_up_to_date(programs_);
  gl::finish_in_software();
  timer.mark("lines");
  shadow_.run(list_, setup.shadow_size, setup.shadow_samples, programs_, block_);
  gl::finish_in_software();
  timer.mark("shadow");
  if (setup.follow_shape)
    occlusion_.run(list_, view.studio.floor_y_mm, programs_);
  else
    occlusion_.make_room(list_, view.studio.floor_y_mm, programs_);
  timer.mark("occlusion");
  if (floored()) light_floor();
  gl::finish_in_software();
  timer.mark("floor");
}

bool Picture::floored() const {
  return occlusion_.floor().cells > 0 && !view_.transparent_background;
}

void Picture::light_floor() {
  // A texel of the floor is many samples of the picture, so its shadow takes more of the map, and no turns.
  const FrameBlock of_picture = block_;
  block_.shadow.z = static_cast<float>(setup_.floor_samples);
  block_.exposure.z = 0;
  upload_frame({0, 0});
  floor_light_.run(occlusion_, shadow_, block_, programs_);
  block_ = of_picture;
}

bool Picture::refresh_occlusion(const SceneView& view, const Parts& parts) {
  return occlusion_.run(make_draw_list(view, parts), view.studio.floor_y_mm, programs_);
}

bool Picture::light_current() const {
  return occlusion_.current(list_, view_.studio.floor_y_mm);
}
bool Picture::advance_light() {
  if (!occlusion_.advance(list_, view_.studio.floor_y_mm, programs_)) return false;
  floor_light_.keep_former();
  return true;
}
void Picture::go_back(float share) {
  occlusion_.go_back(share, programs_);
}
void Picture::pass_floor_over(float share) {
  floor_light_.pass_over(share, programs_);
}

void Picture::upload_frame(glm::ivec2 pixel_offset) {
  const float rows = static_cast<float>(setup_.size.y * setup_.supersample) / setup_.sample_size;
  block_.pixel = {pixel_offset, static_cast<int>(view_.layer), std::lround(rows)};
  frame_buffer_.upload(std::span<const FrameBlock>(&block_, 1), gl::BufferRate::often);
  frame_buffer_.bind_uniforms(kFrameBinding);
}

DrawList Picture::within(const Tile& tile) {
  DrawList list = list_;
  for (auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair}) {
    for (Drawn& drawn : *group) {
      PartChunks& kept = chunks_[drawn.id];
      if (kept.version != drawn.part->version()) {
        kept = {drawn.part->version(), Chunks(drawn.part->point_triangles())};
        kept.chunks.bound(drawn.part->positions_mm());
      }
      drawn.ranges = kept.chunks.within(tile, block_.view_projection, setup_.size);
    }
    std::erase_if(*group, [](const Drawn& drawn) { return drawn.ranges.empty(); });
  }
  return list;
}

void Picture::draw_tile(const Tile& tile, Targets& targets, PassTimer& timer) {
  draw_scene(tile, targets, timer);
  const auto side = static_cast<float>(setup_.supersample);
  composite(tile, targets.scene_texture(), 1.0f / (side * side), targets.picture());
  if (setup_.fine)
    composite(tile, targets.scene_texture(), 1.0f / (side * side), targets.fine_picture(), Depth::bits_16);
  timer.mark("composite");
}

void Picture::draw_scene(const Tile& tile, Targets& targets, PassTimer& timer) {
  const int scale = setup_.supersample;
  targets.resize(tile.size * scale, tile.size, setup_.multisamples, setup_.fine);
  upload_frame(tile.origin * scale);
  // The occlusion pass may have left its own depth maps on the shadow unit.
  shadow_.bind();
  // One viewport for the whole picture, shifted: a tile's samples fall exactly where the untiled ones do.
  targets.scene().clear_colour(0, glm::vec4(0));
  targets.scene().clear_depth(1);
  targets.scene().bind(-tile.origin * scale, setup_.size * scale);
  const bool whole = tile.size == setup_.size;
  const DrawList part = whole ? DrawList() : within(tile);
  const DrawList& list = whole ? list_ : part;
  draw_solid(list, view_.layer, occlusion_, programs_);
  draw_outlines(list, static_cast<float>(setup_.size.x) / static_cast<float>(setup_.size.y), programs_);
  timer.mark("solid");
  draw_see_through(list, view_.layer, occlusion_, programs_);
  timer.mark("see-through");
  targets.resolve();
}

Tile Picture::model_area() const {
  return drawn_area(list_, clip_from_world_, setup_.size);
}

void Picture::start(gl::Program& program, const Tile& tile, float share, Depth depth) {
  program.use();
  program.set("u_share", share);
  program.set("u_steps", dither_steps(depth));
  program.set("u_supersample", setup_.supersample);
  program.set("u_picture_size", setup_.size);
  program.set("u_tile_origin", tile.origin);
  program.set("u_backdrop_top", view_.studio.backdrop_top);
  program.set("u_backdrop_bottom", view_.studio.backdrop_bottom);
}

Tile Picture::lay_ground(const Tile& tile, const gl::Framebuffer& picture, Depth depth) {
  const Tile model = shared_area(model_area(), tile);
  if (view_.transparent_background) {
    picture.clear_colour(0, glm::vec4(0));
    return model;
  }
  // The paper of one tile of many serves once, and so does that of a file of 16 bits.
  if (tile.size != setup_.size || depth != Depth::bits_8) {
    Backdrop::draw(view_.studio, setup_.size, tile, picture, programs_, depth);
    return model;
  }
  backdrop_.run(view_.studio, setup_.size, programs_);
  backdrop_.copy_to(picture);
  return model;
}

void Picture::composite(const Tile& tile, const gl::Texture& samples, float share,
                        const gl::Framebuffer& picture, Depth depth) {
  gl::apply(gl::without_depth());
  const Tile drawn = lay_ground(tile, picture, depth);
  samples.bind(kSceneUnit);
  if (!drawn.empty()) {
    picture.bind(drawn.origin - tile.origin, drawn.size);
    start(view_.transparent_background ? programs_.composite_clear : programs_.composite, tile, share, depth);
    gl::draw_screen(programs_.screen);
  }
  if (!floored()) return;
  // Once more where the floor is seen, now on its light; a viewport as for the scene.
  picture.bind(-tile.origin, setup_.size);
  gl::Program& program = programs_.composite_floor;
  start(program, tile, share, depth);
  const FloorGrid& floor = occlusion_.floor();
  floor_light_.bind();
  program.set("u_world_from_clip", glm::inverse(clip_from_world_));
  program.set("u_floor", glm::vec4(floor.centre, floor.half_size_mm));
  program.set("u_foot_reach", floor.foot_reach_mm);
  constexpr glm::ivec2 kCells{32, 18};
  program.set("u_cells", kCells);
  gl::draw_made(programs_.screen, kCells.x * kCells.y * 6);
}

}  // namespace render
