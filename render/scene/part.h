#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "render/file/sha256.h"
#include "render/gl/buffer.h"
#include "render/gl/draw.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/mesh/mesh.h"
#include "render/scene/bounds.h"
#include "render/scene/curvature.h"
#include "render/scene/line_chart.h"
#include "render/scene/material.h"
#include "render/scene/skin_shade.h"

namespace render {

/// One part on the driver: its shape as last uploaded and its colours.
class Part {
 public:
  /// Throws std::invalid_argument when the topology's indices do not fit together.
  Part(const Topology& topology, const Material& material);

  void set_material(const Material& material);
  void set_rest(std::span<const glm::vec3> rest_mm, LightShape light = LightShape::current);
  void set_shades(std::span<const SkinShade> shades);
  void set_light_shape(std::span<const glm::vec3> positions_mm);
  void upload(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
              std::span<const float> scalars);

  /// Throws std::invalid_argument before the first upload() and for a run beyond the points.
  void upload_changed(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                      std::span<const float> scalars, std::span<const glm::uvec2> runs);

  void set_lines(LineRelief relief) { lines_ = std::make_shared<LineChart>(std::move(relief)); }
  /// Throws std::invalid_argument for a wrong count, or where there are no lines.
  void set_line_depths(std::span<const float> depths_mm, std::span<const float> swells_mm);
  /// May be null.
  const std::shared_ptr<LineChart>& lines() const { return lines_; }

  const Material& material() const { return material_; }
  glm::vec3 texture_mean() const { return texture_mean_; }
  const gl::Texture& albedo() const { return albedo_; }  // may be empty
  const gl::VertexArray& array() const { return array_; }
  /// Of the shape that light and shadow see.
  const Bounds& bounds() const { return bounds_; }
  /// Of the shape that is drawn.
  const Bounds& drawn_bounds() const { return drawn_bounds_; }
  /// Points about which no subdivision is left out, per point. Throws std::invalid_argument for a wrong
  /// count.
  void set_fine(std::vector<bool> points);
  /// From the first upload on: makes the triangles of one subdivision less, once.
  void make_fewer();
  /// How long their edges are on average; 0 where there are none.
  float fewer_edge_mm() const { return fewer_edge_mm_; }

  /// What draws it: all triangles, or where it can do with them the fewer of one subdivision less.
  gl::IndexRange indices(bool fewer = false) const {
    return fewer && fewer_count_ > 0 ? gl::IndexRange{index_count_, fewer_count_}
                                     : gl::IndexRange{0, index_count_};
  }
  /// Of skin, what of these, at the end, belongs to triangles with hair: a scalar above 0.
  gl::IndexRange hairy_indices(bool fewer = false) const {
    const gl::IndexRange all = indices(fewer);
    const int count = all.first > 0 ? fewer_hair_count_ : hair_index_count_;
    return {all.first + all.count - count, count};
  }
  /// Per point, as last uploaded.
  const std::vector<glm::vec3>& positions_mm() const { return positions_mm_; }
  /// In the order in which they are drawn.
  const SharedArray<glm::uvec3>& point_triangles() const { return point_triangles_; }
  /// The same shape with fewer triangles, for coarse depth maps; its lit position at attribute 5 only.
  const gl::VertexArray& coarse_array() const { return coarse_array_; }
  int coarse_index_count() const { return coarse_index_count_; }
  int vertex_count() const { return static_cast<int>(vertex_point_.size()); }
  /// What light and shadow see of it: positions and coarse triangles.
  void add_light_shape_to(Sha256& hash) const;
  /// The same positions, with the normals that are drawn.
  void add_drawn_shape_to(Sha256& hash) const;
  bool uploaded() const { return version_ != 0; }
  /// Grows with every upload.
  std::uint64_t version() const { return version_; }
  /// Grows when the shape that light and shadow see becomes another.
  std::uint64_t light_version() const { return light_version_; }

 private:
  /// Writes points of these runs into `points_`, all but the curvature.
  void take(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
            std::span<const float> scalars, std::span<const glm::uvec2> runs);
  void upload_run(glm::uvec2 run);

  static constexpr std::size_t kBox = 256;
  /// Of the boxes that hold points of these runs; then of all.
  void bound_boxes(std::span<const glm::vec3> positions_mm, std::span<const glm::uvec2> runs);
  void join_boxes();
  void draw_in_order(std::span<const glm::uvec3> triangles);
  bool has_hair(std::size_t point) const;
  bool hair_differs(std::span<const float> scalars, std::span<const glm::uvec2> runs) const;
  void sort_hair(std::span<const float> scalars);
  void lay_grain(std::span<const glm::vec3> rest_mm);
  /// The buffer of attribute 5.
  const gl::Buffer& light_buffer() const;
  void light_from(const gl::Buffer& buffer, std::span<const glm::vec3> positions_mm);
  bool is_skin() const { return material_.kind == MaterialKind::skin; }
  void require_counts(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                      std::span<const float> scalars) const;
  void require_count(std::size_t count, const char* what) const;

  Material material_;
  glm::vec3 texture_mean_{1};
  gl::Texture albedo_;
  std::shared_ptr<LineChart> lines_;
  gl::VertexArray array_, coarse_array_;
  gl::Buffer indices_, coarse_indices_, uvs_, rest_, grain_, shade_, lit_, vertices_;
  SharedArray<std::uint32_t> vertex_point_;
  std::vector<std::uint32_t> first_vertex_;  // of each point, and the end; empty where vertices mix points
  SharedArray<glm::uvec3> triangles_, point_triangles_;
  PointRings rings_;  // of skin
  std::vector<glm::vec3> positions_mm_;
  std::vector<SurfacePoint> points_;  // as drawn
  std::vector<SurfacePoint> seamed_;  // of a run where some points are several vertices
  std::size_t point_count_ = 0;
  int index_count_ = 0;
  int fewer_count_ = 0;  // behind the others in indices_
  bool fewer_made_ = false;
  float fewer_edge_mm_ = 0;
  std::vector<bool> fine_;  // per point; empty: none
  int hair_index_count_ = 0, fewer_hair_count_ = 0;
  std::vector<bool> hairy_;  // per point; empty: none
  int coarse_index_count_ = 0;
  bool has_rest_ = false;
  LightShape light_ = LightShape::current;
  Bounds bounds_, drawn_bounds_;
  std::vector<Bounds> box_bounds_;  // of kBox points each, as drawn
  std::uint64_t version_ = 0, light_version_ = 0;
};

}  // namespace render
