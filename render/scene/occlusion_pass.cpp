#include "render/scene/occlusion_pass.h"

#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>

#include "render/gl/device.h"
#include "render/gl/draw.h"

namespace render {
namespace {

constexpr int kBatch = 8;  // as in shaders/occlusion.vert
constexpr int kDirections = 32;
constexpr int kMapSize = 512;
constexpr int kAtlasColumns = 4, kAtlasRows = 2;
constexpr int kFloorCells = 65;
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
  for (const auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair})
    for (const Drawn& drawn : *group) key.emplace_back(drawn.id, drawn.part->version());
  return key;
}

bool same_parts(const CasterKey& a, const CasterKey& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].first != b[i].first) return false;
  return true;
}

}  // namespace

void OcclusionPass::lay_out(const DrawList& list, std::optional<float> floor_y_mm) {
  bases_.clear();
  int next = 0;
  for (const auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair})
    for (const Drawn& drawn : *group) {
      bases_[drawn.id] = next;
      next += drawn.part->vertex_count();
    }
  floor_ = FloorGrid();
  if (floor_y_mm && !list.bounds.empty()) {
    floor_.cells = kFloorCells;
    floor_.base = next;
    floor_.centre = {list.bounds.centre().x, *floor_y_mm, list.bounds.centre().z};
    const glm::vec3 size = list.bounds.high - list.bounds.low;
    floor_.foot_reach_mm = glm::max(glm::vec2(size.x, size.z) * 0.5f - 12.0f, 0.0f);
    floor_.half_size_mm = std::max(size.x, size.z) * 0.5f + 260.0f;
    next += kFloorCells * kFloorCells;
    struct Vertex {
      glm::vec3 position, normal;
    };
    std::vector<Vertex> grid;
    for (int z = 0; z < kFloorCells; ++z)
      for (int x = 0; x < kFloorCells; ++x) {
        const glm::vec2 place = glm::vec2(x, z) / (kFloorCells - 1.0f) * 2.0f - 1.0f;
        grid.push_back({floor_.centre + glm::vec3(place.x, 0, place.y) * floor_.half_size_mm, {0, 1, 0}});
      }
    floor_vertices_ = gl::Buffer(gl::BufferUse::vertices, "floor");
    floor_vertices_.upload(std::span<const Vertex>(grid), gl::BufferRate::once);
    floor_array_ = gl::VertexArray::make("floor");
    floor_array_.set_attribute(floor_vertices_, {5, 3, sizeof(Vertex), 0});
    floor_array_.set_attribute(floor_vertices_, {1, 3, sizeof(Vertex), sizeof(glm::vec3)});
  }
  gl::TextureDesc desc;
  desc.size = {kTextureWidth, std::max(1, (next + kTextureWidth - 1) / kTextureWidth), 1};
  if (!openness_.empty() && openness_.desc().size == desc.size) return;
  desc.format = gl::Format::rgba32f;
  desc.filter = gl::Filter::nearest;
  desc.label = "openness";
  openness_ = gl::Texture(desc);
  desc.label = "translucency";
  translucency_ = gl::Texture(desc);
  target_ = gl::Framebuffer({&openness_, &translucency_}, nullptr, "occlusion");
  desc.label = "vertex positions";
  positions_ = gl::Texture(desc);
  desc.label = "vertex normals";
  normals_ = gl::Texture(desc);
  vertex_target_ = gl::Framebuffer({&positions_, &normals_}, nullptr, "vertices");
}

bool OcclusionPass::run(const DrawList& list, std::optional<float> floor_y_mm, bool follow_shape,
                        Programs& programs) {
  CasterKey key = caster_key(list), receivers = receiver_key(list);
  const bool same = !target_.empty() && floor_y_mm == floor_y_mm_ && same_parts(key, key_) &&
                    same_parts(receivers, receivers_);
  if (same && (!follow_shape || (key == key_ && receivers == receivers_))) return false;
  lay_out(list, floor_y_mm);
  gather(list, programs);
  key_ = std::move(key);
  receivers_ = std::move(receivers);
  floor_y_mm_ = floor_y_mm;
  ++version_;
  return true;
}

void OcclusionPass::bind() const {
  openness_.bind(kOpennessUnit);
  translucency_.bind(kTranslucencyUnit);
}

void OcclusionPass::gather(const DrawList& list, Programs& programs) {
  if (depths_.empty()) {
    gl::TextureDesc desc;
    desc.size = {kMapSize * kAtlasColumns, kMapSize * kAtlasRows, 1};
    desc.format = gl::Format::depth32f;
    desc.label = "occlusion depths";
    depths_ = gl::Texture(desc);
    depth_target_ = gl::Framebuffer({}, &depths_, "occlusion depths");
  }
  scatter(list, programs);
  target_.clear_colour(0, glm::vec4(0));
  target_.clear_colour(1, glm::vec4(0));
  for (int first = 0; first < kDirections; first += kBatch) gather_batch(list, programs, first);
  if (!gl::finish_in_software()) return;
  // The next shape is far off, and a still's targets can have the room.
  depth_target_ = gl::Framebuffer();
  depths_ = gl::Texture();
}

void OcclusionPass::gather_batch(const DrawList& list, Programs& programs, int first) {
  std::array<glm::mat4, kBatch> map_from_world;
  std::array<glm::vec4, kBatch> directions;
  depth_target_.clear_depth(1);
  gl::DrawState depth_state;
  depth_state.colour_write = false;
  programs.depth.use();
  for (int i = 0; i < kBatch; ++i) {
    const glm::vec3 direction = direction_of(first + i);
    const MapView view = map_view(direction, list.bounds);
    const glm::ivec2 cell(i % kAtlasColumns, i / kAtlasColumns);
    depth_target_.bind(cell * kMapSize, glm::ivec2(kMapSize));
    programs.depth.set("u_clip_from_world", view.clip_from_world);
    for (const Drawn& drawn : list.casters) {
      depth_state.cull = is_closed(drawn.part->material().kind) ? gl::Cull::back : gl::Cull::none;
      gl::apply(depth_state);
      gl::draw_triangles(drawn.part->coarse_array(), drawn.part->coarse_index_count());
    }
    if (i % 2 == 1) gl::finish_in_software();
    const glm::vec3 shrink(1.0f / kAtlasColumns, 1.0f / kAtlasRows, 1);
    map_from_world[static_cast<std::size_t>(i)] =
        glm::scale(glm::translate(glm::mat4(1), glm::vec3(cell, 0) * shrink), shrink) * texture_from_clip() *
        view.clip_from_world;
    directions[static_cast<std::size_t>(i)] = glm::vec4(direction, view.depth_mm);
  }
  target_.bind({0, 0}, openness_.desc().size);
  gl::DrawState add;
  add.depth_test = gl::DepthTest::off;
  add.depth_write = false;
  add.blend = gl::Blend::add;
  gl::apply(add);
  gl::Program& program = programs.occlusion;
  program.use();
  depths_.bind(kShadowUnit);
  positions_.bind(kOpennessUnit);
  normals_.bind(kTranslucencyUnit);
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
  const glm::ivec2 size = openness_.desc().size;
  vertex_target_.clear_colour(0, glm::vec4(0));
  vertex_target_.clear_colour(1, glm::vec4(0));
  vertex_target_.bind({0, 0}, size);
  gl::DrawState state;
  state.depth_test = gl::DepthTest::off;
  state.depth_write = false;
  gl::apply(state);
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
