#include "app/body/spread.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

ValueRange between(const ValueRange& from, const ValueRange& to, double share) {
  return {std::lerp(from.low, to.low, share), std::lerp(from.high, to.high, share)};
}

}  // namespace

std::optional<PredictedRange> range_of(const simulation::PredictionRow& row) {
  if (!row.p10 || !row.p90) return std::nullopt;
  const ValueRange read{*row.p10, *row.p90};
  return PredictedRange{
      {row.people_p10.value_or(read.low), row.people_p90.value_or(read.high)},
      read,
      {row.sd_people.value_or(0.0), row.sd_reading.value_or(0.0), row.sd_unknown.value_or(0.0)}};
}

PredictedRange between(const PredictedRange& from, const PredictedRange& to, double share) {
  return {between(from.people, to.people, share),
          between(from.read, to.read, share),
          {std::lerp(from.spread.people, to.spread.people, share),
           std::lerp(from.spread.reading, to.spread.reading, share),
           std::lerp(from.spread.unknown, to.spread.unknown, share)}};
}

bool only_read(const Spread& spread) {
  // Sums of doubles leave a trace where nothing differs.
  constexpr double kNothing = 1e-6;
  return spread.reading > 0.0 && std::max(spread.people, spread.unknown) <= kNothing * spread.reading;
}

}  // namespace app
