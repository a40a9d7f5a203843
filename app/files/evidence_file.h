#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Where the figures of one predicted quantity come from.
struct Evidence {
  std::string quantity;                   // key of its row in the table (simulation/prediction/quantities.h)
  std::vector<std::string> sources;       // keys of sources.bib, at least one
  std::vector<std::string> rows;          // ids of published.csv the curve was checked against
  std::optional<std::string> assumption;  // why a part of it is assumed; always there without rows
  std::string measured;                   // one sentence: what the sources measured
};

/// Reads assets/clinical/evidence.json, with published.csv beside it. Throws AssetError with file and key: no
/// source or an unknown one, an unknown row or one whose source is not cited, a quantity that the table does
/// not have or that is given twice, no row and no assumption.
std::vector<Evidence> read_evidence(const std::filesystem::path& path);

/// The entry of a quantity by the key that predict writes, with its place; null when there is none.
const Evidence* evidence_of(const std::vector<Evidence>& registry, std::string_view quantity);

}  // namespace app
