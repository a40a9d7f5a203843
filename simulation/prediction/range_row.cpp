#include "simulation/prediction/range_row.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "simulation/prediction/statistics.h"

namespace simulation {
namespace {

using PersonValues = std::vector<double>;

/// Parts of the spread; `own` are the people without what a reading adds.
void tell_parts(PredictionRow& row, const PersonValues& own, double reading, const Population& people) {
  const SpreadParts parts = spread_parts(own, people.study_of(), people.studies());
  row.sd_people = parts.within;
  row.sd_reading = reading;
  row.sd_unknown = parts.between;
}

void tell_quantiles(PredictionRow& row, PersonValues& values) {
  const std::array<double, 3> spread = quantiles(values);
  row.p10 = spread[0];
  row.p50 = spread[1];
  row.p90 = spread[2];
}

void tell_values(PredictionRow& row, PersonValues& values, const Population& people) {
  row.sd = standard_deviation(values);
  tell_parts(row, values, 0.0, people);
  tell_quantiles(row, values);
}

void tell_read_values(PredictionRow& row, PersonValues& values, const Population& people) {
  const auto error = people.tape_error_cm();
  PersonValues read = values;
  for (std::size_t p = 0; p < read.size(); ++p) read[p] += error[p];
  row.sd = standard_deviation(read);
  tell_parts(row, values, standard_deviation(error), people);
  tell_quantiles(row, read);
  const std::array<double, 3> own = quantiles(values);
  row.people_p10 = own[0];
  row.p50 = own[1];
  row.people_p90 = own[2];
}

void tell_grades(PredictionRow& row, PersonValues& grades, PersonValues& agreed, const Population& people) {
  row.sd = standard_deviation(grades);
  // One rater's scatter is what the grades vary beyond those that all raters agree on.
  const double apart = *row.sd * *row.sd - std::pow(standard_deviation(agreed), 2);
  tell_parts(row, agreed, std::sqrt(std::max(0.0, apart)), people);
  row.p10 = grade_quantile(grades, 0.1);
  row.p50 = grade_quantile(grades, 0.5);
  row.p90 = grade_quantile(grades, 0.9);
  row.people_p10 = grade_quantile(agreed, 0.1);
  row.people_p90 = grade_quantile(agreed, 0.9);
}

}  // namespace

PredictionRow range_row(const Quantity& quantity, const QuantityPlace& place, const std::string& key,
                        Population& people) {
  PersonValues values(people.size());
  quantity.formula(people, place, values);
  PredictionRow row;
  row.week = people.week();
  row.quantity = key;
  row.unit = quantity.unit;
  row.mean = mean(values);  // before values are reordered: a sum is of its order
  switch (quantity.told) {
    case Told::value:
      tell_values(row, values, people);
      break;
    case Told::tape:
      tell_read_values(row, values, people);
      break;
    case Told::grade: {
      PersonValues agreed(people.size());
      quantity.agreed(people, place, agreed);
      tell_grades(row, values, agreed, people);
      break;
    }
    case Told::share:
      row.mean *= 100.0;
      break;
  }
  return row;
}

}  // namespace simulation
