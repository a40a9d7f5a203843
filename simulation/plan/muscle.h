#pragma once

#include <array>
#include <cstddef>

#include "simulation/sided.h"

namespace simulation {

/// Muscles the model knows. The first three are of the calf, the rest of the face.
/// `zygomaticus` and `levator_palpebrae` are never a target; they can be reached by spread.
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

/// A value per muscle and side; the midline procerus is held equal on both sides.
template <typename T>
struct PerMuscle {
  std::array<Sided<T>, kMuscleCount> values{};

  T& at(Muscle muscle, BodySide side) { return values[static_cast<std::size_t>(muscle)][side]; }
  const T& at(Muscle muscle, BodySide side) const { return values[static_cast<std::size_t>(muscle)][side]; }
};

}  // namespace simulation
