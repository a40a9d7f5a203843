#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <vector>

#include "simulation/anatomy/face_landmarks.h"
#include "simulation/plan/plan.h"

namespace simulation {

/// Points of the relaxed head that fillers are laid by, mm; names as in the mesh manifest.
struct FillerLandmarks {
  Sided<glm::dvec3> eye;
  Sided<glm::dvec3> nose_wing;
  Sided<glm::dvec3> cheek_fold;
  Sided<glm::dvec3> cheek_upper;
  Sided<glm::dvec3> mouth_corner;
  Sided<glm::dvec3> brow_head;  // of the hairy brow, as brow_of()
  glm::dvec3 lip_upper{0.0};    // foremost point of the upper lip, in the midline
  glm::dvec3 lip_lower{0.0};    // top of the lower lip, in the midline
};

/// How filler at one place moves the skin: a direction times a size from 0 to 1, both smooth over the face
/// and 0 outside the place. Pure.
struct FillerPlace {
  FillerSite site = FillerSite::cheek;
  BodySide side = BodySide::left;  // glabella and lips lie in the midline and have one place, called left
  glm::dvec3 centre_mm{0.0};
  double reach_mm = 0.0;  // no point farther from the centre moves
  /// Points more than a few mm behind the outermost skin (inside mouth, nose and orbit) do not move.
  bool outer_only = true;
  std::function<glm::dvec3(const glm::dvec3& rest_mm, const glm::dvec3& normal)> movement;
};

/// Places of all sites, sites in order, left before right. Shapes are by eye on the mesh: an oval between the
/// brows, a band along the fold from the wing of the nose to beside the mouth, an oval on the cheekbone, the
/// red of both lips, and a thin crescent under the eye that ends below the lid.
std::vector<FillerPlace> filler_places(const FillerLandmarks& landmarks);

}  // namespace simulation
