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
                         std::span<const PersonDraw> people, ToxinLevels& toxin, const Place& place)
    : people_(people) {
  for (const DoseEvent& event : events) doses_.push_back(toxin.add(event.day, event.product));
  for (std::size_t e = 0; e < events.size(); ++e) {
    const bool repeats_day = e > 0 && events[e].day == events[e - 1].day;
    one_pattern_ = one_pattern_ && same_pattern(events[e], events[0]) && !repeats_day;
  }
  if (one_pattern_) course_ = toxin.add_course(doses_);
  const std::size_t kept = one_pattern_ ? 1 : events.size();
  ratios_.assign(kept, std::vector<std::array<double, kSamples>>(people.size()));
  for (std::size_t p = 0; p < people.size(); ++p) {
    const PersonDraw& person = people[p];
    const double own_d50 = d50 * person.d50_factor *
                           (place.area ? person.area_d50[static_cast<std::size_t>(*place.area)] : 1.0) *
                           (place.side ? person.side_d50[*place.side] : 1.0);
    for (std::size_t e = 0; e < kept; ++e) {
      const double scale = (place.reach ? person.*place.reach : 1.0) /
                           (person.potency[static_cast<std::size_t>(events[e].product)] * own_d50);
      ratios_[e][p] = at_radius(events[e].local, person.radius_factor);
      for (double& ratio : ratios_[e][p]) ratio *= scale;
    }
    // What can be used is limited by the whole dose of a day, whatever products it came from.
    for (std::size_t first = 0; first < kept;) {
      std::size_t last = first + 1;
      while (last < kept && events[last].day == events[first].day) ++last;
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

void MuscleBlock::at(const ToxinLevels& toxin, std::span<double> block) const {
  if (one_pattern_)
    at_one_pattern(toxin, block);
  else
    at_many_patterns(toxin, block);
}

void MuscleBlock::at_one_pattern(const ToxinLevels& toxin, std::span<double> block) const {
  const std::span<const double> power = toxin.course_power(course_);
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const std::array<double, kSamples>& ratios = ratios_[0][p];
    std::array<double, kSamples> share;
    for (std::size_t s = 0; s < kSamples; ++s) {
      const double x = ratios[s] * power[p];
      share[s] = x / (1.0 + x);
    }
    double sum = 0.0;
    for (const double one : share) sum += one;
    block[p] = people_[p].block_max * sum / kSamples;
  }
}

void MuscleBlock::at_many_patterns(const ToxinLevels& toxin, std::span<double> block) const {
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const PersonDraw& person = people_[p];
    std::array<double, kSamples> level{};
    for (std::size_t e = 0; e < doses_.size(); ++e) {
      const double now = toxin.level(doses_[e])[p];
      if (now == 0.0) continue;
      for (std::size_t s = 0; s < kSamples; ++s) level[s] += now * ratios_[e][p][s];
    }
    double sum = 0.0;
    for (double x : level) sum += hill_block(x, person.exponent, 1.0);
    block[p] = person.block_max * sum / kSamples;
  }
}

}  // namespace simulation
