#include "simulation/prediction/prediction.h"

#include <algorithm>
#include <cmath>

#include "simulation/anatomy/atlas.h"
#include "simulation/error.h"
#include "simulation/plan/protocol.h"
#include "simulation/prediction/population.h"
#include "simulation/prediction/quantities.h"
#include "simulation/prediction/range_row.h"

namespace simulation {
namespace {

constexpr int kMaxPeople = 1000000;
constexpr double kMaxWeeks = 20000.0;

std::vector<double> weeks_of(double until, double step) {
  std::vector<double> weeks;
  for (std::size_t i = 0;; ++i) {
    const double week = static_cast<double>(i) * step;
    // A step such as 1/7 must not leave a sliver before the last week.
    if (week > until - 1e-6) break;
    weeks.push_back(week);
  }
  weeks.push_back(until);
  return weeks;
}

std::vector<double> sorted(std::vector<double> weeks) {
  std::sort(weeks.begin(), weeks.end());
  return weeks;
}

void check(const PredictionOptions& options, double until) {
  for (const double week : options.weeks)
    if (!(week >= 0.0 && week <= kMaxWeek + kWeeksShown))
      throw InputError("weeks: one is out of range, expected 0 to 299 weeks");
  if (options.people < 1 || options.people > kMaxPeople)
    throw InputError("people: is out of range, expected 1 to 1000000");
  if (!(until >= 0.0 && until <= kMaxWeek + kWeeksShown))
    throw InputError("until: is out of range, expected 0 to 299 weeks");
  if (!(options.step_weeks > 0.0 && std::isfinite(options.step_weeks)) ||
      until / options.step_weeks > kMaxWeeks)
    throw InputError("step: is out of range, expected weeks above 0 that give at most 20000 steps");
}

/// One quantity at one place: what predict writes a row of each week.
struct Column {
  const Quantity* quantity;
  QuantityPlace place;
  std::string key;
};

std::vector<QuantityPlace> places_of(Per per, const Cohort& cohort) {
  std::vector<QuantityPlace> places;
  switch (per) {
    case Per::side:
      for (const BodySide side : kBodySides) places.push_back({.side = side});
      break;
    case Per::line:
      for (const FaceLine line : kFaceLines) places.push_back({.line = line});
      break;
    case Per::muscle:
      for (std::size_t m = 0; m < kMuscleCount; ++m)
        for (const BodySide side : kBodySides) {
          const Muscle muscle = static_cast<Muscle>(m);
          // Those that make a graded line always, others where a dose was meant for them.
          if (region_of(muscle) == Region::face && (row_of(muscle).line || cohort.is_aimed_at(muscle, side)))
            places.push_back({.side = side, .muscle = muscle});
        }
      for (const AtlasRow& row : atlas())
        if (row.region == Region::face && row.muscle && columns_of(*row.muscle).size() > 1)
          for (const BodySide side : kBodySides) places.push_back({.side = side, .muscle = *row.muscle});
      break;
  }
  return places;
}

/// Rows of a leg or a line stand together, place by place; those of muscles quantity by quantity.
std::vector<Column> columns_of(Region region, const Cohort& cohort) {
  std::vector<Column> columns;
  for (std::span<const Quantity> rest = quantities(region); !rest.empty();) {
    const Per per = rest.front().per;
    const auto other = std::find_if(rest.begin() + 1, rest.end(), [&](const Quantity& quantity) {
      return quantity.per != per || per == Per::muscle;
    });
    const auto group = rest.first(static_cast<std::size_t>(other - rest.begin()));
    for (const QuantityPlace& place : places_of(per, cohort))
      for (const Quantity& quantity : group) columns.push_back({&quantity, place, key_of(quantity, place)});
    rest = rest.subspan(group.size());
  }
  return columns;
}

}  // namespace

std::vector<PredictionRow> predict(const Plan& plan, const ResponseModel& model, const RegionResponse& region,
                                   const PredictionOptions& options, const DoseReach& reach) {
  validate(plan);
  const double until = options.until_week.value_or(last_shown_week(plan));
  check(options, until);
  Population people(plan, model, region, options, reach);
  const std::vector<Column> columns = columns_of(plan.region, people.cohort());
  std::vector<PredictionRow> rows;
  for (const double week :
       options.weeks.empty() ? weeks_of(until, options.step_weeks) : sorted(options.weeks)) {
    people.move_to(week);
    for (const Column& column : columns)
      rows.push_back(range_row(*column.quantity, column.place, column.key, people));
  }
  return rows;
}

}  // namespace simulation
