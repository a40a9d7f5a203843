#pragma once

#include <vector>

#include "app/check/finding.h"
#include "app/files/outcomes_file.h"
#include "app/files/texts.h"

namespace app {

/// Of 100, in whole people or readings: nobody is counted in parts.
struct WholeCount {
  int low = 0, high = 0;
};
WholeCount whole_count(const Per100& rate);
/// `1 to 5`, `up to 20` or `50`. Throws AssetError for a missing text.
std::string count_words(const WholeCount& count, const Texts& texts);

/// `0.9 to 5.4 of 100 treated people`, or that no rate was found.
std::string rate_text(const KnownOutcome& known, const Texts& texts);

/// One note per outcome of the region that nobody hopes for: how many of 100 treated people (or of 100 tape
/// readings), from which sources, when and how long. The field is `outcomes.NAME`. Throws AssetError for a
/// missing text.
std::vector<Finding> outcome_notes(simulation::Region region, const std::vector<KnownOutcome>& outcomes,
                                   const Texts& texts);

}  // namespace app
