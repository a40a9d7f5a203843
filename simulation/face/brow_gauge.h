#pragma once

#include <array>
#include <span>

#include "simulation/face/face_surface.h"

namespace simulation {

/// Height of the brows over the eye centres on a skin part, mm, as a ruler on a photograph would give it.
class BrowGauge {
 public:
  BrowGauge(std::span<const glm::vec3> skin_mm, const FaceLandmarks& landmarks);
  /// Over the pupil, where trials measured it (source keys brow_lateral22, frankel_kamer).
  Sided<double> height_mm(std::span<const glm::vec3> skin_mm) const;
  /// Height of one place: 0 head, 1 middle, 2 tail.
  Sided<double> height_mm(std::span<const glm::vec3> skin_mm, int place) const;

 private:
  Sided<std::array<std::size_t, 3>> points_;
  Sided<double> eye_y_mm_;
};

/// The tones of `assumed` with the rise of the brow measured on the skin that is shown, muscle by muscle. The
/// left brow stands for both.
FaceResponse measured_face_response(const FacePart& skin, const FaceLandmarks& landmarks,
                                    const FaceResponse& assumed = {});

}  // namespace simulation
