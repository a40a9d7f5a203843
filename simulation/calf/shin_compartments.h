#pragma once

#include <array>

#include "simulation/calf/bone_solids.h"
#include "simulation/calf/calf_muscles.h"

namespace simulation {

enum class CompartmentMuscle { tibialis_anterior, toe_extensors, peroneal };
inline constexpr CompartmentMuscle kCompartmentMuscles[] = {
    CompartmentMuscle::tibialis_anterior, CompartmentMuscle::toe_extensors, CompartmentMuscle::peroneal};

/// Muscles in front of and beside the shin bones of one leg: for show, since no treatment reaches them.
///
/// Sizes. As shares of the soleus by the regressions of [handsfield2014] for a body of 1.71 m and 71.6 kg:
/// tibialis anterior 0.307, toe extensors 0.234, peroneal muscles 0.297. The soleus is that of CalfMuscles
/// before it was made to fit (357.7 mL at 36.4 cm girth and 7 mm fat, with the square of the lean radius).
/// A muscle ends at bone and is as large as fits.
class LegCompartments {
 public:
  LegCompartments(const LegOutline& skin, const LegBones& bones, const Person& person,
                  const CalfMuscles& muscles, double girth_mm);

  const MuscleBundle& bundle(CompartmentMuscle m) const { return bundles_[static_cast<std::size_t>(m)]; }
  /// What the person should have, and what the leg has room for.
  double wanted_ml(CompartmentMuscle m) const { return wanted_ml_[static_cast<std::size_t>(m)]; }
  double volume_ml(CompartmentMuscle m) const;

  /// Of the outer face below the skin.
  double outer_depth_mm(CompartmentMuscle m, double t, double theta) const;
  double thickness_mm(CompartmentMuscle m, double t, double theta) const;

 private:
  void find_room(const LegOutline& skin, const LegBones& bones);
  void fit(CompartmentMuscle m);

  const CalfMuscles& muscles_;
  LegGrid skin_;
  double length_mm_;
  LegGrid room_;  // depth below the cover that is free of bone
  std::array<MuscleBundle, 3> bundles_;
  std::array<double, 3> wanted_ml_{};
};

}  // namespace simulation
