#pragma once

#include <mutex>
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
  Person person;

  Leg(std::span<const glm::vec3> rest_mm, LegTape leg_tape, const LegOutline& centre,
      const Person& person_of_leg);
  Leg(const Leg&) = delete;
  Leg& operator=(const Leg&) = delete;

  /// What no treatment moves: bones, front and side muscles, their tendons and that of the kneecap.
  /// Made at the first call, since most views show none; safe from several threads.
  const std::vector<AnatomyMesh>& unchanging(std::span<const glm::vec3> rest_mm) const;

 private:
  mutable std::once_flag unchanging_once_;
  mutable std::vector<AnatomyMesh> unchanging_;
};

/// The loss brought into the range that a CalfSurface was made for.
LegLoss in_range(const LegLoss& loss);

/// Fits the quadratics of one leg by measuring the given surface.
LegResponse fit_leg_response(const CalfSurface& surface, BodySide side);

}  // namespace simulation
