#pragma once

#include <cstdint>
#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/image/image.h"
#include "render/mesh/mesh.h"
#include "render/scene/heat_colour.h"
#include "render/scene/light_store.h"
#include "render/scene/line_relief.h"
#include "render/scene/material.h"
#include "render/scene/scene_view.h"
#include "render/scene/skin_shade.h"

namespace render {

/// What draw() may spend. A new renderer chooses 4 samples and 16 shadow samples on a graphics processor, 1
/// and 8 with fewer triangles in software; while something moves there, resolution 0.5 is about three times
/// as fast. capture() and refine() ignore this.
struct Quality {
  int samples = 1;               // multisampling of draw(): 1, 2, 4, 8
  int supersample = 1;           // draw() renders this many times larger on each axis: 1, 2
  int shadow_size = 2048;        // texels
  int shadow_samples = 16;       // per pixel
  float resolution = 1.0f;       // draw() renders smaller by this factor, 0.25..1
  bool fewer_triangles = false;  // draw() leaves out the last subdivision where its triangles are small
};

/// How draw() is timed. Software waits for the driver, once for the whole or once per pass; a graphics
/// processor tells its own times some pictures later, and nobody waits.
enum class Timing { off, whole, passes };

/// Milliseconds of one pass of a draw(). Passes in order: lines, shadow, occlusion, floor, solid,
/// see-through, composite; "" is the whole.
struct PassTime {
  std::string pass;
  double milliseconds = 0;
};

/// What a step of refine() has brought.
enum class Refined { nothing, work, picture };

/// Draws parts under the fixed studio light. Needs a current context for its whole life. Not thread safe.
/// Pictures depend on the uploaded data and the SceneView alone: no time, no history.
class Renderer {
 public:
  /// shader_folder: holds *.glsl. Throws AssetError when a shader is missing, GraphicsError when the driver
  /// refuses one.
  explicit Renderer(const std::filesystem::path& shader_folder);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Adds a part without a shape; it is drawn from its first upload on. Throws std::invalid_argument when an
  /// index is out of range.
  PartId add_part(const Topology& topology, const Material& material);
  /// Other colours, same shape. Throws std::invalid_argument for a part of another kind that would become
  /// skin.
  void set_material(PartId part, const Material& material);
  void remove_part(PartId part);

  /// Shape to which pores and other fine relief are fixed, one position per point; usually the person at week
  /// 0 and at rest. Without it the first upload() is the rest shape. With LightShape::rest, shadows and
  /// bounced light are those of that shape too, so that moving a part changes no pixel beside it.
  void set_rest(PartId part, std::span<const glm::vec3> rest_mm, LightShape light = LightShape::current);

  /// Points about which draw() leaves out no subdivision: light or colour changes there from point to point,
  /// as under the hem of a cap. One entry per point. Throws std::invalid_argument for a wrong count.
  void set_fine(PartId part, std::vector<bool> points);

  /// How skin differs from its tone from place to place, per point; without it, nowhere. Replaces earlier
  /// ones. Throws std::invalid_argument for a wrong count or a part that is no skin.
  void set_shades(PartId part, std::span<const SkinShade> shades);

  /// Shadows and bounced light are those of this shape until the next call, whatever is uploaded: a pose that
  /// differs from the rest shape. Needs a set_rest() before it.
  void set_light_shape(PartId part, std::span<const glm::vec3> positions_mm);

  /// The one way from processor to driver. Per point: position in millimetres, unit normal, and optionally a
  /// scalar: displacement in millimetres on skin (heat layer), blocked fraction 0..1 on muscle.
  void upload(PartId part, std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
              std::span<const float> scalars = {});

  /// upload() where the part's last one differs in nothing but these runs of points (first, one past the
  /// last; in any order, they may meet). Costs what they are worth, and draws what upload() would. Spans hold
  /// all points. Throws std::invalid_argument before the part's first upload() and for a run beyond its
  /// points.
  void upload_changed(PartId part, std::span<const glm::vec3> positions_mm,
                      std::span<const glm::vec3> normals, std::span<const float> scalars,
                      std::span<const glm::uvec2> runs);

  /// Creases on the rest shape of a skin part, flat until they get a depth. Replaces earlier ones.
  void set_lines(PartId part, const LineRelief& lines);
  /// Depth of every sample of the creases, mm from crest to floor, >= 0: lines in order, samples in order.
  /// They lie in the material and move with it. swells_mm: what the part's points have of it themselves, none
  /// if left out; the rest is drawn into the skin. Throws std::invalid_argument for a wrong count.
  void set_line_depths(PartId part, std::span<const float> depths_mm, std::span<const float> swells_mm = {});

  /// Draws into the renderer's own framebuffer, size in pixels.
  void draw(const SceneView& view, glm::ivec2 size);

  /// The picture of a view that rests, as good as a still: begins it. What was drawn stays until refine() has
  /// a better picture of this view, which then is the drawn one. Parts must stay as they are; draw() ends it.
  void begin_refining(const SceneView& view, glm::ivec2 size);
  /// One step toward it; in software it waits for the driver and tries to take less than a tenth of a second.
  /// `nothing`: it is finished, and the picture the same whatever was drawn before.
  Refined refine();

  /// Copies the last drawn picture into the current window's framebuffer at origin (pixels, bottom left),
  /// scaled when size differs from the drawn one.
  void present(glm::ivec2 origin, glm::ivec2 size);

  /// present(), but only the columns between two shares of the width (0..1): two renderers wipe over one
  /// place.
  void present_columns(glm::ivec2 origin, glm::ivec2 size, float from, float to);

  /// The last drawn picture.
  Image read_drawn() const;

  /// A still of any size, drawn in tiles, supersample x supersample times per pixel, resolved in linear
  /// light; always at full quality. Of 16 bits it holds the bytes of the same still of 8 bits as well. Throws
  /// GraphicsError when the driver cannot hold even one tile.
  Image capture(const SceneView& view, glm::ivec2 size, int supersample = 2, Depth depth = Depth::bits_8);

  /// Largest side of a tile in samples. For tests and for machines with little memory.
  void set_tile_limit(int samples);

  void set_quality(const Quality& quality);
  const Quality& quality() const;

  /// Ambient occlusion follows the shape. draw() refreshes it at most when this is on (default: on with a
  /// graphics processor, off in software, where a refresh costs more than a frame); refine() does so in
  /// pieces, capture() always.
  void set_live_occlusion(bool live);
  /// In software, the ambient occlusion of the first shape that is drawn is looked for here, and kept here
  /// once it is gathered. Pictures stay the same.
  void keep_light(std::shared_ptr<const LightStore> store);
  /// Brings the occlusion up to date now. True when there was anything to do.
  bool refresh_occlusion(const SceneView& view);

  void set_timing(Timing timing);
  /// Of the newest draw() whose times are known.
  const std::vector<PassTime>& pass_times() const;
  /// Milliseconds of the newest whole draw() that is known; each is told once.
  std::optional<double> take_drawing_ms();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace render
