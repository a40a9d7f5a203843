#include "simulation/calf/shin_compartments.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

// Shares of the soleus [handsfield2014]; the rest is an assumption: fascia, rounding, how the room between
// skin and bone is sought (mm, degrees).
constexpr double kShinFasciaMm = 0.8;
constexpr double kShinEdgeSink = 0.22;  // of the thickness at that height
constexpr double kShares[] = {0.307, 0.234, 0.297};
constexpr int kRoomStations = 61;
constexpr int kRoomDirections = 96;
constexpr double kClearOfBoneMm = 0.6;
constexpr double kShinInnermostMm = 5.0;
constexpr double kLookFrom = radians(158.0);
constexpr double kLookTo = radians(300.0);

// Theta runs on past 180 degrees, the shin's edge, to the outer side. Places and tapers are an assumption, by
// eye after anatomical plates, in the order of MuscleBundle; thicknesses are starting values.
std::array<MuscleBundle, 3> shin_bundles() {
  return {{{0.06, 0.72, 0.27, radians(177.0), 1.0, radians(19.0), 22.0, 0.4, 0.75, 0.3, 0.25},
           {0.05, 0.76, 0.34, radians(211.0), 1.0, radians(15.0), 18.0, 0.45, 0.75, 0.6, 0.35},
           {0.07, 0.80, 0.30, radians(238.0), 1.0, radians(20.0), 14.0, 0.45, 0.8, 0.5, 0.6}}};
}

}  // namespace

LegCompartments::LegCompartments(const LegOutline& skin, const LegBones& bones, const Person& person,
                                 const CalfMuscles& muscles, double girth_mm)
    : muscles_(muscles),
      skin_(skin.radius_mm()),
      length_mm_(skin.frame().length_mm),
      room_(0.0, 1.0, kRoomStations, kRoomDirections),
      bundles_(shin_bundles()) {
  find_room(skin, bones);
  const double soleus_ml = CalfMuscles::usual_soleus_ml(person, girth_mm);
  for (const CompartmentMuscle m : kCompartmentMuscles) {
    const auto i = static_cast<std::size_t>(m);
    wanted_ml_[i] = kShares[i] * soleus_ml;
    fit(m);
  }
}

// Steps inward of 0.4 mm at least; the room is blurred over 4 mm and 3 degrees against the facets of the
// bones: assumption.
void LegCompartments::find_room(const LegOutline& skin, const LegBones& bones) {
  for (int i = 0; i < kRoomStations; ++i) {
    for (int j = 0; j < kRoomDirections; ++j) {
      const double t = room_.t(i);
      const double theta = room_.theta(j);
      const double round = theta < 0.0 ? theta + 2.0 * kPi : theta;
      if (round < kLookFrom || round > kLookTo) continue;
      const double from = skin_.sample(t, theta) - muscles_.cover_mm(t, theta) - kShinFasciaMm;
      double r = from;
      while (r > kShinInnermostMm) {
        const double free = bones.distance_mm(skin.point_mm(t, theta, r)) - kClearOfBoneMm;
        if (free <= 0.0) break;
        r -= std::max(free, 0.4);
      }
      room_.at(i, j) = std::max(0.0, from - std::max(r, kShinInnermostMm));
    }
  }
  room_ = room_.blurred(4.0 / length_mm_, radians(3.0));
}

// How deep both ends lie (mm) and over which stretch (t): assumption, by eye.
double LegCompartments::outer_depth_mm(CompartmentMuscle m, double t, double theta) const {
  const MuscleBundle& b = bundle(m);
  const double width = b.width_at(t);
  const double q = width > 1e-9 ? std::clamp(angle_between(theta, b.centre_at(t)) / width, -1.0, 1.0) : 1.0;
  const double sink = kShinEdgeSink * b.thickness_mm * b.along(t) * (1.0 - MuscleBundle::across(q));
  // Both ends lie deep: the origin on bone, the other where the tendon takes over.
  const double ends = 3.0 * (1.0 - ease(0.0, 0.16, t - b.t_from)) + 2.0 * ease(-0.14, 0.0, t - b.t_to);
  return muscles_.cover_mm(t, theta) + kShinFasciaMm + std::min(sink + ends, 0.5 * room_.sample(t, theta));
}

double LegCompartments::thickness_mm(CompartmentMuscle m, double t, double theta) const {
  const double raw = bundle(m).thickness_at(t, theta);
  if (raw <= 0.0) return 0.0;
  const double sunk = outer_depth_mm(m, t, theta) - muscles_.cover_mm(t, theta) - kShinFasciaMm;
  return std::max(0.0, soft_min(raw, std::max(0.0, room_.sample(t, theta) - sunk), 3.0));
}

double LegCompartments::volume_ml(CompartmentMuscle m) const {
  const MuscleBundle& b = bundle(m);
  constexpr int kSteps = 40;
  constexpr int kNodes = 20;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = b.t_from + (b.t_to - b.t_from) * (i + 0.5) / kSteps;
    const double width = b.width_at(t);
    for (int j = 0; j < kNodes; ++j) {
      const double phi = kPi * ((j + 0.5) / kNodes - 0.5);
      const double theta = b.centre_at(t) + width * std::sin(phi);
      const double h = thickness_mm(m, t, theta);
      const double outer = skin_.sample(t, theta) - outer_depth_mm(m, t, theta);
      sum += h * (outer - 0.5 * h) * std::cos(phi) * width * kPi / kNodes;
    }
  }
  return sum * (b.t_to - b.t_from) * length_mm_ / kSteps / 1000.0;
}

// Bounds of the thickness in mm are wider than any leg asks for (assumption).
void LegCompartments::fit(CompartmentMuscle m) {
  MuscleBundle& b = bundles_[static_cast<std::size_t>(m)];
  double low = 3.0;
  double high = 45.0;
  for (int i = 0; i < 14; ++i) {
    b.thickness_mm = 0.5 * (low + high);
    (volume_ml(m) < wanted_ml(m) ? low : high) = b.thickness_mm;
  }
}

}  // namespace simulation
