#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/base/names.h"
#include "simulation/plan/plan.h"
#include "simulation/response/adverse.h"

namespace app {

inline constexpr Names<simulation::AdverseOutcome, 8> kAdverseOutcomeNames{
    {{simulation::AdverseOutcome::no_visible_change, "no_visible_change"},
     {simulation::AdverseOutcome::asymmetry, "asymmetry"},
     {simulation::AdverseOutcome::eyelid_droop, "eyelid_droop"},
     {simulation::AdverseOutcome::brow_droop, "brow_droop"},
     {simulation::AdverseOutcome::uneven_smile, "uneven_smile"},
     {simulation::AdverseOutcome::weak_push_off, "weak_push_off"},
     {simulation::AdverseOutcome::injection_bumps, "injection_bumps"},
     {simulation::AdverseOutcome::bruise, "bruise"}}};

/// How often, lowest to highest over the sources.
struct Per100 {
  double low = 0.0;
  double high = 0.0;         // at least low, at most 100
  bool of_readings = false;  // out of 100 tape readings; else out of 100 treated people
};

/// One result nobody hopes for, and what is known of how often it comes.
struct KnownOutcome {
  simulation::AdverseOutcome outcome = simulation::AdverseOutcome::no_visible_change;
  simulation::Region region = simulation::Region::calf;
  std::optional<Per100> per_100;              // nothing: no rate was found
  std::vector<std::string> sources;           // keys of sources.bib
  std::vector<std::string> rows;              // ids of published.csv
  std::string basis;                          // one sentence
  std::string shows;                          // when
  std::string lasts;                          // how long
  std::optional<Per100> untreated_per_100{};  // the same without treatment; nothing: not measured
  std::string untreated_basis{};              // one sentence; empty without that rate
};

/// Reads assets/clinical/outcomes.json, with published.csv beside it. Throws AssetError with file and key: an
/// unknown outcome, source or row, a range upside down or outside 0 to 100, an outcome given twice for a
/// region, a rate whose rows do not give it within 0.5 (`from`: `published` is the range of the rows' values
/// in %, `share_not_below_zero` that of a normal of each row's mean and SD: a share of readings; `review` has
/// no rows), a rate of the untreated without one of the treated or without its basis.
std::vector<KnownOutcome> read_outcomes(const std::filesystem::path& path);

}  // namespace app
