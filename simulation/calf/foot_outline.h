#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/measure/leg_frame.h"

namespace simulation {

/// The foot of one leg as its skin shows it, for placing what lies inside. Along the foot s runs from 0 at
/// the back of the heel to 1 at the longest toe; across it m runs from 0 at the inner edge to 1 at the outer
/// edge; heights are mm over the sole.
class FootOutline {
 public:
  /// `points_mm` holds the skin of both legs; the foot is what lies below the ankle on the leg's own side.
  FootOutline(const LegFrame& leg, std::span<const glm::vec3> points_mm);

  /// False where the skin ends in a stump with no foot to speak of (shorter than 2.4 times its height); then
  /// nothing below may be asked.
  bool found() const { return found_; }
  double length_mm() const { return length_mm_; }
  double height_mm() const { return height_mm_; }  // ankle joint over the sole

  /// World point at s, m and a height. From the ball forward m keeps to the edges of the ball.
  glm::dvec3 point_mm(double s, double m, double height_mm) const;
  /// Height of the upper and lower skin near s and m.
  double top_mm(double s, double m) const;
  double sole_mm(double s, double m) const;

 private:
  struct Place {
    double along, across, height;
  };
  struct Edges {
    double inner, outer;
  };
  void measure(double leg_side_sign, std::span<const glm::vec3> points_mm);
  Edges edges(double s) const;
  Edges edges_between(double s_from, double s_to) const;
  /// Among the nearest points in s and m that show both skins.
  template <typename Better>
  double extreme_height_mm(double s, double m, Better better) const;

  LegFrame leg_;
  bool found_ = false;
  double length_mm_ = 0.0;
  double height_mm_ = 0.0;
  glm::dvec3 heel_mm_{0.0};  // under the back of the heel, on the sole
  glm::dvec3 along_{0.0};    // unit, level
  glm::dvec3 outward_{0.0};  // unit, level, away from the other leg
  std::vector<Place> places_;
  std::vector<Edges> rows_;  // every 5 % of the length
  Edges ball_{0.0, 1.0};
};

}  // namespace simulation
