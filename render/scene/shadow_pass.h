#pragma once

#include <cstdint>
#include <glm/mat4x4.hpp>
#include <vector>

#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"
#include "render/scene/draw_list.h"
#include "render/scene/frame_block.h"
#include "render/scene/programs.h"

namespace render {

/// Orthographic view of a ball from a direction, for depth maps.
struct MapView {
  glm::mat4 clip_from_world{1};
  float width_mm = 1;  // across the map
  float depth_mm = 1;  // along the direction
};
MapView map_view(glm::vec3 toward_light, const Bounds& bounds);

/// Clip space -1..1 to texture space 0..1.
glm::mat4 texture_from_clip();

/// What parts looked like: part and version; of casters that of the shape which light sees.
using CasterKey = std::vector<std::pair<PartId, std::uint64_t>>;
CasterKey caster_key(const DrawList& list);

/// Depth of the casters as the key light sees them; drawn again only when they, the light or the size change.
class ShadowPass {
 public:
  /// Fills the shadow fields of the block of the map.
  void run(const DrawList& list, int size, int samples, Programs& programs, FrameBlock& block);
  void bind() const { map_.bind(kShadowUnit); }
  /// Grows whenever the map is drawn anew; 0: never drawn.
  std::uint64_t version() const { return version_; }

 private:
  gl::Texture map_;
  gl::Framebuffer target_;
  CasterKey key_;
  glm::vec3 direction_{0};
  MapView view_;
  std::uint64_t version_ = 0;
};

}  // namespace render
