#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "simulation/calf/bone_solids.h"
#include "simulation/calf/calf_surface.h"
#include "simulation/calf/leg_motion.h"
#include "simulation/calf/loss_field.h"
#include "simulation/calf/muscle_relief.h"

namespace simulation {

/// All that one side of a CalfSurface keeps. Not moved once built: the field refers to the muscles.
struct CalfSurface::Leg {
  LegTape tape;
  LegOutline outline;  // of the fitted skin
  GirthReading week0;
  CalfMuscles muscles;
  LossField field;
  LegBones bones;
  MuscleRelief relief;  // in the skin already

  /// What is there once the tissue is solved.
  std::optional<LegSkin> skin;
  std::function<LegMotion()> motion;  // of its anatomy
  Person person;

  Leg(std::span<const glm::vec3> rest_mm, LegTape leg_tape, const LegOutline& centre,
      const Person& person_of_leg, MuscleRelief relief_in_skin);
  Leg(const Leg&) = delete;
  Leg& operator=(const Leg&) = delete;

  LegTissue tissue() const { return {outline, muscles, bones}; }
  LegSkin skin_of(const LegMotion& tissue, std::span<const glm::vec3> rest_mm,
                  std::span<const glm::vec3> rest_normals, std::span<const glm::uvec3> triangles) const;
  /// Outer and deep face of the medial head where the leg is widest.
  std::array<glm::dvec3, 2> gastrocnemius_faces() const;

  /// All meshes at week 0, standing; made at the first call, since most views show none; safe from several
  /// threads.
  const std::vector<AnatomyMesh>& rest_anatomy(std::span<const glm::vec3> rest_mm) const;
  /// How each of them moves; null for bones. Only once solved.
  const std::vector<std::optional<BlendedSurface>>& anatomy_motion(std::span<const glm::vec3> rest_mm) const;

  /// The fat at week 0, standing, and how it moves, which is null until the leg is solved; as rest_anatomy().
  struct Fat {
    AnatomyMesh rest;
    std::optional<BlendedSurface> motion;
  };
  const Fat& fat(BodySide side) const;

 private:
  mutable std::once_flag fat_once_, fat_motion_once_;
  mutable Fat fat_;
  mutable std::once_flag anatomy_once_;
  mutable std::vector<AnatomyMesh> anatomy_;
  mutable std::once_flag motion_once_;
  mutable std::vector<std::optional<BlendedSurface>> anatomy_motion_;
};

/// The loss brought into the range that a CalfSurface was made for.
LegLoss in_range(const LegLoss& loss);

/// Fits the quadratics of one leg by measuring the given surface.
LegResponse fit_leg_response(const CalfSurface& surface, BodySide side);

}  // namespace simulation
