#pragma once

#include <filesystem>
#include <vector>

#include "app/files/held_out_file.h"
#include "simulation/response/model.h"

namespace fit {

/// Bands of the rows under one model, with their scores: other effects of the study, other draws, chance by
/// the row's n. Figures are rounded to the two decimals that the file has.
std::vector<app::HeldOutBand> bands(const simulation::ResponseModel& model,
                                    const std::vector<app::PublishedRow>& rows);

/// Interval score of an 80 % band (Gneiting and Raftery 2007), its width and ten times what it misses by,
/// over a large error in the row's unit (10 % points, 0.3 cm, 3 weeks, 0.3 grades: an assumption), so that
/// scores of several units can be averaged.
double interval_score(const app::PublishedRow& row, const app::HeldOutBand& band);

/// Writes `held_out.csv` (every row) and `held_out_studies.csv` (by study, and in all) to the folder, and
/// prints the sum. `before` of a row is of the model of before.
void write_held_out(const std::filesystem::path& folder, const std::vector<app::HeldOutRow>& all);

}  // namespace fit
