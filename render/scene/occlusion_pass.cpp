#include "render/scene/occlusion_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>

#include "render/gl/device.h"
#include "render/gl/draw.h"
#include "render/scene/receivers.h"

namespace render {
namespace {

constexpr int kBatch = 8;  // as in shaders/occlusion.vert
constexpr int kDirections = 32;
constexpr int kMapSize = 512;
constexpr int kAtlasColumns = 4, kAtlasRows = 2;
constexpr std::array<const char*, kBatch> kMapNames{
    "u_map_from_world[0]", "u_map_from_world[1]", "u_map_from_world[2]", "u_map_from_world[3]",
    "u_map_from_world[4]", "u_map_from_world[5]", "u_map_from_world[6]", "u_map_from_world[7]"};
constexpr std::array<const char*, kBatch> kDirectionNames{
    "u_direction[0]", "u_direction[1]", "u_direction[2]", "u_direction[3]",
    "u_direction[4]", "u_direction[5]", "u_direction[6]", "u_direction[7]"};

// Spiral of evenly spread directions.
glm::vec3 direction_of(int i) {
  const float y = 1 - 2 * (static_cast<float>(i) + 0.5f) / kDirections;
  const float around = static_cast<float>(i) * 2.39996323f;
  const float r = std::sqrt(1 - y * y);
  return {r * std::cos(around), y, r * std::sin(around)};
}

CasterKey receiver_key(const DrawList& list) {
  CasterKey key;
  for_receivers(list, [&](const Drawn& drawn) { key.emplace_back(drawn.id, drawn.part->version()); });
  return key;
}

bool same_parts(const CasterKey& a, const CasterKey& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& one, const auto& other) { return one.first == other.first; });
}

}  // namespace

OcclusionPass::Key OcclusionPass::key_of(const DrawList& list, std::optional<float> floor_y_mm) {
  return {caster_key(list), receiver_key(list), floor_y_mm};
}

bool OcclusionPass::current(const DrawList& list, std::optional<float> floor_y_mm) const {
  return key_ && *key_ == key_of(list, floor_y_mm);
}

void OcclusionPass::make_room(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs) {
  bool all_known = true, anatomy = true;
  for_receivers(list, [&](const Drawn& drawn) {
    if (bases_.contains(drawn.id)) return;
    all_known = false;
    anatomy = anatomy && is_anatomy(drawn.part->material().kind);
  });
  if (!anatomy) {
    run(list, floor_y_mm, programs);
    return;
  }
  if (!all_known || floor_y_mm != laid_floor_y_mm_) lay_out(list, floor_y_mm);
  if (!other_key_ || (key_ && key_->casters == caster_key(list)) || *other_key_ != key_of(list, floor_y_mm))
    return;
  lay_out(list, floor_y_mm);
  std::swap(shown_, other_layer_);
  std::swap(key_, other_key_);
  if (!other_key_) other_layer_ = Values();
  former_ = Values();
  pending_.reset();
  ++version_;
}

bool OcclusionPass::run(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs) {
  Key key = key_of(list, floor_y_mm);
  if (key_ && *key_ == key) return false;
  lay_out(list, floor_y_mm);
  const std::string name = may_be_kept(list) ? name_of_values(list, programs) : std::string();
  if (!name.empty() && take_kept(name)) {
    key_ = std::move(key);
    pending_.reset();
    ++version_;
    return true;
  }
  gather(list, programs);
  finish(std::move(key));
  if (!name.empty()) keep_values(name);
  return true;
}

void OcclusionPass::finish(Key key) {
  std::swap(shown_, former_);
  std::swap(shown_, next_);
  // Another layer: what was shown is worth keeping beyond the next change.
  if (key_ && !same_parts(key_->casters, key.casters)) {
    std::swap(other_layer_, former_);
    other_key_ = std::move(key_);
    former_ = Values();
  }
  key_ = std::move(key);
  pending_.reset();
  ++version_;
}

bool OcclusionPass::advance(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs) {
  Key key = key_of(list, floor_y_mm);
  if (!pending_ || *pending_ != key) {
    lay_out(list, floor_y_mm);
    start_gather(list, programs);
    pending_ = std::move(key);
    piece_ = 0;
    return false;
  }
  const int first = piece_ / 2 * kBatch;
  if (piece_ % 2 == 0) {
    depth_target_.clear_depth(1);
    draw_depths(list, programs, first, 0, kBatch / 2);
  } else {
    draw_depths(list, programs, first, kBatch / 2, kBatch);
    add_batch(list, programs, first);
  }
  ++piece_;
  if (piece_ * kBatch / 2 < kDirections) return false;
  finish(std::move(*pending_));
  return true;
}

void OcclusionPass::go_back(float share, Programs& programs) {
  if (former_.texture[0].empty() || former_.size() != shown_.size()) return;
  gl::apply(gl::without_depth());
  for (std::size_t i = 0; i < 2; ++i) {
    vertices_.each[i].bind({0, 0}, shown_.size());
    programs.mix_maps(former_.texture[i], shown_.texture[i], {1 - share, share});
  }
  std::swap(shown_, vertices_);
  key_.reset();
  ++version_;
}

void OcclusionPass::bind() const {
  shown_.texture[0].bind(kOpennessUnit);
  shown_.texture[1].bind(kTranslucencyUnit);
}

void OcclusionPass::gather(const DrawList& list, Programs& programs) {
  start_gather(list, programs);
  for (int first = 0; first < kDirections; first += kBatch) {
    depth_target_.clear_depth(1);
    draw_depths(list, programs, first, 0, kBatch);
    add_batch(list, programs, first);
  }
  if (!gl::finish_in_software()) return;
  // The next shape is far off, and a still's targets can have the room.
  depth_target_ = gl::Framebuffer();
  depths_ = gl::Texture();
  vertices_ = Values();
}

void OcclusionPass::start_gather(const DrawList& list, Programs& programs) {
  if (depths_.empty()) {
    gl::TextureDesc desc;
    desc.size = {kMapSize * kAtlasColumns, kMapSize * kAtlasRows, 1};
    desc.format = gl::Format::depth32f;
    desc.label = "occlusion depths";
    depths_ = gl::Texture(desc);
    depth_target_ = gl::Framebuffer({}, &depths_, "occlusion depths");
  }
  if (vertices_.size() != shown_.size())
    vertices_ = make_values(shown_.size(), "vertex positions", "vertex normals");
  if (next_.size() != shown_.size()) next_ = make_values(shown_.size(), "openness", "translucency");
  pending_.reset();
  scatter(list, programs);
  // Parts that are not in the list keep what they have.
  gl::Program& program = programs.keep;
  program.use();
  vertices_.texture[0].bind(kSceneUnit);
  for (std::size_t i = 0; i < 2; ++i) {
    shown_.texture[i].bind(kOpennessUnit);
    next_.each[i].bind({0, 0}, shown_.size());
    gl::draw_screen(programs.screen);
  }
}

void OcclusionPass::draw_depths(const DrawList& list, Programs& programs, int first, int from, int to) {
  gl::DrawState depth_state;
  depth_state.colour_write = false;
  programs.depth.use();
  for (int i = from; i < to; ++i) {
    const glm::ivec2 cell(i % kAtlasColumns, i / kAtlasColumns);
    depth_target_.bind(cell * kMapSize, glm::ivec2(kMapSize));
    programs.depth.set("u_clip_from_world", map_view(direction_of(first + i), list.bounds).clip_from_world);
    for (const Drawn& drawn : list.casters) {
      depth_state.cull = is_closed(drawn.part->material().kind) ? gl::Cull::back : gl::Cull::none;
      gl::apply(depth_state);
      gl::draw_triangles(drawn.part->coarse_array(), drawn.part->coarse_index_count());
    }
    if (i % 2 == 1) gl::finish_in_software();
  }
}

/// Adds what the vertices see of the directions whose depths were drawn.
void OcclusionPass::add_batch(const DrawList& list, Programs& programs, int first) {
  std::array<glm::mat4, kBatch> map_from_world;
  std::array<glm::vec4, kBatch> directions;
  for (int i = 0; i < kBatch; ++i) {
    const glm::vec3 direction = direction_of(first + i);
    const MapView view = map_view(direction, list.bounds);
    const glm::ivec2 cell(i % kAtlasColumns, i / kAtlasColumns);
    const glm::vec3 shrink(1.0f / kAtlasColumns, 1.0f / kAtlasRows, 1);
    map_from_world[static_cast<std::size_t>(i)] =
        glm::scale(glm::translate(glm::mat4(1), glm::vec3(cell, 0) * shrink), shrink) * texture_from_clip() *
        view.clip_from_world;
    directions[static_cast<std::size_t>(i)] = glm::vec4(direction, view.depth_mm);
  }
  next_.both.bind({0, 0}, next_.size());
  gl::apply(gl::without_depth(gl::Blend::add));
  gl::Program& program = programs.occlusion;
  program.use();
  depths_.bind(kShadowUnit);
  vertices_.texture[0].bind(kOpennessUnit);
  vertices_.texture[1].bind(kTranslucencyUnit);
  for (int i = 0; i < kBatch; ++i) {
    const auto at = static_cast<std::size_t>(i);
    program.set(kMapNames[at], map_from_world[at]);
    program.set(kDirectionNames[at], directions[at]);
  }
  // Cosines over evenly spread directions sum to a quarter of their number.
  program.set("u_share", 4.0f / kDirections);
  gl::draw_screen(programs.screen);
  gl::finish_in_software();
}

void OcclusionPass::scatter(const DrawList& list, Programs& programs) {
  const glm::ivec2 size = shown_.size();
  vertices_.both.clear_colour(0, glm::vec4(0));
  vertices_.both.clear_colour(1, glm::vec4(0));
  vertices_.both.bind({0, 0}, size);
  gl::apply(gl::without_depth());
  gl::Program& program = programs.scatter;
  program.use();
  program.set("u_occlusion_size", size);
  for (const auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair})
    for (const Drawn& drawn : *group) {
      program.set("u_occlusion_base", bases_.at(drawn.id));
      // The lids lie close on the ball of the eye; elsewhere the maps are too coarse for less.
      const MaterialKind kind = drawn.part->material().kind;
      const bool eye =
          kind == MaterialKind::eye || kind == MaterialKind::cornea || kind == MaterialKind::lid_rim;
      program.set("u_lift_mm", eye ? 0.8f : 2.2f);
      gl::draw_points(drawn.part->array(), drawn.part->vertex_count());
    }
  if (floor_.cells == 0) return;
  program.set("u_lift_mm", 2.2f);
  program.set("u_occlusion_base", floor_.base);
  gl::draw_points(floor_array_, floor_.cells * floor_.cells);
}

}  // namespace render
