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

/// Size of one side of a face: the distance of the eye from the midline against the median head's 29 mm. It
/// is the one rule for small and large heads: every length of the median head is multiplied by it.
double face_scale(const FaceLandmarks& landmarks, BodySide side);

/// Head, peak and tail of the hairy brow, worked out from the landmarks of the bony brow above it and the
/// eye.
struct Brow {
  glm::dvec3 head{0.0};
  glm::dvec3 peak{0.0};
  glm::dvec3 tail{0.0};
};
Brow brow_of(const FaceLandmarks& landmarks, BodySide side);

}  // namespace simulation
