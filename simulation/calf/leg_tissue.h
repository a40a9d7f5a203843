#pragma once

#include "simulation/calf/bone_solids.h"
#include "simulation/calf/calf_muscles.h"
#include "simulation/tissue/elasticity.h"
#include "simulation/tissue/lattice.h"

namespace simulation {

/// Stiffness of the tissues of a leg, kPa. Defaults are an assumption, since the papers behind the usual
/// ranges are not on record here; girth hardly depends on them (muscle 3-15, fat 0.5-5, skin 15-120, lambda
/// over mu 20-200 all give the same tape reading).
struct LegMaterials {
  double muscle_kpa = 6.0;
  double fat_kpa = 1.5;
  double skin_kpa = 40.0;
  double tendon_kpa = 60.0;
  double bone_kpa = 600.0;
  double bulk_to_shear = 50.0;
};

/// Drives of one leg: the loss of every compartment, then the contraction of medial head, lateral head and
/// soleus.
std::vector<DriveKind> leg_drive_kinds();

/// What lies where in one leg. Points are in leg coordinates: x medial, y down from the knee, z to the rear,
/// mm, so that both legs of a symmetric person are the same numbers.
class LegTissue {
 public:
  /// Keeps references.
  LegTissue(const LegOutline& outline, const CalfMuscles& muscles, const LegBones& bones,
            const LegMaterials& materials = {});

  /// The lattice of this leg; each muscle has the volume that the knee's end of it leaves (LossField), spread
  /// over its compartments.
  Lattice lattice(double cell_mm) const;
  TissuePoint at(const Eigen::Vector3d& point_mm) const;

  Eigen::Vector3d to_leg(const glm::dvec3& world_mm) const;

 private:
  TissuePoint in_muscle(CalfMuscle muscle, double t, double theta, const Eigen::Vector3d& point_mm) const;
  /// Unit, outward through the muscles.
  Eigen::Vector3d depth(double t, double theta) const;
  Eigen::Vector3d fibre(CalfMuscle muscle, double t, double theta, double radius_mm) const;
  glm::dvec3 to_world(const Eigen::Vector3d& point_mm) const;
  LatticeBox box() const;

  const LegOutline& outline_;
  const CalfMuscles& muscles_;
  const LegBones& bones_;
  LegMaterials materials_;
};

}  // namespace simulation
