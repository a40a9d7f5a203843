#include "render/scene/part.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>
#include <stdexcept>
#include <string>

#include "render/scene/occluder.h"
#include "render/scene/skin_grain.h"
#include "render/scene/skin_tone.h"

namespace render {
namespace {

// About two texels of the occlusion maps of a head. Corners stay on the surface: what is cut off a nose's
// wing is less than the maps' own lift.
constexpr float kCoarseCellMm = 3.0f;

/// format: srgb8_alpha8, or rgba8 for a shader that undoes the curve itself. A software driver reads that
/// much faster.
gl::Texture upload_image(const MipImage& image, gl::Format format) {
  gl::TextureDesc desc;
  desc.size = {image.width, image.height, 1};
  desc.format = format;
  desc.filter = gl::Filter::mipmaps;
  desc.label = "albedo";
  gl::Texture texture(desc);
  texture.upload_levels(std::vector<std::span<const std::byte>>(image.levels.begin(), image.levels.end()));
  image.release();
  return texture;
}

/// Runs of marked points. Those with few points between them become one: a call of the driver costs more.
std::vector<glm::uvec2> marked_runs(std::span<const std::uint8_t> marks) {
  constexpr std::uint32_t kApart = 32;
  std::vector<glm::uvec2> runs;
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    if (marks[i] == 0) continue;
    if (runs.empty() || i >= runs.back().y + kApart) runs.emplace_back(i, i);
    runs.back().y = i + 1;
  }
  return runs;
}

void require(bool holds, const char* what) {
  if (!holds) throw std::invalid_argument(std::string("Renderer: ") + what);
}

}  // namespace

Part::Part(const Topology& topology, const Material& material)
    : vertex_point_(topology.vertex_point),
      triangles_(topology.triangles),
      point_count_(topology.point_count),
      index_count_(static_cast<int>(topology.triangles.size() * 3)) {
  require(topology.vertex_uv.empty() || topology.vertex_uv.size() == vertex_point_.size(),
          "vertex_uv must be empty or as long as vertex_point");
  for (const std::uint32_t point : vertex_point_) require(point < point_count_, "vertex_point out of range");
  for (const glm::uvec3& t : topology.triangles)
    require(glm::max(t.x, glm::max(t.y, t.z)) < vertex_point_.size(), "triangle out of range");
  for (const glm::uvec3& t : topology.point_triangles)
    require(glm::max(t.x, glm::max(t.y, t.z)) < point_count_, "point triangle out of range");

  // Skin alone looks at how it is bent.
  if (material.kind == MaterialKind::skin) rings_ = PointRings(topology.point_triangles, point_count_);
  if (std::is_sorted(vertex_point_.begin(), vertex_point_.end())) {
    first_vertex_.resize(point_count_ + 1, 0);
    for (const std::uint32_t point : vertex_point_) ++first_vertex_[point + 1];
    std::partial_sum(first_vertex_.begin(), first_vertex_.end(), first_vertex_.begin());
  }
  array_ = gl::VertexArray::make("part");
  indices_ = gl::Buffer(gl::BufferUse::indices, "part indices");
  draw_in_order(topology.triangles);
  array_.set_indices(indices_);
  const std::vector<glm::vec2> none(topology.vertex_uv.empty() ? vertex_point_.size() : 0);
  uvs_ = gl::Buffer(gl::BufferUse::vertices, "part uvs");
  uvs_.upload(none.empty() ? std::span<const glm::vec2>(topology.vertex_uv) : std::span(none),
              gl::BufferRate::once);
  array_.set_attribute(uvs_, {2, 2, sizeof(glm::vec2), 0});
  rest_ = gl::Buffer(gl::BufferUse::vertices, "part rest");
  array_.set_attribute(rest_, {3, 3, sizeof(glm::vec3), 0});
  vertices_ = gl::Buffer(gl::BufferUse::vertices, "part vertices");
  array_.set_attribute(vertices_, {0, 3, sizeof(SurfacePoint), offsetof(SurfacePoint, position_mm)});
  array_.set_attribute(vertices_, {1, 3, sizeof(SurfacePoint), offsetof(SurfacePoint, normal)});
  array_.set_attribute(vertices_, {4, 2, sizeof(SurfacePoint), offsetof(SurfacePoint, scalar)});
  array_.set_attribute(vertices_, {5, 3, sizeof(SurfacePoint), offsetof(SurfacePoint, position_mm)});
  coarse_indices_ = gl::Buffer(gl::BufferUse::indices, "part coarse indices");
  coarse_array_ = gl::VertexArray::make("part coarse");
  coarse_array_.set_indices(coarse_indices_);
  coarse_array_.set_attribute(vertices_, {5, 3, sizeof(SurfacePoint), offsetof(SurfacePoint, position_mm)});
  set_material(material);
}

void Part::set_material(const Material& material) {
  require(material.kind != MaterialKind::skin || rings_.point_count() == point_count_,
          "a part of another kind cannot become skin");
  const bool same_image = material.albedo && material.albedo == material_.albedo;
  if (material.kind == MaterialKind::skin) skin_tone(material.skin_tone);  // throws when out of range
  material_ = material;
  if (same_image) return;
  albedo_ = gl::Texture();
  texture_mean_ = glm::vec3(1);
  if (!material.albedo || material.albedo->width <= 0) return;
  albedo_ = upload_image(*material.albedo,
                         material.kind == MaterialKind::skin ? gl::Format::rgba8 : gl::Format::srgb8_alpha8);
  texture_mean_ = material.albedo->mean_skin;
}

void Part::set_line_depths(std::span<const float> depths_mm, std::span<const float> swells_mm) {
  require(lines_ != nullptr, "the part has no lines");
  lines_->set_depths(depths_mm, swells_mm);
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
  if (material_.kind == MaterialKind::skin || material_.kind == MaterialKind::fabric) lay_grain(rest_mm);
  const auto coarse = clustered_triangles(rest, triangles_, kCoarseCellMm);
  coarse_indices_.upload(std::span<const glm::uvec3>(coarse), gl::BufferRate::once);
  coarse_index_count_ = static_cast<int>(coarse.size() * 3);
  has_rest_ = true;
  ++light_version_;
  if (light == LightShape::current) return;
  light_ = light;
  lit_ = gl::Buffer();  // of an earlier light shape
  light_from(rest_, rest_mm);
}

void Part::lay_grain(std::span<const glm::vec3> rest_mm) {
  const std::vector<SkinGrain> of_points = skin_grain(rest_mm, point_triangles_);
  std::vector<SkinGrain> grain(vertex_point_.size());
  for (std::size_t i = 0; i < grain.size(); ++i) grain[i] = of_points[vertex_point_[i]];
  if (grain_.empty()) grain_ = gl::Buffer(gl::BufferUse::vertices, "part grain");
  grain_.upload(std::span<const SkinGrain>(grain), gl::BufferRate::once);
  const auto set = [this](unsigned location, std::size_t offset) {
    array_.set_attribute(grain_, {location, 4, sizeof(SkinGrain), offset, gl::Component::share8});
  };
  set(6, offsetof(SkinGrain, tone));
  set(7, offsetof(SkinGrain, uneven));
  set(8, offsetof(SkinGrain, planes));
}

const gl::Buffer& Part::light_buffer() const {
  if (light_ == LightShape::current) return vertices_;
  return lit_.empty() ? rest_ : lit_;
}

void Part::add_light_shape_to(Sha256& hash) const {
  for (const gl::Buffer* buffer : {&light_buffer(), &coarse_indices_})
    buffer->read([&](std::span<const std::byte> bytes) { hash.add(bytes); });
}

void Part::add_drawn_shape_to(Sha256& hash) const {
  const auto add = [&](std::span<const std::byte> bytes) { hash.add(bytes); };
  vertices_.read(add);
  if (&light_buffer() != &vertices_) light_buffer().read(add);
}

void Part::set_shades(std::span<const SkinShade> shades) {
  require(is_skin(), "only skin has shades");
  require_count(shades.size(), "shades");
  std::vector<SkinShade> of_vertices(vertex_point_.size());
  for (std::size_t i = 0; i < of_vertices.size(); ++i) of_vertices[i] = shades[vertex_point_[i]];
  if (shade_.empty()) shade_ = gl::Buffer(gl::BufferUse::vertices, "part shades");
  shade_.upload(std::span<const SkinShade>(of_vertices), gl::BufferRate::once);
  // Where there are none the driver reads 0, but 1 as a fourth number.
  array_.set_attribute(shade_, {9, 3, sizeof(SkinShade), offsetof(SkinShade, melanin)});
  array_.set_attribute(shade_, {10, 3, sizeof(SkinShade), offsetof(SkinShade, beard), gl::Component::share8});
  array_.set_attribute(shade_,
                       {11, 1, sizeof(SkinShade), offsetof(SkinShade, coarse), gl::Component::share8});
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

void Part::bound_boxes(std::span<const glm::vec3> positions_mm, std::span<const glm::uvec2> runs) {
  std::vector<bool> moved(box_bounds_.size(), false);
  for (const glm::uvec2& run : runs)
    for (std::size_t box = run.x / kBox; box * kBox < run.y; ++box) moved[box] = true;
  for (std::size_t box = 0; box < moved.size(); ++box) {
    if (!moved[box]) continue;
    box_bounds_[box] = Bounds();
    for (const glm::vec3& p : positions_mm.subspan(box * kBox, std::min(kBox, point_count_ - box * kBox)))
      box_bounds_[box].include(p);
  }
}

void Part::join_boxes() {
  drawn_bounds_ = Bounds();
  for (const Bounds& box : box_bounds_) drawn_bounds_.include(box);
  if (light_ != LightShape::current) return;
  bounds_ = drawn_bounds_;
  ++light_version_;
}

void Part::require_counts(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                          std::span<const float> scalars) const {
  require_count(positions_mm.size(), "positions");
  require_count(normals.size(), "normals");
  if (!scalars.empty()) require_count(scalars.size(), "scalars");
}

void Part::take(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                std::span<const float> scalars, std::span<const glm::uvec2> runs) {
  for (const glm::uvec2& run : runs) {
    std::copy(positions_mm.begin() + run.x, positions_mm.begin() + run.y, positions_mm_.begin() + run.x);
    for (std::uint32_t i = run.x; i < run.y; ++i) {
      points_[i].position_mm = positions_mm[i];
      points_[i].normal = normals[i];
      points_[i].scalar = scalars.empty() ? 0.0f : scalars[i];
    }
  }
  bound_boxes(positions_mm, runs);
  join_boxes();
}

void Part::upload(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                  std::span<const float> scalars) {
  require_counts(positions_mm, normals, scalars);
  if (!has_rest_) set_rest(positions_mm);
  if (material_.kind == MaterialKind::skin) sort_hair(scalars);
  positions_mm_.resize(point_count_);
  points_.resize(point_count_);
  box_bounds_.resize((point_count_ + kBox - 1) / kBox);
  const std::array all{glm::uvec2(0, point_count_)};
  take(positions_mm, normals, scalars, all);
  if (is_skin()) rings_.bend(points_, all);
  std::vector<SurfacePoint> vertices(vertex_point_.size());
  for (std::size_t i = 0; i < vertices.size(); ++i) vertices[i] = points_[vertex_point_[i]];
  vertices_.upload(std::span<const SurfacePoint>(vertices), gl::BufferRate::often);
  ++version_;
}

void Part::upload_changed(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                          std::span<const float> scalars, std::span<const glm::uvec2> runs) {
  require_counts(positions_mm, normals, scalars);
  require(uploaded(), "the first upload of a part is of all of it");
  for (const glm::uvec2& run : runs) require(run.x <= run.y && run.y <= point_count_, "run out of range");
  if (first_vertex_.empty()) return upload(positions_mm, normals, scalars);
  if (is_skin() && hair_differs(scalars, runs)) sort_hair(scalars);
  take(positions_mm, normals, scalars, runs);
  std::vector<std::uint8_t> marks(point_count_, 0);
  for (const glm::uvec2& run : runs) std::fill(marks.begin() + run.x, marks.begin() + run.y, std::uint8_t{1});
  // A normal that turns bends the surface at its neighbours too.
  if (is_skin()) rings_.mark_neighbours(runs, marks);
  const std::vector<glm::uvec2> touched = marked_runs(marks);
  if (is_skin()) rings_.bend(points_, touched);
  for (const glm::uvec2& run : touched) upload_run(run);
  ++version_;
}

void Part::upload_run(glm::uvec2 run) {
  const std::uint32_t first = first_vertex_[run.x], end = first_vertex_[run.y];
  std::span<const SurfacePoint> vertices = std::span(points_).subspan(run.x, run.y - run.x);
  if (end - first != run.y - run.x) {
    seamed_.resize(end - first);
    for (std::uint32_t i = first; i < end; ++i) seamed_[i - first] = points_[vertex_point_[i]];
    vertices = seamed_;
  }
  vertices_.replace(first * sizeof(SurfacePoint), std::as_bytes(vertices));
}

}  // namespace render
