#include "simulation/face/brow_gauge.h"

#include <glm/geometric.hpp>
#include <limits>

namespace simulation {
namespace {

std::size_t nearest(std::span<const glm::vec3> points, const glm::dvec3& to) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const glm::dvec3 d = glm::dvec3(points[i]) - to;
    const double squared = glm::dot(d, d);
    if (squared < least) {
      least = squared;
      best = i;
    }
  }
  return best;
}

}  // namespace

BrowGauge::BrowGauge(std::span<const glm::vec3> skin_mm, const FaceLandmarks& landmarks) {
  for (const BodySide side : kBodySides) {
    const Brow brow = brow_of(landmarks, side);
    points_[side] = {nearest(skin_mm, brow.head), nearest(skin_mm, brow.peak), nearest(skin_mm, brow.tail)};
    eye_y_mm_[side] = landmarks.eye[side].y;
  }
}

Sided<double> BrowGauge::height_mm(std::span<const glm::vec3> skin_mm, int place) const {
  Sided<double> out;
  for (const BodySide side : kBodySides) {
    out[side] = skin_mm[points_[side][static_cast<std::size_t>(place)]].y - eye_y_mm_[side];
  }
  return out;
}

Sided<double> BrowGauge::height_mm(std::span<const glm::vec3> skin_mm) const {
  return height_mm(skin_mm, 1);
}

FaceResponse measured_face_response(const FacePart& skin, const FaceLandmarks& landmarks,
                                    const FaceResponse& assumed) {
  const BrowGauge gauge(skin.rest_mm(), landmarks);
  const double rest = gauge.height_mm(skin.rest_mm()).left;
  std::vector<glm::vec3> now(skin.rest_mm().size());
  FaceResponse out = assumed;
  for (std::size_t m = 0; m < kMuscleCount; ++m) {
    TreatmentState state;
    for (const BodySide side : kBodySides) state.muscles.values[m][side].block = 1.0;
    skin.deform(face_pose(Expression::neutral, 0.0, state, assumed), now);
    out.brow_rise_mm[m] = gauge.height_mm(now).left - rest;
  }
  return out;
}

}  // namespace simulation
