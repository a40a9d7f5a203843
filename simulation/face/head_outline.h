#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace simulation {

/// Front of a head as a radius per direction and height about an upright axis through the middle of the head:
/// where face muscles are laid under the skin. Angle 0 is straight ahead and grows to the person's left.
class HeadOutline {
 public:
  /// The axis stands at x = 0 and `axis_z_mm`; heights from low_y to high_y are covered.
  HeadOutline(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles, double axis_z_mm,
              double low_y_mm, double high_y_mm);

  double radius_mm(double angle, double y_mm) const;
  glm::dvec3 point_mm(double angle, double y_mm, double depth_mm) const;
  /// Direction in which the skin at height y lies x mm from the midline as seen from the front.
  double angle_at(double x_mm, double y_mm) const;
  /// The same on one side (sign 1 left, -1 right), where the skin lies at that z.
  double angle_at_depth(double z_mm, double y_mm, double sign) const;
  /// A skin point next to that place; moves as the skin there does.
  std::uint32_t skin_point(double angle, double y_mm) const;

 private:
  std::size_t cell(int column, int row) const;
  void rasterise(std::span<const glm::vec3> skin_mm, const glm::uvec3& triangle);
  void fill_gaps();
  glm::dvec3 cylinder_of(const glm::dvec3& p) const;  // column, row, radius

  double axis_z_;
  double low_y_;
  int rows_;
  std::vector<double> radius_;
  std::vector<std::uint32_t> owner_;
};

}  // namespace simulation
