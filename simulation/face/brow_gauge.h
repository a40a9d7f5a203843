#pragma once

#include <array>
#include <span>

#include "simulation/face/face_surface.h"

namespace simulation {

/// Height of the brows over the eye centres on a skin part, mm: the mean over head, middle and tail of each
/// brow, as a ruler on a photograph would give it.
class BrowGauge {
 public:
  BrowGauge(std::span<const glm::vec3> skin_mm, const FaceLandmarks& landmarks);
  Sided<double> height_mm(std::span<const glm::vec3> skin_mm) const;
  /// Height of one place: 0 head, 1 middle, 2 tail.
  Sided<double> height_mm(std::span<const glm::vec3> skin_mm, int place) const;

 private:
  Sided<std::array<std::size_t, 3>> points_;
  Sided<double> eye_y_mm_;
};

/// The tones of `assumed` with the brow movements measured on the skin that is shown: a full block of both
/// frontalis parts, and of corrugator, depressor supercilii and procerus, on both sides.
FaceResponse measured_face_response(const FacePart& skin, const FaceLandmarks& landmarks,
                                    const FaceResponse& assumed = {});

}  // namespace simulation
