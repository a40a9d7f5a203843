#pragma once

#include <array>
#include <cstddef>

#include "simulation/sided.h"

namespace simulation {

/// Muscles the model knows. All else about each of them is a row of the atlas (atlas.h).
enum class Muscle {
  gastrocnemius_medial,
  gastrocnemius_lateral,
  soleus,
  frontalis_medial,   // the two columns nearest the midline of each side
  frontalis_lateral,  // the outer column of each side
  corrugator,
  depressor_supercilii,
  procerus,
  orbicularis_oculi,
  nasalis,
  zygomaticus,
  levator_palpebrae,
  depressor_anguli_oris,
  mentalis,
  masseter,
  frontalis,  // in a plan: all columns; it has no state of its own
};
/// Muscles that carry a state of their own (all but the plan-level name `frontalis`).
inline constexpr std::size_t kMuscleCount = static_cast<std::size_t>(Muscle::frontalis);

/// What is drawn under the skin; several meshes of a side may show parts of one structure. All shapes are
/// parametric and illustrative; none is for aiming a needle.
enum class Structure {
  gastrocnemius_medial,
  gastrocnemius_lateral,
  soleus,
  achilles_tendon,
  tibia,
  fibula,
  femur,
  patella,
  heel_bone,
  midfoot_bones,
  forefoot_bones,
  patellar_tendon,
  anterior_compartment,  // tibialis anterior, toe extensors and their tendons
  lateral_compartment,   // peroneal muscles and their tendons
  subcutaneous_fat,      // of the shank
  frontalis,
  corrugator,
  procerus,
  orbicularis_oculi,
  zygomaticus,
  masseter,
  nasalis,
  depressor_anguli_oris,
  mentalis,
  orbicularis_oris,
  temporalis,
  skull
};
inline constexpr int kStructureCount = static_cast<int>(Structure::skull) + 1;

enum class Tissue { muscle, tendon, bone, fat };

/// A value per muscle and side; a muscle of the midline is held equal on both sides.
template <typename T>
struct PerMuscle {
  std::array<Sided<T>, kMuscleCount> values{};

  T& at(Muscle muscle, BodySide side) { return values[static_cast<std::size_t>(muscle)][side]; }
  const T& at(Muscle muscle, BodySide side) const { return values[static_cast<std::size_t>(muscle)][side]; }
};

}  // namespace simulation
