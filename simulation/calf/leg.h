#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "simulation/calf/bone_solids.h"
#include "simulation/calf/calf_surface.h"
#include "simulation/calf/leg_motion.h"
#include "simulation/calf/loss_field.h"

namespace simulation {

/// All that one side of a CalfSurface keeps. Not moved once built: the field refers to the muscles.
struct CalfSurface::Leg {
  LegTape tape;
  LegOutline outline;  // of the fitted skin
  GirthReading week0;
  CalfMuscles muscles;
  LossField field;
  std::optional<LegMotion> motion;                  // once the tissue is solved
  std::optional<BlendedSurface> skin;               // of all points of both legs
  std::optional<BlendedSurface> gastrocnemius_mid;  // outer and deep face of the medial head, at the girth level

  Leg(std::span<const glm::vec3> rest_mm, LegTape leg_tape, const LegOutline& centre, const Person& person);
  Leg(const Leg&) = delete;
  Leg& operator=(const Leg&) = delete;

  /// Made at the first call, since most views show none; safe from several threads.
  const std::vector<AnatomyMesh>& bones(std::span<const glm::vec3> rest_mm) const;

 private:
  mutable std::once_flag bones_once_;
  mutable std::vector<AnatomyMesh> bones_;
};

/// The loss brought into the range that a CalfSurface was made for.
LegLoss in_range(const LegLoss& loss);

/// Fits the quadratics of one leg by measuring the given surface.
LegResponse fit_leg_response(const CalfSurface& surface, BodySide side);

}  // namespace simulation
