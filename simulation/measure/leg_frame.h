#pragma once

#include <glm/vec3.hpp>

#include "simulation/measure/section.h"
#include "simulation/sided.h"

namespace simulation {

/// Joint centres of one leg.
struct LegLandmarks {
  glm::dvec3 knee_mm{0.0};
  glm::dvec3 ankle_mm{0.0};
};

/// Axes of a lower leg. t runs from 0 at the knee to 1 at the ankle; theta is 0 to the rear and grows toward
/// the other leg (medial). The right frame is the mirror image of the left one.
struct LegFrame {
  BodySide side = BodySide::left;
  glm::dvec3 knee_mm{0.0};
  glm::dvec3 down{0.0, -1.0, 0.0};       // unit, knee to ankle
  glm::dvec3 posterior{0.0, 0.0, -1.0};  // unit
  glm::dvec3 medial{-1.0, 0.0, 0.0};     // unit
  double length_mm = 1.0;                // knee to ankle

  double t_of(const glm::dvec3& point_mm) const;
  glm::dvec3 axis_point_mm(double t) const;
  /// The plane across the leg at t, u to the rear and v medial.
  SectionPlane plane(double t) const;
};

/// Throws InputError when knee and ankle are nearer than 100 mm or the leg does not point down.
LegFrame make_leg_frame(const LegLandmarks& landmarks, BodySide side);

}  // namespace simulation
