#include "simulation/response/muscle_block.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

/// Local dose at every sample for a person's own spread radius.
std::array<double, kSamples> at_radius(const LocalDose& local, double factor) {
  const auto upper = std::upper_bound(kRadiusFactors.begin() + 1, kRadiusFactors.end() - 1, factor);
  const std::size_t i = static_cast<std::size_t>(upper - kRadiusFactors.begin());
  const double low = kRadiusFactors[i - 1];
  const double share = std::clamp((factor - low) / (kRadiusFactors[i] - low), 0.0, 1.0);
  std::array<double, kSamples> dose{};
  for (std::size_t s = 0; s < kSamples; ++s)
    dose[s] = local[i - 1][s] + share * (local[i][s] - local[i - 1][s]);
  return dose;
}

bool same_pattern(const DoseEvent& a, const DoseEvent& b) {
  return a.product == b.product && a.local == b.local;
}

}  // namespace

double with_ceiling(double dose, double ceiling, double sharpness) {
  if (dose <= 0.0) return 0.0;
  return dose / std::pow(1.0 + std::pow(dose / ceiling, sharpness), 1.0 / sharpness);
}

double hill_block(double x, double exponent, double block_max) {
  if (x <= 0.0) return 0.0;
  const double power = std::pow(x, exponent);
  return block_max * power / (1.0 + power);
}

MuscleBlock::MuscleBlock(const std::vector<DoseEvent>& events, double d50, double ceiling_sharpness,
                         std::span<const PersonDraw> people)
    : events_(events), people_(people) {
  for (std::size_t e = 0; e < events_.size(); ++e) {
    const bool repeats_day = e > 0 && events_[e].day == events_[e - 1].day;
    one_pattern_ = one_pattern_ && same_pattern(events_[e], events_[0]) && !repeats_day;
  }
  const std::size_t kept = one_pattern_ ? 1 : events_.size();
  ratios_.assign(kept, std::vector<std::array<double, kSamples>>(people.size()));
  for (std::size_t p = 0; p < people.size(); ++p) {
    const PersonDraw& person = people[p];
    for (std::size_t e = 0; e < kept; ++e) {
      const double scale =
          1.0 / (person.potency[static_cast<std::size_t>(events_[e].product)] * d50 * person.d50_factor);
      ratios_[e][p] = at_radius(events_[e].local, person.radius_factor);
      for (double& ratio : ratios_[e][p]) ratio *= scale;
    }
    // What can be used is limited by the whole dose of a day, whatever products it came from.
    for (std::size_t first = 0; first < kept;) {
      std::size_t last = first + 1;
      while (last < kept && events_[last].day == events_[first].day) ++last;
      for (std::size_t s = 0; s < kSamples; ++s) {
        double total = 0.0;
        for (std::size_t e = first; e < last; ++e) total += ratios_[e][p][s];
        if (total <= 0.0) continue;
        const double used = with_ceiling(total, person.ceiling, ceiling_sharpness) / total;
        for (std::size_t e = first; e < last; ++e) ratios_[e][p][s] *= used;
      }
      first = last;
    }
    if (one_pattern_)
      for (double& ratio : ratios_[0][p]) ratio = ratio > 0.0 ? std::pow(ratio, person.exponent) : 0.0;
  }
}

void MuscleBlock::at(double day, ToxinLevels& toxins, std::span<double> block) const {
  std::vector<std::span<const double>> levels;
  for (const DoseEvent& event : events_) {
    if (event.day >= day) break;
    levels.push_back(toxins.of(event, day));
  }
  if (levels.empty()) {
    std::fill(block.begin(), block.end(), 0.0);
    return;
  }
  for (std::size_t p = 0; p < people_.size(); ++p)
    block[p] = people_[p].block_max *
               (one_pattern_ ? of_one_pattern(p, levels) : of_many_patterns(p, levels)) / kSamples;
}

double MuscleBlock::of_one_pattern(std::size_t person, const Levels& levels) const {
  double level = 0.0;
  for (const std::span<const double>& of_event : levels) level += of_event[person];
  const double power = std::pow(level, people_[person].exponent);
  double sum = 0.0;
  for (double ratio : ratios_[0][person]) {
    const double x = ratio * power;
    sum += x / (1.0 + x);
  }
  return sum;
}

double MuscleBlock::of_many_patterns(std::size_t person, const Levels& levels) const {
  std::array<double, kSamples> local{};
  for (std::size_t e = 0; e < levels.size(); ++e)
    for (std::size_t s = 0; s < kSamples; ++s) local[s] += levels[e][person] * ratios_[e][person][s];
  double sum = 0.0;
  for (double x : local) sum += hill_block(x, people_[person].exponent, 1.0);
  return sum;
}

}  // namespace simulation
