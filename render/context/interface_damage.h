#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <span>
#include <vector>

struct ImDrawData;

namespace render {

/// Whole pixels of a window, y down; `high` is the first that does not belong to it.
struct PixelRect {
  glm::ivec2 low{0}, high{0};
  bool empty() const { return low.x >= high.x || low.y >= high.y; }
  bool operator==(const PixelRect&) const = default;
};

/// What two rectangles share; empty where they do not meet.
PixelRect shared_rect(const PixelRect& a, const PixelRect& b);

/// The pixels that a rectangle of Dear ImGui's to clip by lets through when its OpenGL backend draws it.
/// x0 to y1: not below 0; height_px: of the window.
PixelRect clipped_pixels(float x0, float y0, float x1, float y1, int height_px);

/// Where an interface differs from the one before, triangle by triangle: what is drawn with the same corners,
/// colours, texture and clip, and in the same order, is the same. Needs no driver.
class InterfaceDamage {
 public:
  /// Rectangles that share no pixel and lie within the window; outside of them the picture is that of the
  /// last call. fresh: where what lies below the interface has changed. Everything at first and when the
  /// window has another size. data: of Dear ImGui, one pixel per unit, the window's corner at 0.
  std::vector<PixelRect> changed(const ImDrawData& data, std::span<const PixelRect> fresh);
  /// The next call finds everything changed.
  void forget() { size_ = {0, 0}; }

 private:
  struct Triangle {
    std::uint64_t hash = 0;
    PixelRect box;
  };
  class Cells;
  static std::vector<Triangle> triangles_of(const ImDrawData& data, glm::ivec2 size);
  void mark(const std::vector<Triangle>& now, Cells& cells) const;

  glm::ivec2 size_{0};  // of the window; 0: nothing is known
  std::vector<Triangle> last_;
};

}  // namespace render
