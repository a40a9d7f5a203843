#pragma once

#include <optional>

namespace app {

/// A measuring tape round both calves, at one height of both lower legs.
struct TapePlace {
  bool shown = false;
  /// Share of the way from the knee (0) to the ankle (1); empty: where the calf is widest at week 0.
  std::optional<double> t;
  bool operator==(const TapePlace&) const = default;
};

}  // namespace app
