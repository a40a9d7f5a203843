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
    int floor_samples = 64;        // of the shadow on the floor, per texel of its map
    bool fewer_triangles = false;  // where they are small
    bool follow_shape = true;      // bring occlusion up to date, else only give it room
    bool fine = false;             // draw_tile() makes Targets::fine_picture() as well
    // A frame of several that make one picture:
    glm::vec2 jitter_px{0};  // how far the picture is moved under its pixels
    float noise_turn = 0;    // of the noise of the shadow, 0..1
    float sample_size = 1;   // of one frame, in pixels drawn: how fine textures and hairs are
  };

  explicit Picture(const std::filesystem::path& shader_folder);

  Programs& programs() { return programs_; }

  void prepare(const SceneView& view, const Parts& parts, const Setup& setup, PassTimer& timer);
  /// After prepare(): draws the tile into `targets`, which it resizes.
  void draw_tile(const Tile& tile, Targets& targets, PassTimer& timer);
  /// Its parts: the samples of the tile,
  void draw_scene(const Tile& tile, Targets& targets, PassTimer& timer);
  /// and the finished pixels, of which `share` is what one sample counts for in its pixel. They are dithered
  /// for the depth they will have.
  void composite(const Tile& tile, const gl::Texture& samples, float share, const gl::Framebuffer& picture,
                 Depth depth = Depth::bits_8);
  /// Rectangle of the whole picture outside of which no part draws.
  Tile model_area() const;

  /// Of what was prepared without following the shape: whether the light of the shape is up to date,
  bool light_current() const;
  /// one piece of bringing it there, true when that was the last,
  bool advance_light();
  /// and right after the last the way back, as far as `share` of the new light.
  void go_back(float share);
  /// How far the floor has passed over to the new light; 1 ends it.
  void pass_floor_over(float share);
  /// Grows whenever that light changes.
  std::uint64_t light_version() const { return occlusion_.version(); }

  void keep_light(std::shared_ptr<const LightStore> store) { occlusion_.keep_in(std::move(store)); }
  /// Occlusion alone; true when it was out of date.
  bool refresh_occlusion(const SceneView& view, const Parts& parts);

 private:
  void upload_frame(glm::ivec2 pixel_offset);
  /// Whether the picture shows a floor.
  bool floored() const;
  void light_floor();
  /// What of the list may be seen within a tile that is not the whole picture.
  DrawList within(const Tile& tile);
  /// Fills the tile with what needs no composite; the rectangle that does.
  Tile lay_ground(const Tile& tile, const gl::Framebuffer& picture, Depth depth);
  /// Sets up a program of the composite for the whole tile.
  void start(gl::Program& program, const Tile& tile, float share, Depth depth);

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
  glm::mat4 clip_from_world_{1};  // without jitter
  DrawList list_;
  SceneView view_;
  Setup setup_;
};

}  // namespace render
