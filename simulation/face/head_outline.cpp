#include "simulation/face/head_outline.h"

#include <algorithm>
#include <cmath>

#include "simulation/error.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

constexpr int kColumns = 221;  // one per degree, 110 to each side
constexpr double kWidest = radians(110.0);
constexpr double kRowMm = 1.5;

}  // namespace

HeadOutline::HeadOutline(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                         double axis_z_mm, double low_y_mm, double high_y_mm)
    : axis_z_(axis_z_mm),
      low_y_(low_y_mm),
      rows_(static_cast<int>((high_y_mm - low_y_mm) / kRowMm) + 2),
      radius_(static_cast<std::size_t>(rows_) * kColumns, 0.0),
      owner_(radius_.size(), 0) {
  if (!(high_y_mm > low_y_mm)) throw InputError("mesh.landmarks: the jaw must lie below the brows");
  for (const glm::uvec3& triangle : triangles) rasterise(skin_mm, triangle);
  fill_gaps();
}

std::size_t HeadOutline::cell(int column, int row) const {
  return static_cast<std::size_t>(row) * kColumns + static_cast<std::size_t>(column);
}

glm::dvec3 HeadOutline::cylinder_of(const glm::dvec3& p) const {
  const double z = p.z - axis_z_;
  const double angle = std::atan2(p.x, z);
  return {(angle + kWidest) / (2.0 * kWidest) * (kColumns - 1), (p.y - low_y_) / kRowMm, std::hypot(p.x, z)};
}

void HeadOutline::rasterise(std::span<const glm::vec3> skin_mm, const glm::uvec3& triangle) {
  glm::dvec3 c[3];
  for (int k = 0; k < 3; ++k) c[k] = cylinder_of(skin_mm[triangle[k]]);
  const auto [left, right] = std::minmax({c[0].x, c[1].x, c[2].x});
  if (right - left > 60.0) return;  // wraps round the back of the head
  const double area = (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[1].y - c[0].y) * (c[2].x - c[0].x);
  if (std::abs(area) < 1e-12) return;
  const auto [low, high] = std::minmax({c[0].y, c[1].y, c[2].y});
  const int x0 = std::max(0, static_cast<int>(std::ceil(left)));
  const int x1 = std::min(kColumns - 1, static_cast<int>(std::floor(right)));
  const int y0 = std::max(0, static_cast<int>(std::ceil(low)));
  const int y1 = std::min(rows_ - 1, static_cast<int>(std::floor(high)));
  for (int y = y0; y <= y1; ++y) {
    for (int x = x0; x <= x1; ++x) {
      const double a = ((c[1].x - x) * (c[2].y - y) - (c[1].y - y) * (c[2].x - x)) / area;
      const double b = ((c[2].x - x) * (c[0].y - y) - (c[2].y - y) * (c[0].x - x)) / area;
      if (a < -1e-9 || b < -1e-9 || a + b > 1.0 + 1e-9) continue;
      const double radius = a * c[0].z + b * c[1].z + (1.0 - a - b) * c[2].z;
      if (radius <= radius_[cell(x, y)]) continue;
      radius_[cell(x, y)] = radius;
      owner_[cell(x, y)] = a > 0.5 ? triangle.x : (b > 0.5 ? triangle.y : triangle.z);
    }
  }
}

void HeadOutline::fill_gaps() {
  for (int pass = 0; pass < 2; ++pass) {
    for (int k = 0; k < rows_; ++k) {
      const int y = pass == 0 ? k : rows_ - 1 - k;
      const int from = pass == 0 ? y - 1 : y + 1;
      for (int x = 0; x < kColumns; ++x) {
        if (radius_[cell(x, y)] > 0.0 || from < 0 || from >= rows_) continue;
        radius_[cell(x, y)] = radius_[cell(x, from)];
        owner_[cell(x, y)] = owner_[cell(x, from)];
      }
    }
  }
}

double HeadOutline::radius_mm(double angle, double y_mm) const {
  const double column =
      std::clamp((angle + kWidest) / (2.0 * kWidest) * (kColumns - 1), 0.0, kColumns - 1.001);
  const double row = std::clamp((y_mm - low_y_) / kRowMm, 0.0, rows_ - 1.001);
  const int x = static_cast<int>(column);
  const int y = static_cast<int>(row);
  const double u = column - x;
  const double v = row - y;
  return (radius_[cell(x, y)] * (1 - u) + radius_[cell(x + 1, y)] * u) * (1 - v) +
         (radius_[cell(x, y + 1)] * (1 - u) + radius_[cell(x + 1, y + 1)] * u) * v;
}

glm::dvec3 HeadOutline::point_mm(double angle, double y_mm, double depth_mm) const {
  const double r = std::max(0.0, radius_mm(angle, y_mm) - depth_mm);
  return {r * std::sin(angle), y_mm, axis_z_ + r * std::cos(angle)};
}

double HeadOutline::angle_at(double x_mm, double y_mm) const {
  double low = -radians(80.0);
  double high = radians(80.0);
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (low + high);
    (point_mm(middle, y_mm, 0.0).x < x_mm ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

double HeadOutline::angle_at_depth(double z_mm, double y_mm, double sign) const {
  double front = 0.0;
  double back = kWidest;
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (front + back);
    (point_mm(sign * middle, y_mm, 0.0).z > z_mm ? front : back) = middle;
  }
  return sign * 0.5 * (front + back);
}

std::uint32_t HeadOutline::skin_point(double angle, double y_mm) const {
  const double column = (angle + kWidest) / (2.0 * kWidest) * (kColumns - 1);
  const int x = std::clamp(static_cast<int>(std::lround(column)), 0, kColumns - 1);
  const int y = std::clamp(static_cast<int>(std::lround((y_mm - low_y_) / kRowMm)), 0, rows_ - 1);
  return owner_[cell(x, y)];
}

}  // namespace simulation
