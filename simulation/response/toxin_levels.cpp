#include "simulation/response/toxin_levels.h"

#include <algorithm>
#include <numbers>

#include "simulation/response/chain.h"

namespace simulation {

std::span<const double> ToxinLevels::of(const DoseEvent& event, double day) {
  auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return kept.product == event.product && kept.given_day == event.day;
  });
  if (found == kept_.end()) {
    kept_.push_back({event.product, event.day, event.day, std::vector<double>(people_.size(), 0.0)});
    found = kept_.end() - 1;
  }
  if (found->day == day) return found->levels;
  found->day = day;
  const std::size_t product = static_cast<std::size_t>(event.product);
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const PersonDraw& person = people_[p];
    const double half_life = person.half_life_days * person.half_life_ratio[product];
    found->levels[p] = active_toxin(
        {person.uptake * person.onset_ratio[product], person.translocation, std::numbers::ln2 / half_life},
        day - event.day);
  }
  return found->levels;
}

}  // namespace simulation
