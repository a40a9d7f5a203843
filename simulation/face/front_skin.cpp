#include "simulation/face/front_skin.h"

#include <algorithm>
#include <cmath>

#include "simulation/error.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

constexpr int kSkinColumns = 90;  // two degrees each
constexpr double kSkinWidest = radians(90.0);
constexpr double kSkinRowMm = 3.0;

}  // namespace

glm::dvec3 SkinPlace::on(std::span<const glm::vec3> skin_mm) const {
  return glm::dvec3(skin_mm[points.x]) * weights.x + glm::dvec3(skin_mm[points.y]) * weights.y +
         glm::dvec3(skin_mm[points.z]) * weights.z;
}

FrontSkin::FrontSkin(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                     double axis_z_mm, double low_y_mm, double high_y_mm)
    : skin_(skin_mm),
      triangles_(triangles),
      axis_z_(axis_z_mm),
      low_y_(low_y_mm),
      rows_(static_cast<int>((high_y_mm - low_y_mm) / kSkinRowMm) + 1),
      cells_(static_cast<std::size_t>(std::max(rows_, 0)) * kSkinColumns) {
  if (!(high_y_mm > low_y_mm)) throw InputError("mesh.landmarks: the face has no height");
  for (std::uint32_t t = 0; t < triangles.size(); ++t) {
    glm::dvec2 low(1e9);
    glm::dvec2 high(-1e9);
    for (int k = 0; k < 3; ++k) {
      const glm::dvec2 c = chart_of(glm::dvec3(skin_mm[triangles[t][k]]));
      low = {std::min(low.x, c.x), std::min(low.y, c.y)};
      high = {std::max(high.x, c.x), std::max(high.y, c.y)};
    }
    // Round the back of the head the angle jumps.
    if (high.x - low.x > 1.0 || low.x > kSkinWidest || high.x < -kSkinWidest || high.y < low_y_ || low.y > high_y_mm)
      continue;
    for (int y = row(low.y); y <= row(high.y); ++y)
      for (int x = column(low.x); x <= column(high.x); ++x)
        cells_[static_cast<std::size_t>(y * kSkinColumns + x)].push_back(t);
  }
}

int FrontSkin::column(double angle) const {
  return std::clamp(static_cast<int>((angle + kSkinWidest) / (2.0 * kSkinWidest) * kSkinColumns), 0, kSkinColumns - 1);
}

int FrontSkin::row(double y_mm) const {
  return std::clamp(static_cast<int>((y_mm - low_y_) / kSkinRowMm), 0, rows_ - 1);
}

glm::dvec2 FrontSkin::chart_of(const glm::dvec3& point_mm) const {
  return {std::atan2(point_mm.x, point_mm.z - axis_z_), point_mm.y};
}

/// False for most triangles of a cell, and quick; what is told apart below is far nearer than this.
bool FrontSkin::passes_height(const glm::uvec3& t, double y_mm) const {
  constexpr double kClearMm = 1e-3;
  const double y[] = {skin_[t.x].y - y_mm, skin_[t.y].y - y_mm, skin_[t.z].y - y_mm};
  return !(y[0] > kClearMm && y[1] > kClearMm && y[2] > kClearMm) &&
         !(y[0] < -kClearMm && y[1] < -kClearMm && y[2] < -kClearMm);
}

std::optional<SkinPlace> FrontSkin::at(double angle, double y_mm) const {
  std::optional<SkinPlace> best;
  double farthest = 0.0;
  const glm::dvec2 out(std::sin(angle), std::cos(angle));
  for (const std::uint32_t t : cells_[static_cast<std::size_t>(row(y_mm) * kSkinColumns + column(angle))]) {
    if (!passes_height(triangles_[t], y_mm)) continue;
    // Seen along the radius: x across it, y up.
    glm::dvec2 c[3];
    double along[3];
    for (int k = 0; k < 3; ++k) {
      const glm::dvec3 p(skin_[triangles_[t][k]]);
      c[k] = {p.x * out.y - (p.z - axis_z_) * out.x, p.y - y_mm};
      along[k] = p.x * out.x + (p.z - axis_z_) * out.y;
    }
    const double area = (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[1].y - c[0].y) * (c[2].x - c[0].x);
    if (std::abs(area) < 1e-12) continue;
    const double a = (c[1].x * c[2].y - c[1].y * c[2].x) / area;
    const double b = (c[2].x * c[0].y - c[2].y * c[0].x) / area;
    if (a < -1e-9 || b < -1e-9 || a + b > 1.0 + 1e-9) continue;
    const double radius = a * along[0] + b * along[1] + (1.0 - a - b) * along[2];
    if (radius <= farthest) continue;
    farthest = radius;
    best = SkinPlace{triangles_[t], {a, b, 1.0 - a - b}};
  }
  return best;
}

std::optional<SkinPlace> FrontSkin::at(const glm::dvec3& point_mm) const {
  const glm::dvec2 chart = chart_of(point_mm);
  return at(chart.x, chart.y);
}

}  // namespace simulation
