#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/anatomy/face_landmarks.h"
#include "simulation/face/head_outline.h"

namespace simulation {

/// One line as it lies on a head: evenly spaced samples about 1.4 mm apart.
struct LinePath {
  LineGroup group = LineGroup::glabella;
  BodySide side = BodySide::left;  // of crows_feet and nose
  std::vector<glm::dvec2> chart;   // x angle about the head's axis, y height mm, as HeadOutline takes them
  /// Of the group's deepest line at grades 1, 2 and 3, 0 to 1; never less at a higher grade; 0 at both ends.
  /// A line that its grade does not have yet is 0 throughout, one that is new there is short.
  std::vector<std::array<double, 3>> depth_share;
};

/// Where lines lie on a face: upright lines between the brows and oblique ones over their heads, lines across
/// the root of the nose, interrupted lines over the whole width of the forehead, a fan along the outer rim of
/// each orbit that runs out on the cheek, fine lines under the lower lids, oblique lines on each side of the
/// nose. Courses are assumptions after drawings of the anatomy and photographs, fixed to brow, eye and
/// midline; forehead lines lie where [cotofana2020] found them. Both sides differ a little, and so do people:
/// how a line wanders, how far it runs and whether the less common ones are there at all follows smoothly
/// from the distances of eyes, brows and mouth of this face.
std::vector<LinePath> line_paths(const HeadOutline& head, const FaceLandmarks& landmarks);

}  // namespace simulation
