#pragma once

#include <array>
#include <utility>
#include <vector>

#include "simulation/calf/calf_muscles.h"
#include "simulation/tissue/drive_share.h"

namespace simulation {

/// Parts of the calf muscles that an injection can reach apart: the medial head in four levels and two
/// strips, the lateral head and the soleus in four levels. Their shares overlap softly, so that no border
/// shows on the skin.
namespace compartments {

inline constexpr int kLevels = 4;
inline constexpr int kMedialStrips = 2;
inline constexpr int kMedial = kLevels * kMedialStrips;
inline constexpr int kCount = kMedial + 2 * kLevels;

CalfMuscle muscle_of(int compartment);
int first_of(CalfMuscle muscle);
int count_of(CalfMuscle muscle);
/// Share of each compartment at a place in a muscle (t along the leg, theta round it); they add up to 1.
/// Index in DriveShare::drive is that of the compartment.
std::array<DriveShare, 4> shares_at(const MuscleBundle& bundle, CalfMuscle muscle, double t, double theta);
/// Middle of a compartment as t and theta.
std::pair<double, double> middle(const MuscleBundle& bundle, int compartment);
/// Every compartment with itself and with those that touch it, first <= second.
std::vector<std::pair<int, int>> neighbours();

}  // namespace compartments
}  // namespace simulation
