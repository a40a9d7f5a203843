#include "simulation/anatomy/face_landmarks.h"

#include <cmath>

namespace simulation {

double face_scale(const FaceLandmarks& landmarks, BodySide side) {
  constexpr double kMedianEyeMm = 29.0;
  return std::abs(landmarks.eye[side].x) / kMedianEyeMm;
}

Brow brow_of(const FaceLandmarks& landmarks, BodySide side) {
  const glm::dvec3 eye = landmarks.eye[side];
  const glm::dvec3 medial = landmarks.brow_medial[side];
  const glm::dvec3 middle = landmarks.brow_middle[side];
  const glm::dvec3 lateral = landmarks.brow_lateral[side];
  const double k = face_scale(landmarks, side);
  // Shares that put the three points on the brow hair of the package's adult heads.
  Brow brow;
  brow.head = {medial.x, eye.y + 0.42 * (medial.y - eye.y), medial.z - 2.0 * k};
  brow.peak = {1.06 * middle.x, eye.y + 0.75 * (middle.y - eye.y), middle.z - 1.0 * k};
  brow.tail = middle + 0.8 * (lateral - middle);
  return brow;
}

}  // namespace simulation
