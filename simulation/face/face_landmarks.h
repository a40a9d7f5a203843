#pragma once

#include <glm/vec3.hpp>

#include "simulation/sided.h"

namespace simulation {

/// Points of the relaxed head in mm (Y up, facing +Z, left at +X); names as in the mesh manifest.
struct FaceLandmarks {
  Sided<glm::dvec3> eye;
  Sided<glm::dvec3> brow_medial;
  Sided<glm::dvec3> brow_middle;
  Sided<glm::dvec3> brow_lateral;
  Sided<glm::dvec3> cheek_upper;
  Sided<glm::dvec3> mouth_corner;
  glm::dvec3 nose_base{0.0};
  glm::dvec3 jaw{0.0};
};

}  // namespace simulation
