#pragma once

#include <vector>

#include "simulation/calf/calf_surface.h"
#include "simulation/calf/loss_field.h"

namespace simulation {

/// All that one side of a CalfSurface keeps. Not moved once built: the field refers to the muscles.
struct CalfSurface::Leg {
  LegTape tape;
  LegOutline outline;  // of the fitted skin
  GirthReading week0;
  CalfMuscles muscles;
  LossField field;
  std::vector<AnatomyMesh> bones;

  Leg(std::span<const glm::vec3> rest_mm, LegTape leg_tape, const LegOutline& centre, const Person& person);
  Leg(const Leg&) = delete;
  Leg& operator=(const Leg&) = delete;
};

/// Fits the quadratics of one leg by measuring the given surface.
LegResponse fit_leg_response(const CalfSurface& surface, BodySide side);

}  // namespace simulation
