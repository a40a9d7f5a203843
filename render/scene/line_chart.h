#pragma once

#include <span>
#include <vector>

#include "render/gl/buffer.h"
#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/scene/line_relief.h"

namespace render {

struct Programs;

/// Relief of a part's lines on the driver: slope and shade of the skin, drawn anew when the depths change.
class LineChart {
 public:
  explicit LineChart(LineRelief relief);

  /// One per sample, mm, or no swell at all. Throws std::invalid_argument for another count.
  void set_depths(std::span<const float> depths_mm, std::span<const float> swells_mm = {});
  /// Draws the map if the depths have changed since; leaves another framebuffer bound.
  void bring_up_to_date(Programs& programs);

  /// xy: rise of the skin per mm of the frame; z: how much of the light the fold takes, 0 to
  /// 1; w: how far the skin is a ridge beside one.
  const gl::Texture& texture() const { return texture_; }
  const LineFrame& frame() const { return frame_; }

 private:
  void make_smaller(Programs& programs);

  LineRelief relief_;
  LineFrame frame_;
  gl::Texture texture_;
  std::vector<gl::Framebuffer> levels_;  // of the texture, the largest first
  gl::Buffer vertices_, indices_;
  gl::VertexArray array_;
  int index_count_ = 0;
  std::vector<RibbonVertex> ribbons_;  // two per sample; only depths and swells ever change
  std::vector<float> depths_, swells_;
  bool stale_ = true;
};

}  // namespace render
