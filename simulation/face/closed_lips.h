#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/sided.h"

namespace simulation {

/// The mouth as an opening seen from the front, at even steps across it.
struct MouthSlit {
  double first_x_mm = 0.0;
  double step_mm = 1.0;
  std::vector<double> middle_y_mm;
  std::vector<double> gap_mm;  // >= 0, smooth, 0 beyond the corners
  std::vector<double> front_z_mm;
};

/// Measures the opening between the lips of a relaxed head (mm, Y up, facing +Z): rows where the outermost
/// skin lies 1.2 mm or more behind lips above and below. Left and right are taken alike, the wider counts.
/// Throws InputError when the corners of the mouth are not apart.
MouthSlit mouth_slit(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                     const Sided<glm::dvec3>& mouth_corner);

/// Moves the lips together until they touch: the package's relaxed face holds them 2.2 to 2.6 mm open where
/// they are widest apart, towards the corners. Points 7 mm or more above or below, or 16 mm behind the lips,
/// stay; nobody's mouth moves by more than half the opening.
void close_lips(std::span<glm::vec3> skin_mm, const MouthSlit& slit);

}  // namespace simulation
