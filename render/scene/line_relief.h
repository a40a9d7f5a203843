#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace render {

/// One sample of a crease on the rest shape of a part.
struct ReliefPoint {
  glm::vec3 rest_mm{0};
  glm::vec3 across{1, 0, 0};  // unit, in the surface, perpendicular to the crease
};

/// Creases of a part that looks like the front of a head: they lie on it where the rest shape does, seen from
/// an upright axis at x = 0.
struct LineRelief {
  float axis_z_mm = 0;
  std::vector<std::vector<ReliefPoint>> lines;
};

/// The flat map that relief is drawn into: x is the angle about the axis times radius_mm, y the height.
struct LineFrame {
  float axis_z_mm = 0;
  float radius_mm = 1;
  glm::vec2 low_mm{0};
  glm::vec2 size_mm{1};
  glm::vec2 of(glm::vec3 rest_mm) const;
};

/// A frame that holds all lines and the shoulders beside them.
LineFrame line_frame(const LineRelief& relief);

/// One corner of the ribbon that a line is drawn as.
struct RibbonVertex {
  glm::vec2 place{0};     // -1 to 1 over the frame
  glm::vec2 gradient{0};  // of the distance across, mm of skin per mm of the frame
  float distance_mm = 0;  // from the middle of the line, signed
  float depth_mm = 0;     // of the fold, beside the swell
  float swell_mm = 0;     // of the surface itself
  float along_mm = 0;     // from the line's start
  float width = 1;        // of the fold, of its usual one
  float lean = 0;         // share by which one shoulder is broader than the other
};

/// Distance from a line at which its relief has faded out, mm.
inline constexpr float kLineReachMm = 5.5f;

/// How uneven folds are from place to place, by the line's number and the way along it alone: assumptions, by
/// eye. Two corners per sample, in order, with `depths_mm` (one per sample, lines in order) and no swell.
std::vector<RibbonVertex> line_ribbons(const LineRelief& relief, const LineFrame& frame,
                                       std::span<const float> depths_mm);
/// Triangles over them.
std::vector<glm::uvec3> ribbon_triangles(const LineRelief& relief);

}  // namespace render
