#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/files/published_file.h"
#include "simulation/prediction/prediction.h"

/// Simulated trials to compare published rows with.
namespace trial {

/// Mean of a quantity over a trial's people and the spread between them, over the grades a trial enrols. For
/// `median_week_lost` the mean is that week and there is no spread.
struct Result {
  double mean = 0.0;
  double sd = 0.0;
};

/// True where the model has the row's measure and the fit and the comparisons may use it.
bool is_used(const app::PublishedRow& row);
/// Standard deviation of what no model of this kind gets right: other scales, other raters, other questions.
/// Of the logit for shares, else in the row's unit. Assumptions.
double misfit(const app::PublishedRow& row);
/// Children take their own size of calf, others are adults of any prior.
bool is_of_children(const app::PublishedRow& row);

/// Runs trials of one model: every arm once per study, at the weeks that its rows were published for.
class Trials {
 public:
  /// `people` per arm and grade. The rows and the model must outlive it.
  Trials(const simulation::ResponseModel& model, const std::vector<app::PublishedRow>& rows, int people);

  /// What the study of that number finds for a row; all people share that study's effects.
  Result result(const app::PublishedRow& row, std::uint64_t study);
  /// The same, with what chance does to as many people as the row has, and with the row's misfit(); both are
  /// standard normal numbers.
  double drawn(const app::PublishedRow& row, std::uint64_t study, double chance, double other = 0.0);

 private:
  struct Point {
    double mean = 0.0;
    double sd = 0.0;
  };
  using Course = std::map<std::string, std::map<double, Point>>;  // quantity, week

  const Course& run(const app::PublishedRow& row, int grade, std::uint64_t study);
  Result at(const app::PublishedRow& row, std::uint64_t study, double week);
  /// Week at which of those who had answered only that share still do.
  double week_lost(const app::PublishedRow& row, std::uint64_t study, double share);

  const simulation::ResponseModel& model_;
  const std::vector<app::PublishedRow>& rows_;
  int people_;
  std::map<std::string, Course> runs_;
};

}  // namespace trial
