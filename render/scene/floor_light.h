#pragma once

#include <cstdint>

#include "render/scene/colour_map.h"
#include "render/scene/frame_block.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/programs.h"
#include "render/scene/shadow_pass.h"

namespace render {

/// How much light reaches the floor, as a map over the FloorGrid: the composite looks it up, so that no pixel
/// of a picture asks the maps of shadow and occlusion. Drawn anew only when these have changed.
class FloorLight {
 public:
  /// Texels along one side. The softest edge on a floor under two legs, 8 mm, is three of them (by
  /// arithmetic: the floor is about 0.75 m wide); finer ones showed no more.
  static constexpr int kSize = 256;

  /// block: the bound Frame block, whose samples of the shadow are those per texel. Leaves the maps of shadow
  /// and occlusion on their units.
  void run(const OcclusionPass& occlusion, const ShadowPass& shadow, const FrameBlock& block,
           Programs& programs);
  void bind() const { (passing_ ? mixed_ : now_).map.bind(kFloorUnit); }

  /// Keeps the map as it is for pass_over(); the next run() makes another.
  void keep_former();
  /// From now on bind() gives `share` of the map and the rest of the former one; 1 ends it. Leaves another
  /// framebuffer bound.
  void pass_over(float share, Programs& programs);

 private:
  struct Key {
    std::uint64_t occlusion = 0, shadow = 0;
    float samples = 0;
    glm::vec4 light{0};  // direction and size of the key: its map is the same for all sizes
    bool operator==(const Key&) const = default;
  };

  static ColourMap make_map();
  /// The share of the sky that the floor sees: no light that turns changes it.
  void bring_openness_up_to_date(const OcclusionPass& occlusion, Programs& programs);

  ColourMap openness_, now_, former_, mixed_;
  std::uint64_t openness_of_ = 0;  // version of the occlusion
  bool passing_ = false;
  Key key_;
};

}  // namespace render
