#include "simulation/calf/dose_pattern.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

// Assumptions, see the header.
constexpr double kSpreadMm = 30.0;
constexpr double kMostOverMean = 2.0;

/// Share of a muscle's volume that each of its compartments holds.
std::vector<double> volume_shares(const CalfMuscles& muscles, CalfMuscle muscle) {
  const MuscleBundle& bundle = muscles.bundle(muscle);
  const int first = compartments::first_of(muscle);
  std::vector<double> out(static_cast<std::size_t>(compartments::count_of(muscle)), 0.0);
  double whole = 0.0;
  constexpr int kSteps = 40;
  for (int i = 0; i < kSteps; ++i) {
    const double t = bundle.t_from + (bundle.t_to - bundle.t_from) * (i + 0.5) / kSteps;
    const double width = bundle.width_at(t);
    for (int j = 0; j < kSteps; ++j) {
      const double theta = bundle.centre_at(t) + width * (2.0 * (j + 0.5) / kSteps - 1.0);
      const double held = width * muscles.thickness_mm(muscle, t, theta);
      whole += held;
      for (const DriveShare& d : compartments::shares_at(bundle, muscle, t, theta)) {
        if (d.drive >= 0) out[static_cast<std::size_t>(d.drive - first)] += held * d.share;
      }
    }
  }
  for (double& share : out) share /= whole;
  return out;
}

glm::dvec3 skin_over(const LegOutline& outline, double t, double theta) {
  return outline.point_mm(t, theta, outline.radius_mm().sample(t, theta));
}

}  // namespace

CompartmentPattern dose_pattern(const LegOutline& outline, const CalfMuscles& muscles,
                                const std::vector<CalfDose>& doses) {
  CompartmentPattern out = even_pattern();
  for (const CalfMuscle muscle : kCalfMuscles) {
    const bool placed = std::any_of(doses.begin(), doses.end(), [&](const CalfDose& dose) {
      return dose.muscle == muscle && dose.skin_mm && dose.units > 0.0;
    });
    if (!placed) continue;
    const std::vector<double> volume = volume_shares(muscles, muscle);
    const int first = compartments::first_of(muscle);
    std::vector<double> got(volume.size(), 0.0);
    for (const CalfDose& dose : doses) {
      if (dose.muscle != muscle) continue;
      std::vector<double> share = volume;
      double whole = 0.0;
      for (std::size_t c = 0; c < share.size(); ++c) {
        if (dose.skin_mm) {
          const auto [t, theta] = compartments::middle(muscles.bundle(muscle), first + static_cast<int>(c));
          share[c] *= gauss(glm::length(skin_over(outline, t, theta) - *dose.skin_mm), kSpreadMm);
        }
        whole += share[c];
      }
      for (std::size_t c = 0; c < share.size() && whole > 0.0; ++c) got[c] += dose.units * share[c] / whole;
    }
    double units = 0.0;
    for (const double g : got) units += g;
    // Cutting the peak gives the rest to the others, so that the muscle's mean stays 1.
    double mean = 0.0;
    std::vector<double> over(volume.size(), 1.0);
    for (std::size_t c = 0; c < volume.size(); ++c) {
      over[c] = std::min(kMostOverMean, got[c] / units / volume[c]);
      mean += over[c] * volume[c];
    }
    const double rest = (1.0 - mean) / std::max(1e-9, kMostOverMean - mean);
    for (std::size_t c = 0; c < volume.size(); ++c)
      out[static_cast<std::size_t>(first) + c] = over[c] + rest * (kMostOverMean - over[c]);
  }
  return out;
}

}  // namespace simulation
