// Where on the maps of occlusion the values of each part and of the floor stand.
#include <algorithm>

#include "render/scene/occlusion_pass.h"
#include "render/scene/receivers.h"

namespace render {
namespace {

constexpr int kFloorCells = 65;

int rows_of(int texels) {
  return std::max(1, (texels + OcclusionPass::kTextureWidth - 1) / OcclusionPass::kTextureWidth);
}

}  // namespace

OcclusionPass::Values OcclusionPass::make_values(glm::ivec2 size, const char* first, const char* second) {
  gl::TextureDesc desc;
  desc.size = {size, 1};
  desc.format = gl::Format::rgba32f;
  desc.filter = gl::Filter::nearest;
  Values values;
  desc.label = first;
  values.texture[0] = gl::Texture(desc);
  desc.label = second;
  values.texture[1] = gl::Texture(desc);
  values.both = gl::Framebuffer({&values.texture[0], &values.texture[1]}, nullptr, first);
  values.each[0] = gl::Framebuffer({&values.texture[0]}, nullptr, first);
  values.each[1] = gl::Framebuffer({&values.texture[1]}, nullptr, second);
  return values;
}

void OcclusionPass::lay_floor(const DrawList& list, float floor_y_mm) {
  floor_.cells = kFloorCells;
  floor_.base = floor_base_;
  floor_.centre = {list.bounds.centre().x, floor_y_mm, list.bounds.centre().z};
  const glm::vec3 size = list.bounds.high - list.bounds.low;
  floor_.foot_reach_mm = glm::max(glm::vec2(size.x, size.z) * 0.5f - 12.0f, 0.0f);
  floor_.half_size_mm = std::max(size.x, size.z) * 0.5f + 260.0f;
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

/// Places stay as they are while the parts are there, so that values survive another choice of parts.
void OcclusionPass::lay_out(const DrawList& list, std::optional<float> floor_y_mm) {
  const bool floor = floor_y_mm && !list.bounds.empty();
  int added = 0, needed = floor ? kFloorCells * kFloorCells : 0;
  if (floor && floor_base_ < 0) added += needed;
  for_receivers(list, [&](const Drawn& drawn) {
    needed += drawn.part->vertex_count();
    if (!bases_.contains(drawn.id)) added += drawn.part->vertex_count();
  });
  if (added > 0) {
    // Parts that are gone left room behind: past this it is not worth its rows.
    const bool keep = used_ > 0 && used_ + added <= 2 * needed;
    if (!keep) {
      bases_.clear();
      floor_base_ = -1;
    }
    int next = keep ? rows_of(used_) * kTextureWidth : 0;
    for_receivers(list, [&](const Drawn& drawn) {
      if (bases_.emplace(drawn.id, next).second) next += drawn.part->vertex_count();
    });
    if (floor && floor_base_ < 0) {
      floor_base_ = next;
      next += kFloorCells * kFloorCells;
    }
    grow(next, keep);
  }
  if (shown_.texture[0].empty()) grow(0, false);
  floor_ = FloorGrid();
  laid_floor_y_mm_ = floor_y_mm;
  if (floor) lay_floor(list, *floor_y_mm);
}

/// What is new lies open to all sides.
void OcclusionPass::grow(int texels, bool keep) {
  const glm::ivec2 size(kTextureWidth, rows_of(texels));
  const Values former = std::move(shown_);
  shown_ = make_values(size, "openness", "translucency");
  shown_.both.clear_colour(0, glm::vec4(0, 0, 0, 1));
  shown_.both.clear_colour(1, glm::vec4(0));
  if (keep)
    for (std::size_t i = 0; i < 2; ++i)
      gl::Framebuffer::blit(former.each[i], former.size(), shown_.each[i], {0, 0}, former.size());
  next_ = Values();
  former_ = Values();
  other_layer_ = Values();
  other_key_.reset();
  if (keep && key_) {
    other_layer_ = make_values(size, "openness", "translucency");
    for (std::size_t i = 0; i < 2; ++i)
      gl::Framebuffer::blit(shown_.each[i], size, other_layer_.each[i], {0, 0}, size);
    other_key_ = std::move(key_);
  }
  used_ = texels;
  key_.reset();
  pending_.reset();
  ++version_;
}

}  // namespace render
