#pragma once

#include <ostream>
#include <span>
#include <string>

#include "app/commands/command_line.h"
#include "app/files/paths.h"
#include "simulation/prediction/prediction.h"

namespace app {

/// `week,quantity,unit,p10,p50,p90,mean,sd,sd_people,sd_reading,sd_unknown`, one row per line; four decimals,
/// a decimal point, empty where a share of people has no range.
std::string prediction_csv(std::span<const simulation::PredictionRow> rows);

/// The same rows as JSON, null where empty, under the permanent label and the plan's stamp, if it has one.
std::string prediction_json(std::span<const simulation::PredictionRow> rows,
                            const simulation::PredictionOptions& options, const std::string& model_hash,
                            const std::string& label, const std::string& stamp = {});

/// Writes the range of outcomes to the file named, or to `out`; `notes` is told of a stamp. Throws
/// InputError, AssetError.
void run_predict(const PredictArguments& arguments, const Paths& paths, std::ostream& out,
                 std::ostream& notes);

}  // namespace app
