#include "simulation/measure/leg_frame.h"

#include <glm/geometric.hpp>
#include <string>

#include "simulation/error.h"

namespace simulation {

double LegFrame::t_of(const glm::dvec3& point_mm) const {
  return glm::dot(point_mm - knee_mm, down) / length_mm;
}

glm::dvec3 LegFrame::axis_point_mm(double t) const {
  return knee_mm + down * (t * length_mm);
}

SectionPlane LegFrame::plane(double t) const {
  return {axis_point_mm(t), posterior, medial};
}

LegFrame make_leg_frame(const LegLandmarks& landmarks, BodySide side) {
  LegFrame frame;
  frame.side = side;
  frame.knee_mm = landmarks.knee_mm;
  const glm::dvec3 shank = landmarks.ankle_mm - landmarks.knee_mm;
  frame.length_mm = glm::length(shank);
  if (!(frame.length_mm >= 100.0) || !(shank.y < -0.5 * frame.length_mm)) {
    throw InputError(std::string("mesh.landmarks.") + (side == BodySide::left ? "l" : "r") +
                     "-ankle: must lie at least 100 mm below the knee");
  }
  frame.down = shank / frame.length_mm;
  const glm::dvec3 back(0.0, 0.0, -1.0);
  frame.posterior = glm::normalize(back - frame.down * glm::dot(back, frame.down));
  const glm::dvec3 inward(side == BodySide::left ? -1.0 : 1.0, 0.0, 0.0);
  frame.medial = glm::normalize(inward - frame.down * glm::dot(inward, frame.down) -
                                frame.posterior * glm::dot(inward, frame.posterior));
  return frame;
}

}  // namespace simulation
