#pragma once

#include <filesystem>
#include <vector>

#include "simulation/plan/plan.h"

namespace app {

enum class ClaimSource { leaflet, trial };
enum class ClaimKind { onset, peak, lasts };

/// When others say something happens; drawn under the curve.
struct Claim {
  simulation::Region region = simulation::Region::calf;
  ClaimSource source = ClaimSource::leaflet;
  ClaimKind kind = ClaimKind::onset;
  double from_week = 0.0;
  double to_week = 0.0;  // at least from_week
};

/// Reads assets/clinical/claims.json. Throws AssetError, also for a claim whose source is not listed.
std::vector<Claim> read_claims(const std::filesystem::path& path);

}  // namespace app
