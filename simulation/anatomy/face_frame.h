#pragma once

#include <glm/vec3.hpp>

#include "simulation/anatomy/face_landmarks.h"

namespace simulation {

/// Places of one side of a relaxed head that the atlas names others by.
enum class Mark {
  eye,
  brow_medial,
  brow_middle,
  brow_lateral,
  cheek_upper,  // in front of the ear's upper half, level with the lower lid
  mouth_corner,
  jaw,            // midline, edge of the chin
  jaw_side,       // midline, level with the edge of the chin, as far forward as the eye
  glabella,       // midline, between the medial ends of the bony brows
  eyes_middle,    // midline, between the eyes
  eye_midline,    // midline, at the height of this side's eye
  upper_lid,      // over the eye, as far forward as the middle of the brow
  mouth_midline,  // midline, level with the corner of the mouth
  nose_base
};

/// A place on a face: so far from one mark toward another, then an offset in mm of the median head: x away
/// from the midline, y up, z forward.
struct FacePoint {
  Mark from = Mark::eye;
  glm::dvec3 offset_mm{0.0};
  Mark to = Mark::eye;
  double share = 0.0;  // of the way to `to`
};

/// One side of a face with its size: face_scale(). Depths
/// under the skin and thicknesses of thin muscles do not grow with the head and are left as they are
/// (assumption).
class FaceFrame {
 public:
  FaceFrame(const FaceLandmarks& landmarks, BodySide side);

  BodySide side() const { return side_; }
  /// 1 on the left, -1 on the right: the sign of x on this side.
  double outward() const { return side_ == BodySide::left ? 1.0 : -1.0; }
  double scale() const { return scale_; }
  const FaceLandmarks& landmarks() const { return landmarks_; }
  const Brow& brow() const { return brow_; }

  glm::dvec3 at(Mark mark) const;
  glm::dvec3 at(const FacePoint& point) const;
  /// A vector of the median head: x away from the midline.
  glm::dvec3 mm(double x, double y, double z = 0.0) const { return scale_ * glm::dvec3(outward() * x, y, z); }
  /// Distance from the midline, positive on this side.
  double out(const glm::dvec3& point_mm) const { return point_mm.x * outward(); }

 private:
  FaceLandmarks landmarks_;
  BodySide side_;
  Brow brow_;
  double scale_;
};

}  // namespace simulation
