#include "simulation/prediction/range_row.h"

#include <vector>

#include "simulation/prediction/statistics.h"

namespace simulation {
namespace {

void tell_values(PredictionRow& row, std::span<double> values) {
  row.sd = standard_deviation(values);
  const std::array<double, 3> spread = quantiles(values);
  row.p10 = spread[0];
  row.p50 = spread[1];
  row.p90 = spread[2];
}

void tell_read_values(PredictionRow& row, std::span<double> values, std::span<const double> error) {
  std::vector<double> read(values.begin(), values.end());
  for (std::size_t p = 0; p < read.size(); ++p) read[p] += error[p];
  tell_values(row, read);
  const std::array<double, 3> people = quantiles(values);
  row.people_p10 = people[0];
  row.p50 = people[1];
  row.people_p90 = people[2];
}

void tell_grades(PredictionRow& row, std::span<double> grades) {
  row.sd = standard_deviation(grades);
  row.p10 = grade_quantile(grades, 0.1);
  row.p50 = grade_quantile(grades, 0.5);
  row.p90 = grade_quantile(grades, 0.9);
}

}  // namespace

PredictionRow range_row(const Quantity& quantity, double week, const std::string& key,
                        std::span<double> values, std::span<const double> tape_error_cm) {
  PredictionRow row;
  row.week = week;
  row.quantity = key;
  row.unit = quantity.unit;
  row.mean = mean(values);  // before values are reordered: a sum is of its order
  switch (quantity.told) {
    case Told::value:
      tell_values(row, values);
      break;
    case Told::tape:
      tell_read_values(row, values, tape_error_cm);
      break;
    case Told::grade:
      tell_grades(row, values);
      break;
    case Told::share:
      row.mean *= 100.0;
      break;
  }
  return row;
}

}  // namespace simulation
