#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/anatomy/face_landmarks.h"
#include "simulation/face/head_outline.h"

namespace simulation {

/// One line as it lies on a head: evenly spaced samples about 1 mm apart.
struct LinePath {
  LineGroup group = LineGroup::glabella;
  BodySide side = BodySide::left;   // of crows_feet and nose
  std::vector<glm::dvec2> chart;    // x angle about the head's axis, y height mm, as HeadOutline takes them
  std::vector<double> depth_share;  // of the group's deepest line, 0 to 1; 0 at both ends
};

/// Where lines lie on every face: two upright lines and their small companions between the brows, one and a
/// half lines across the root of the nose, four interrupted lines on the forehead, a fan beside each eye, two
/// oblique lines on each side of the nose. Courses are assumptions after drawings of the anatomy, fixed to
/// brow, eye and midline. The set is its own mirror image.
std::vector<LinePath> line_paths(const HeadOutline& head, const FaceLandmarks& landmarks);

}  // namespace simulation
