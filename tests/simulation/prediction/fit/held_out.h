#pragma once

#include <filesystem>
#include <vector>

#include "app/files/published_file.h"
#include "simulation/response/model.h"

namespace fit {

/// What 80 of 100 simulated trials give for a published row.
struct Band {
  double low = 0.0;
  double middle = 0.0;
  double high = 0.0;
};

/// A published row against a model that did not see its study, and against the model of before.
struct HeldOut {
  app::PublishedRow row;
  Band after;
  Band before;
};

/// Bands of the rows under one model: other effects of the study, other draws, chance by the row's n.
std::vector<Band> bands(const simulation::ResponseModel& model, const std::vector<app::PublishedRow>& rows);

bool is_inside(const app::PublishedRow& row, const Band& band);
/// Interval score of an 80 % band (Gneiting and Raftery 2007): its width, and ten times what it misses by.
double interval_score(const app::PublishedRow& row, const Band& band);

/// What a row's score is divided by before scores of several units are averaged: a large error in the row's
/// unit (10 % points, 0.3 cm, 3 weeks, 0.3 grades). An assumption.
double unit_scale(const app::PublishedRow& row);

/// Writes `held_out.csv` (every row) and `held_out_studies.csv` (by study, and in all) to the folder, and
/// prints the sum.
void write_held_out(const std::filesystem::path& folder, const std::vector<HeldOut>& all);

}  // namespace fit
