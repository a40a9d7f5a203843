#include "render/scene/line_relief.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <stdexcept>

namespace render {

glm::vec2 LineFrame::of(glm::vec3 rest_mm) const {
  return {radius_mm * std::atan2(rest_mm.x, rest_mm.z - axis_z_mm), rest_mm.y};
}

LineFrame line_frame(const LineRelief& relief) {
  LineFrame frame;
  frame.axis_z_mm = relief.axis_z_mm;
  double sum = 0;
  int count = 0;
  for (const auto& line : relief.lines)
    for (const ReliefPoint& p : line) {
      sum += std::hypot(p.rest_mm.x, p.rest_mm.z - relief.axis_z_mm);
      ++count;
    }
  if (count == 0) return frame;
  frame.radius_mm = static_cast<float>(sum / count);
  glm::vec2 low(1e30f);
  glm::vec2 high(-1e30f);
  for (const auto& line : relief.lines)
    for (const ReliefPoint& p : line) {
      low = glm::min(low, frame.of(p.rest_mm));
      high = glm::max(high, frame.of(p.rest_mm));
    }
  // Twice, because the frame may shrink the skin where it lies nearer to the axis.
  frame.low_mm = low - 2 * kLineReachMm;
  frame.size_mm = high - low + 4 * kLineReachMm;
  return frame;
}

namespace {

/// Sets what is uneven about a line `along_mm` from its start.
void make_uneven(RibbonVertex& v, float along_mm, float line) {
  v.along_mm = along_mm;
  v.width = 1.0f + 0.24f * std::sin(0.41f * along_mm + 2.1f * line) +
            0.12f * std::sin(0.97f * along_mm + 4.7f * line);
  v.lean = 0.4f * std::sin(0.19f * along_mm + 1.3f * line);
  v.distance_mm +=
      0.2f * std::sin(0.71f * along_mm + 3.1f * line) + 0.1f * std::sin(1.33f * along_mm + 0.7f * line);
}

}  // namespace

std::vector<RibbonVertex> line_ribbons(const LineRelief& relief, const LineFrame& frame,
                                       std::span<const float> depths_mm) {
  std::vector<RibbonVertex> vertices;
  std::size_t sample = 0;
  for (std::size_t number = 0; number < relief.lines.size(); ++number) {
    float along_mm = 0;
    glm::vec3 before = relief.lines[number].empty() ? glm::vec3(0) : relief.lines[number].front().rest_mm;
    for (const ReliefPoint& p : relief.lines[number]) {
      along_mm += glm::distance(p.rest_mm, before);
      before = p.rest_mm;
      if (sample >= depths_mm.size()) throw std::invalid_argument("Renderer: fewer line depths than samples");
      // Measured near the line, where the relief is; farther out the skin bends away from the frame.
      constexpr float kNear = 0.5f;
      const glm::vec2 middle = frame.of(p.rest_mm);
      const glm::vec2 step =
          (frame.of(p.rest_mm + p.across * kNear) - frame.of(p.rest_mm - p.across * kNear)) / (2 * kNear);
      const float squared = glm::max(glm::dot(step, step), 1e-4f);
      for (const float side : {-1.0f, 1.0f}) {
        RibbonVertex v;
        v.place = (middle + step * (side * kLineReachMm) - frame.low_mm) / frame.size_mm * 2.0f - 1.0f;
        v.gradient = step / squared;
        v.distance_mm = side * kLineReachMm;
        v.depth_mm = depths_mm[sample];
        make_uneven(v, along_mm, static_cast<float>(number));
        vertices.push_back(v);
      }
      ++sample;
    }
  }
  if (sample != depths_mm.size()) throw std::invalid_argument("Renderer: more line depths than samples");
  return vertices;
}

std::vector<glm::uvec3> ribbon_triangles(const LineRelief& relief) {
  std::vector<glm::uvec3> triangles;
  std::uint32_t first = 0;
  for (const auto& line : relief.lines) {
    for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
      const std::uint32_t a = first + 2 * i;
      triangles.emplace_back(a, a + 1, a + 2);
      triangles.emplace_back(a + 1, a + 3, a + 2);
    }
    first += static_cast<std::uint32_t>(2 * line.size());
  }
  return triangles;
}

}  // namespace render
