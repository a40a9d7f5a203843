#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "render/gl/buffer.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/mesh/mesh.h"
#include "render/scene/line_chart.h"
#include "render/scene/material.h"

namespace render {

/// Corners of the box around a shape; empty until something was included.
struct Bounds {
  glm::vec3 low{1e30f};
  glm::vec3 high{-1e30f};
  void include(glm::vec3 point);
  void include(const Bounds& other);
  bool empty() const { return low.x > high.x; }
  glm::vec3 centre() const { return (low + high) * 0.5f; }
  float radius() const;
};

/// One part on the driver: its shape as last uploaded and its colours.
class Part {
 public:
  /// Throws std::invalid_argument when the topology's indices do not fit together.
  Part(const Topology& topology, const Material& material);

  void set_material(const Material& material);
  void set_rest(std::span<const glm::vec3> rest_mm, LightShape light = LightShape::current);
  void set_light_shape(std::span<const glm::vec3> positions_mm);
  void upload(std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
              std::span<const float> scalars);

  void set_lines(LineRelief relief) { lines_ = std::make_shared<LineChart>(std::move(relief)); }
  /// Throws std::invalid_argument for a wrong count, or where there are no lines.
  void set_line_depths(std::span<const float> depths_mm);
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
  /// What draws it: all triangles, or where it can do with them the fewer of one subdivision less.
  struct Indices {
    int first = 0, count = 0;
  };
  Indices indices(bool fewer = false) const {
    return fewer && fewer_count_ > 0 ? Indices{index_count_, fewer_count_} : Indices{0, index_count_};
  }
  /// The same shape with fewer triangles, for coarse depth maps; its lit position at attribute 5 only.
  const gl::VertexArray& coarse_array() const { return coarse_array_; }
  int coarse_index_count() const { return coarse_index_count_; }
  int vertex_count() const { return static_cast<int>(vertex_point_.size()); }
  bool uploaded() const { return version_ != 0; }
  /// Grows with every upload.
  std::uint64_t version() const { return version_; }
  /// Grows when the shape that light and shadow see becomes another.
  std::uint64_t light_version() const { return light_version_; }

 private:
  struct Vertex {
    glm::vec3 position, normal;
    float scalar, curvature;
  };

  void light_from(const gl::Buffer& buffer, std::span<const glm::vec3> positions_mm);
  void require_count(std::size_t count, const char* what) const;

  Material material_;
  glm::vec3 texture_mean_{1};
  gl::Texture albedo_;
  std::shared_ptr<LineChart> lines_;
  gl::VertexArray array_, coarse_array_;
  gl::Buffer indices_, coarse_indices_, uvs_, rest_, lit_, vertices_;
  std::vector<std::uint32_t> vertex_point_;
  std::vector<glm::uvec3> triangles_, point_triangles_;
  std::size_t point_count_ = 0;
  int index_count_ = 0;
  int fewer_count_ = 0;  // behind the others in indices_
  int coarse_index_count_ = 0;
  bool has_rest_ = false;
  LightShape light_ = LightShape::current;
  Bounds bounds_, drawn_bounds_;
  std::uint64_t version_ = 0, light_version_ = 0;
};

}  // namespace render
