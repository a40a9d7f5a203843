#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "simulation/face/line_paths.h"

namespace simulation {

/// A line as it is thought of: where it runs, and from which grade on a face has it.
struct LineCourse {
  std::vector<glm::dvec2> spots;  // x mm from the midline, left is positive, y mm; a smooth curve through all
  double share = 1.0;             // of the group's deepest line, once it is fully grown; 0 to 1
  int from_grade = 1;             // 1 to 3
  double heart = 0.5;             // share of its length where it starts and stays deepest; 0 to 1
  double wander_mm = 0.35;
  double breaks = 0.0;  // share of the depth that is lost where the line breaks off, 0 to 1
  double common = 1.0;  // share of people who have it, roughly; 0 to 1
};

/// Lays courses on a head. Skin does not crease along a ruler: each line wanders, swells and thins out by a
/// noise that is fixed to the line and the face, and to nothing else. Its sizes are assumptions, by eye.
class LineDrawer {
 public:
  /// `face` tells faces apart, smoothly; `head` must outlive it.
  LineDrawer(const HeadOutline& head, double face) : head_(head), face_(face) {}

  /// A line that lies where it is seen from the front.
  void line(LineGroup group, BodySide side, const LineCourse& course);
  /// A line of each side, given on the left. Both have noises of their own; `less_right` shortens and weakens
  /// the one on the right.
  void pair(LineGroup group, LineCourse course, double less_right = 0.0);
  /// Like pair(), but spots are mm on the skin from `origin` beside the eye: x backwards, y up.
  void beside_eye(const glm::dvec2& origin, LineCourse course, double less_right = 0.0);

  std::vector<LinePath> take() { return std::move(paths_); }

 private:
  template <typename Place>
  void draw(LineGroup group, BodySide side, const LineCourse& course, const Place& place);
  double noise(double x, double seed) const;

  const HeadOutline& head_;
  double face_;
  std::vector<LinePath> paths_;
};

}  // namespace simulation
