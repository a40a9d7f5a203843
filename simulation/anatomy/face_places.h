#pragma once

#include <string>

#include "simulation/anatomy/face_frame.h"

/// Short ways to write places and movements in the rows of the face.
namespace simulation::on_face {

/// x mm from the midline, y over the eye.
constexpr FacePoint by_eye(double x, double y, double z = 0.0) {
  return {Mark::eye_midline, {x, y, z}};
}
/// y over the edge of the chin, z before the eye.
constexpr FacePoint by_jaw(double y, double z) {
  return {Mark::jaw_side, {0.0, y, z}};
}
/// mm from the corner of the mouth: x away from the midline.
constexpr FacePoint by_mouth(double x, double y, double z = 0.0) {
  return {Mark::mouth_corner, {x, y, z}};
}
/// So far from one mark to another, then the offset.
constexpr FacePoint between(Mark from, Mark to, double share, glm::dvec3 offset = glm::dvec3(0.0)) {
  return {from, offset, to, share};
}

/// Name of a unit of the mesh package that has one per side.
std::string target(const FaceFrame& face, const std::string& stem, const std::string& tail);

/// Bell about a point, wider across than along the face; depth keeps it off eyes and the back of the head.
/// Widths are mm of the median head.
double bell(const FaceFrame& face, const glm::dvec3& at_mm, const glm::dvec3& centre_mm, double across_mm,
            double up_mm);

/// The skin that moves as one with a brow: 1 on its hair, falling to 0 at the edge of the upper lid, high on
/// the forehead and behind the temple. Widths are assumptions.
double around_brow(const FaceFrame& face, const glm::dvec3& at_mm);

}  // namespace simulation::on_face
