#include "simulation/calf/compartments.h"

#include <algorithm>
#include <cmath>

namespace simulation::compartments {
namespace {

// Middles of the first and last level, as shares of the belly's length. Assumption: even levels that stop
// short of the thin ends. So is how softly the strips meet.
constexpr double kFirstLevel = 0.17;
constexpr double kLastLevel = 0.83;
constexpr double kStripSoftness = 0.35;  // half width of the change from one strip to the other, in q

double level_step() {
  return (kLastLevel - kFirstLevel) / (kLevels - 1);
}

int strips_of(CalfMuscle muscle) {
  return muscle == CalfMuscle::medial ? kMedialStrips : 1;
}

}  // namespace

CalfMuscle muscle_of(int compartment) {
  if (compartment < kMedial) return CalfMuscle::medial;
  return compartment < kMedial + kLevels ? CalfMuscle::lateral : CalfMuscle::soleus;
}

int first_of(CalfMuscle muscle) {
  if (muscle == CalfMuscle::medial) return 0;
  return muscle == CalfMuscle::lateral ? kMedial : kMedial + kLevels;
}

int count_of(CalfMuscle muscle) {
  return kLevels * strips_of(muscle);
}

std::array<DriveShare, 4> shares_at(const MuscleBundle& bundle, CalfMuscle muscle, double t, double theta) {
  const double along = (t - bundle.t_from) / (bundle.t_to - bundle.t_from);
  const double level = std::clamp((along - kFirstLevel) / level_step(), 0.0, kLevels - 1.0);
  const int low = std::min(static_cast<int>(level), kLevels - 2);
  const double up = ease(0.0, 1.0, level - low);
  const int strips = strips_of(muscle);
  double second = 0.0;
  if (strips == 2) {
    const double width = bundle.width_at(t);
    const double q = width > 1e-9 ? bundle.outward * angle_between(theta, bundle.centre_at(t)) / width : 0.0;
    second = ease(-kStripSoftness, kStripSoftness, q);
  }
  std::array<DriveShare, 4> out;
  std::size_t n = 0;
  for (int strip = 0; strip < strips; ++strip) {
    const double across = strips == 1 ? 1.0 : (strip == 0 ? 1.0 - second : second);
    const int first = first_of(muscle) + low * strips + strip;
    out[n++] = {first, across * (1.0 - up)};
    out[n++] = {first + strips, across * up};
  }
  return out;
}

// Strips have their middles half way to the edge (arithmetic).
std::pair<double, double> middle(const MuscleBundle& bundle, int compartment) {
  const CalfMuscle muscle = muscle_of(compartment);
  const int strips = strips_of(muscle);
  const int own = compartment - first_of(muscle);
  const int level = own / strips;
  const double along = kFirstLevel + level * level_step();
  const double t = bundle.t_from + along * (bundle.t_to - bundle.t_from);
  const double q = strips == 1 ? 0.0 : (own % strips == 0 ? -0.5 : 0.5);
  return {t, bundle.centre_at(t) + bundle.outward * q * bundle.width_at(t)};
}

std::vector<std::pair<int, int>> neighbours() {
  std::vector<std::pair<int, int>> out;
  for (int a = 0; a < kCount; ++a) {
    for (int b = a; b < kCount; ++b) {
      const CalfMuscle muscle = muscle_of(a);
      if (muscle_of(b) != muscle) continue;
      const int strips = strips_of(muscle);
      const int levels = (b - first_of(muscle)) / strips - (a - first_of(muscle)) / strips;
      if (levels <= 1) out.emplace_back(a, b);
    }
  }
  return out;
}

}  // namespace simulation::compartments
