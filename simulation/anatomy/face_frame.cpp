#include "simulation/anatomy/face_frame.h"

namespace simulation {

FaceFrame::FaceFrame(const FaceLandmarks& landmarks, BodySide side)
    : landmarks_(landmarks),
      side_(side),
      brow_(brow_of(landmarks, side)),
      scale_(face_scale(landmarks, side)) {}

glm::dvec3 FaceFrame::at(Mark mark) const {
  const FaceLandmarks& l = landmarks_;
  const glm::dvec3& eye = l.eye[side_];
  switch (mark) {
    case Mark::eye:
      return eye;
    case Mark::brow_medial:
      return l.brow_medial[side_];
    case Mark::brow_middle:
      return l.brow_middle[side_];
    case Mark::brow_lateral:
      return l.brow_lateral[side_];
    case Mark::cheek_upper:
      return l.cheek_upper[side_];
    case Mark::mouth_corner:
      return l.mouth_corner[side_];
    case Mark::jaw:
      return l.jaw;
    case Mark::jaw_side:
      return {0.0, l.jaw.y, eye.z};
    case Mark::glabella:
      return 0.5 * (l.brow_medial.left + l.brow_medial.right);
    case Mark::eyes_middle:
      return 0.5 * (l.eye.left + l.eye.right);
    case Mark::eye_midline:
      return {0.0, eye.y, eye.z};
    case Mark::upper_lid:
      return {eye.x, eye.y, l.brow_middle[side_].z};
    case Mark::mouth_midline:
      return {0.0, l.mouth_corner[side_].y, l.mouth_corner[side_].z};
    case Mark::nose_base:
      return l.nose_base;
  }
  return eye;
}

glm::dvec3 FaceFrame::at(const FacePoint& point) const {
  glm::dvec3 place = at(point.from);
  if (point.share != 0.0) place = place * (1.0 - point.share) + at(point.to) * point.share;
  return place + mm(point.offset_mm.x, point.offset_mm.y, point.offset_mm.z);
}

}  // namespace simulation
