#include "render/scene/part.h"

#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <stdexcept>
#include <string>

#include "render/image/mip_levels.h"
#include "render/mesh/coarser.h"
#include "render/scene/curvature.h"
#include "render/scene/occluder.h"
#include "render/scene/skin_tone.h"

namespace render {
namespace {

// About one and a half texels of the occlusion maps of a head.
constexpr float kCoarseCellMm = 2.0f;

gl::Texture upload_image(const Image& image) {
  gl::TextureDesc desc;
  desc.size = {image.width, image.height, 1};
  desc.format = gl::Format::srgb8_alpha8;
  desc.filter = gl::Filter::mipmaps;
  desc.label = "albedo";
  gl::Texture texture(desc);
  const auto bytes = std::as_bytes(std::span(image.rgba));
  texture.upload(bytes, halves_evenly(desc.size) ? smaller_srgb_levels(bytes, desc.size)
                                                 : std::vector<std::vector<std::byte>>{});
  return texture;
}

void require(bool holds, const char* what) {
  if (!holds) throw std::invalid_argument(std::string("Renderer: ") + what);
}

}  // namespace

void Bounds::include(glm::vec3 point) {
  low = glm::min(low, point);
  high = glm::max(high, point);
}

void Bounds::include(const Bounds& other) {
  low = glm::min(low, other.low);
  high = glm::max(high, other.high);
}

float Bounds::radius() const {
  return empty() ? 0.0f : glm::length(high - low) * 0.5f;
}

Part::Part(const Topology& topology, const Material& material)
    : vertex_point_(topology.vertex_point),
      triangles_(topology.triangles),
      point_triangles_(topology.point_triangles),
      point_count_(topology.point_count),
      index_count_(static_cast<int>(topology.triangles.size() * 3)) {
  require(topology.vertex_uv.empty() || topology.vertex_uv.size() == vertex_point_.size(),
          "vertex_uv must be empty or as long as vertex_point");
  for (const std::uint32_t point : vertex_point_) require(point < point_count_, "vertex_point out of range");
  for (const glm::uvec3& t : topology.triangles)
    require(glm::max(t.x, glm::max(t.y, t.z)) < vertex_point_.size(), "triangle out of range");
  for (const glm::uvec3& t : point_triangles_)
    require(glm::max(t.x, glm::max(t.y, t.z)) < point_count_, "point triangle out of range");

  array_ = gl::VertexArray::make("part");
  indices_ = gl::Buffer(gl::BufferUse::indices, "part indices");
  std::vector<glm::uvec3> drawn = coarser_triangles(topology.triangles);
  fewer_count_ = static_cast<int>(drawn.size() * 3);
  drawn.insert(drawn.begin(), topology.triangles.begin(), topology.triangles.end());
  indices_.upload(std::span<const glm::uvec3>(drawn), gl::BufferRate::once);
  array_.set_indices(indices_);
  std::vector<glm::vec2> uvs = topology.vertex_uv;
  uvs.resize(vertex_point_.size());
  uvs_ = gl::Buffer(gl::BufferUse::vertices, "part uvs");
  uvs_.upload(std::span<const glm::vec2>(uvs), gl::BufferRate::once);
  array_.set_attribute(uvs_, {2, 2, sizeof(glm::vec2), 0});
  rest_ = gl::Buffer(gl::BufferUse::vertices, "part rest");
  array_.set_attribute(rest_, {3, 3, sizeof(glm::vec3), 0});
  vertices_ = gl::Buffer(gl::BufferUse::vertices, "part vertices");
  array_.set_attribute(vertices_, {0, 3, sizeof(Vertex), offsetof(Vertex, position)});
  array_.set_attribute(vertices_, {1, 3, sizeof(Vertex), offsetof(Vertex, normal)});
  array_.set_attribute(vertices_, {4, 2, sizeof(Vertex), offsetof(Vertex, scalar)});
  array_.set_attribute(vertices_, {5, 3, sizeof(Vertex), offsetof(Vertex, position)});
  coarse_indices_ = gl::Buffer(gl::BufferUse::indices, "part coarse indices");
  coarse_array_ = gl::VertexArray::make("part coarse");
  coarse_array_.set_indices(coarse_indices_);
  coarse_array_.set_attribute(vertices_, {5, 3, sizeof(Vertex), offsetof(Vertex, position)});
  set_material(material);
}

void Part::set_material(const Material& material) {
  const bool same_image = material.albedo && material.albedo == material_.albedo;
  if (material.kind == MaterialKind::skin) skin_tone(material.skin_tone);  // throws when out of range
  material_ = material;
  if (same_image) return;
  albedo_ = gl::Texture();
  texture_mean_ = glm::vec3(1);
  if (!material.albedo || material.albedo->width <= 0) return;
  albedo_ = upload_image(*material.albedo);
  texture_mean_ = mean_skin_colour(*material.albedo);
}

void Part::set_line_depths(std::span<const float> depths_mm) {
  require(lines_ != nullptr, "the part has no lines");
  lines_->set_depths(depths_mm);
}

void Part::require_count(std::size_t count, const char* what) const {
  if (count != point_count_)
    throw std::invalid_argument(std::string("Renderer: ") + std::to_string(count) + " " + what +
                                ", expected " + std::to_string(point_count_));
}

void Part::set_rest(std::span<const glm::vec3> rest_mm, LightShape light) {
  require_count(rest_mm.size(), "rest positions");
  std::vector<glm::vec3> rest(vertex_point_.size());
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = rest_mm[vertex_point_[i]];
  rest_.upload(std::span<const glm::vec3>(rest), gl::BufferRate::once);
  const auto coarse = clustered_triangles(rest, triangles_, kCoarseCellMm);
  coarse_indices_.upload(std::span<const glm::uvec3>(coarse), gl::BufferRate::once);
  coarse_index_count_ = static_cast<int>(coarse.size() * 3);
  has_rest_ = true;
  ++light_version_;
  if (light == LightShape::current) return;
  light_ = light;
  light_from(rest_, rest_mm);
}

void Part::light_from(const gl::Buffer& buffer, std::span<const glm::vec3> positions_mm) {
  array_.set_attribute(buffer, {5, 3, sizeof(glm::vec3), 0});
  coarse_array_.set_attribute(buffer, {5, 3, sizeof(glm::vec3), 0});
  bounds_ = Bounds();
  for (const glm::vec3& position : positions_mm) bounds_.include(position);
}

void Part::set_light_shape(std::span<const glm::vec3> positions_mm) {
  require_count(positions_mm.size(), "light positions");
  if (!has_rest_) throw std::invalid_argument("Renderer: a light shape needs a rest shape before it");
  std::vector<glm::vec3> lit(vertex_point_.size());
  for (std::size_t i = 0; i < lit.size(); ++i) lit[i] = positions_mm[vertex_point_[i]];
  if (lit_.empty()) lit_ = gl::Buffer(gl::BufferUse::vertices, "part light");
  lit_.upload(std::span<const glm::vec3>(lit), gl::BufferRate::often);
  light_ = LightShape::rest;
  light_from(lit_, positions_mm);
  ++light_version_;
  // Shadow and occlusion are worked out anew.
  if (uploaded()) ++version_;
}

void Part::upload(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                  std::span<const float> scalars) {
  require_count(positions_mm.size(), "positions");
  require_count(normals.size(), "normals");
  if (!scalars.empty()) require_count(scalars.size(), "scalars");
  if (!has_rest_) set_rest(positions_mm);

  std::vector<float> curvature(point_count_);
  mean_curvature(positions_mm, normals, point_triangles_, curvature);
  drawn_bounds_ = Bounds();
  for (const glm::vec3& position : positions_mm) drawn_bounds_.include(position);
  if (light_ == LightShape::current) {
    bounds_ = drawn_bounds_;
    ++light_version_;
  }
  std::vector<Vertex> vertices(vertex_point_.size());
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const std::size_t point = vertex_point_[i];
    vertices[i] = {positions_mm[point], normals[point], scalars.empty() ? 0.0f : scalars[point],
                   curvature[point]};
  }
  vertices_.upload(std::span<const Vertex>(vertices), gl::BufferRate::often);
  ++version_;
}

}  // namespace render
