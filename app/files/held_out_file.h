#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/files/published_file.h"
#include "app/files/source_names.h"

/// How the model compares with published trials it did not see when it was fitted.
namespace app {

/// What 80 of 100 simulated trials give for a published figure, in its unit.
struct HeldOutBand {
  double p10 = 0.0;
  double p50 = 0.0;
  double p90 = 0.0;
  double score = 0.0;  // interval score, in parts of what is a large error in that unit: smaller is better
};

struct HeldOutRow {
  PublishedRow row;
  HeldOutBand now;     // of the model fitted without this row's study
  HeldOutBand before;  // of the model before it
};

struct HeldOutStudy {
  SourceName name;
  std::vector<HeldOutRow> rows;
};

/// Whether a published value lies in a band. A share of n people comes in steps of 100 / n: half a step
/// outside is inside still.
bool is_inside(const PublishedRow& row, const HeldOutBand& band);

struct HeldOutSum {
  int rows = 0;
  int inside = 0;
  int inside_before = 0;
  double mean_score = 0.0;
  double mean_score_before = 0.0;
};
HeldOutSum sum_of(const std::vector<HeldOutStudy>& studies);

/// Reads assets/clinical/held_out.csv, with published.csv and sources.bib beside it; studies and rows in the
/// order of the file. Throws AssetError `FILE: line N: COLUMN: ...` for a missing file, a missing or extra
/// column, an id that published.csv does not have or that is there twice, a figure that is not a number, a
/// band upside down or a score below 0.
std::vector<HeldOutStudy> read_held_out(const std::filesystem::path& path);

}  // namespace app
