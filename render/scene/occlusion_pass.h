#pragma once

#include <glm/vec2.hpp>
#include <map>
#include <optional>

#include "render/gl/buffer.h"
#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"
#include "render/scene/shadow_pass.h"

namespace render {

/// Square grid on the floor that receives occlusion; the backdrop reads it.
struct FloorGrid {
  glm::vec3 centre{0};
  float half_size_mm = 1;
  glm::vec2 foot_reach_mm{0};  // half the width and depth of what stands on it
  int cells = 0;               // vertices along one side; 0: no floor
  int base = 0;                // first texel
};

/// Per vertex: how much of the sky it sees, from where, and how much light shines through it from behind.
/// Gathered from depth maps of many directions, so it holds for every camera and light.
class OcclusionPass {
 public:
  static constexpr int kTextureWidth = 1024;

  /// Brings the values up to date when parts, floor or (if `follow_shape`) shapes changed. True when it
  /// worked.
  bool run(const DrawList& list, std::optional<float> floor_y_mm, bool follow_shape, Programs& programs);
  /// Binds the results.
  void bind() const;

  /// First texel of a part. The part must have been in the list of the last run().
  int base(PartId part) const { return bases_.at(part); }
  const FloorGrid& floor() const { return floor_; }
  /// Grows whenever the values are worked out anew; 0: never.
  std::uint64_t version() const { return version_; }

 private:
  void lay_out(const DrawList& list, std::optional<float> floor_y_mm);
  void gather(const DrawList& list, Programs& programs);
  void gather_batch(const DrawList& list, Programs& programs, int first);
  void scatter(const DrawList& list, Programs& programs);

  gl::Texture depths_, positions_, normals_, openness_, translucency_;
  gl::Framebuffer depth_target_, vertex_target_, target_;
  gl::Buffer floor_vertices_;
  gl::VertexArray floor_array_;
  FloorGrid floor_;
  std::map<PartId, int> bases_;
  CasterKey key_;
  CasterKey receivers_;
  std::optional<float> floor_y_mm_;
  std::uint64_t version_ = 0;
};

}  // namespace render
