#include <algorithm>
#include <cmath>

#include "simulation/prediction/quantities.h"
#include "simulation/prediction/statistics.h"

namespace simulation {

void RowWriter::set_parts(PredictionRow& row, const std::vector<double>& true_values, double reading) const {
  const SpreadParts parts = spread_parts(true_values, study_of_, studies_);
  row.sd_people = parts.within;
  row.sd_reading = reading;
  row.sd_unknown = parts.between;
}

PredictionRow RowWriter::start(const std::string& quantity, const char* unit) const {
  PredictionRow row;
  row.week = week_;
  row.quantity = quantity;
  row.unit = unit;
  row.mean = mean(values_);
  return row;
}

void RowWriter::write(const std::string& quantity, const char* unit) {
  PredictionRow row = start(quantity, unit);
  row.sd = standard_deviation(values_);
  set_parts(row, values_, 0.0);
  const std::array<double, 3> spread = quantiles(values_);
  row.p10 = spread[0];
  row.p50 = spread[1];
  row.p90 = spread[2];
  rows_.push_back(std::move(row));
}

void RowWriter::write_read(const std::string& quantity, const char* unit, const std::vector<double>& error) {
  PredictionRow row = start(quantity, unit);
  set_parts(row, values_, standard_deviation(error));
  std::vector<double> true_values = values_;
  row.p50 = quantile(true_values, 0.5);
  for (std::size_t p = 0; p < values_.size(); ++p) values_[p] += error[p];
  row.sd = standard_deviation(values_);
  row.p10 = quantile(values_, 0.1);
  row.p90 = quantile(values_, 0.9);
  rows_.push_back(std::move(row));
}

void RowWriter::write_grade(const std::string& quantity, const std::vector<double>& agreed) {
  PredictionRow row = start(quantity, "grade");
  row.sd = standard_deviation(values_);
  const double apart = *row.sd * *row.sd - std::pow(standard_deviation(agreed), 2);
  set_parts(row, agreed, std::sqrt(std::max(0.0, apart)));
  row.p10 = grade_quantile(values_, 0.1);
  row.p50 = grade_quantile(values_, 0.5);
  row.p90 = grade_quantile(values_, 0.9);
  rows_.push_back(std::move(row));
}

void RowWriter::write_share(const std::string& quantity) {
  PredictionRow row = start(quantity, "% of people");
  row.mean *= 100.0;
  rows_.push_back(std::move(row));
}

}  // namespace simulation
