#include "simulation/prediction/quantities.h"
#include "simulation/prediction/statistics.h"

namespace simulation {

void RowWriter::write(const std::string& quantity, const char* unit) {
  PredictionRow row{week_, quantity, unit, {}, {}, {}, mean(values_), standard_deviation(values_)};
  const std::array<double, 3> spread = quantiles(values_);
  row.p10 = spread[0];
  row.p50 = spread[1];
  row.p90 = spread[2];
  rows_.push_back(std::move(row));
}

void RowWriter::write_read(const std::string& quantity, const char* unit, const std::vector<double>& error) {
  PredictionRow row{week_, quantity, unit, {}, {}, {}, mean(values_), {}};
  std::vector<double> true_values = values_;
  row.p50 = quantile(true_values, 0.5);
  for (std::size_t p = 0; p < values_.size(); ++p) values_[p] += error[p];
  row.sd = standard_deviation(values_);
  row.p10 = quantile(values_, 0.1);
  row.p90 = quantile(values_, 0.9);
  rows_.push_back(std::move(row));
}

void RowWriter::write_grade(const std::string& quantity) {
  PredictionRow row{week_, quantity, "grade", {}, {}, {}, mean(values_), standard_deviation(values_)};
  row.p10 = grade_quantile(values_, 0.1);
  row.p50 = grade_quantile(values_, 0.5);
  row.p90 = grade_quantile(values_, 0.9);
  rows_.push_back(std::move(row));
}

void RowWriter::write_share(const std::string& quantity) {
  rows_.push_back({week_, quantity, "% of people", {}, {}, {}, 100.0 * mean(values_), {}});
}

}  // namespace simulation
