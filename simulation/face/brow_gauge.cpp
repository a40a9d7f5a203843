#include "simulation/face/brow_gauge.h"

#include <glm/geometric.hpp>
#include <limits>

#include "simulation/anatomy/atlas.h"

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
  Sided<double> out;
  for (int place = 0; place < 3; ++place) {
    const Sided<double> h = height_mm(skin_mm, place);
    for (const BodySide side : kBodySides) out[side] += h[side] / 3.0;
  }
  return out;
}

FaceResponse measured_face_response(const FacePart& skin, const FaceLandmarks& landmarks,
                                    const FaceResponse& assumed) {
  const BrowGauge gauge(skin.rest_mm(), landmarks);
  const double rest = gauge.height_mm(skin.rest_mm()).left;
  std::vector<glm::vec3> now(skin.rest_mm().size());
  const auto change_mm = [&](Tone tone) {
    TreatmentState state;
    for (const AtlasRow& row : atlas()) {
      if (!row.movement || row.movement->tone != tone) continue;
      for (const BodySide side : kBodySides) state.muscles.at(*row.muscle, side).block = 1.0;
    }
    skin.deform(face_pose(Expression::neutral, 0.0, state, assumed), now);
    return gauge.height_mm(now).left - rest;
  };
  FaceResponse out = assumed;
  if (assumed.frontalis_tone > 0.0) {
    out.brow_mm_per_frontalis_tone = -change_mm(Tone::frontalis) / assumed.frontalis_tone;
  }
  if (assumed.depressor_tone > 0.0) {
    out.brow_mm_per_depressor_tone = change_mm(Tone::depressor) / assumed.depressor_tone;
  }
  return out;
}

}  // namespace simulation
