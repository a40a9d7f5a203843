#pragma once

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/loss_field.h"
#include "simulation/calf/shin_compartments.h"

namespace simulation {

/// Where the skin of a leg is and what its muscles keep, at one loss; made once per frame for all meshes.
struct LegUnderSkin {
  const LegOutline& outline;
  const CalfMuscles& muscles;
  LegGrid skin_mm;                      // radius now
  std::vector<CalfMuscles::Kept> kept;  // at every third station of skin_mm

  LegUnderSkin(const LegOutline& rest, const CalfMuscles& leg_muscles, const LossField& field,
               const LegLoss& loss);
  CalfMuscles::Kept kept_at(double t) const;
};

/// Closed mesh of a muscle belly with tapered ends.
AnatomyMesh muscle_mesh(const LegUnderSkin& leg, CalfMuscle muscle);
/// Closed mesh of a front or side belly under the skin at rest.
AnatomyMesh compartment_mesh(const LegUnderSkin& rest, const LegCompartments& compartments,
                             CompartmentMuscle muscle);
/// Closed mesh of the Achilles tendon and its sheet, from under the heads to the heel.
AnatomyMesh achilles_mesh(const LegUnderSkin& leg);

}  // namespace simulation
