#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <vector>

namespace simulation {

/// A place fixed to the skin: corners of its triangle and their weights, which sum to 1.
struct SkinPlace {
  glm::uvec3 points{0};
  glm::dvec3 weights{0.0};
  glm::dvec3 on(std::span<const glm::vec3> skin_mm) const;
};

/// Finds places on the outermost layer of the front of a head by angle and height about an upright axis.
/// Angle 0 is straight ahead and grows to the person's left.
class FrontSkin {
 public:
  /// The axis stands at x = 0 and `axis_z_mm`; heights from low_y to high_y are covered. Keeps a view of the
  /// arguments, which must outlive it.
  FrontSkin(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles, double axis_z_mm,
            double low_y_mm, double high_y_mm);

  /// Nothing where no skin is.
  std::optional<SkinPlace> at(double angle, double y_mm) const;
  /// The place nearest `point_mm` seen along the radius.
  std::optional<SkinPlace> at(const glm::dvec3& point_mm) const;
  /// x angle, y height.
  glm::dvec2 chart_of(const glm::dvec3& point_mm) const;

 private:
  bool passes_height(const glm::uvec3& triangle, double y_mm) const;
  int column(double angle) const;
  int row(double y_mm) const;

  std::span<const glm::vec3> skin_;
  std::span<const glm::uvec3> triangles_;
  double axis_z_;
  double low_y_;
  int rows_;
  std::vector<std::vector<std::uint32_t>> cells_;
};

}  // namespace simulation
