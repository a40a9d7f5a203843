#pragma once

#include "render/scene/backdrop.h"
#include "render/scene/chunks.h"
#include "render/scene/draw_list.h"
#include "render/scene/floor_light.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/pass_timer.h"
#include "render/scene/programs.h"
#include "render/scene/shadow_pass.h"
#include "render/scene/targets.h"
#include "render/scene/tile.h"

namespace render {

/// Draws one SceneView, whole or tile by tile. Lights and maps are prepared once for all tiles.
class Picture {
 public:
  struct Setup {
    glm::ivec2 size{1};  // whole picture, pixels
    int supersample = 1;
    int multisamples = 1;
    int shadow_size = 2048;
    int shadow_samples = 16;
    bool follow_shape = true;  // bring occlusion up to date
  };

  explicit Picture(const std::filesystem::path& shader_folder);

  void prepare(const SceneView& view, const Parts& parts, const Setup& setup, PassTimer& timer);
  /// After prepare(): draws the tile into `targets`, which it resizes.
  void draw_tile(const Tile& tile, Targets& targets, PassTimer& timer);
  /// Occlusion alone; true when it was out of date.
  bool refresh_occlusion(const SceneView& view, const Parts& parts);

 private:
  void upload_frame(glm::ivec2 pixel_offset);
  /// Whether the picture shows a floor.
  bool floored() const;
  void light_floor();
  /// What of the list may be seen within a tile that is not the whole picture.
  DrawList within(const Tile& tile);
  void composite(const Tile& tile, Targets& targets);
  /// Fills the tile with what needs no composite; the rectangle that does.
  Tile lay_ground(const Tile& tile, const Targets& targets);
  /// Sets up a program of the composite for the whole tile.
  void start(gl::Program& program, const Tile& tile);

  Programs programs_;
  gl::Buffer frame_buffer_;
  ShadowPass shadow_;
  OcclusionPass occlusion_;
  FloorLight floor_light_;
  Backdrop backdrop_;
  struct PartChunks {
    std::uint64_t version = 0;
    Chunks chunks;
  };
  std::map<PartId, PartChunks> chunks_;  // of the list of a picture drawn in tiles
  FrameBlock block_;
  DrawList list_;
  SceneView view_;
  Setup setup_;
};

}  // namespace render
