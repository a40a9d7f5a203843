#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "simulation/plan/plan.h"

namespace app {

/// What a published figure serves for: `fit` rows are compared with the model; rows of a definition we did
/// not see serve for their order only; rows of another measure are kept beside the curve and not compared.
enum class PublishedUse { fit, order_only, other_measure };

/// One figure of a published study, in our own words.
struct PublishedRow {
  std::string id;
  std::string source;  // a key of sources.bib
  std::string area;    // calf, glabella, forehead, crows_feet or masseter
  simulation::Product product = simulation::Product::onabotulinumtoxin_a;
  double units = 0.0;  // calf: per leg; face: in all
  std::string person;  // adult, or child (with cerebral palsy)
  std::optional<double> week;
  std::string measure;
  std::string unit;
  double value = 0.0;
  std::optional<double> sd;  // between people
  std::optional<int> people;
  PublishedUse use = PublishedUse::fit;
  std::string note;
};

/// Whether the figure is a share of people, in %.
bool is_share(const PublishedRow& row);

/// Reads assets/clinical/published.csv. Throws AssetError `FILE: line N: COLUMN: ...` for a missing or extra
/// column, a word that is not known, a figure that is not a number, or a source that sources.bib does not
/// have.
std::vector<PublishedRow> read_published(const std::filesystem::path& path);

}  // namespace app
