#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/files/published_file.h"
#include "simulation/prediction/statistics.h"
#include "simulation/response/random.h"
#include "tests/simulation/prediction/fit/trial.h"
#include "tests/simulation/prediction/rows.h"

// Would each published result be an ordinary one if the model were true? Every row is compared with the same
// figure of many simulated studies: other effects of the study, other people, as many as the study had.
namespace simulation {
namespace {

constexpr int kStudies = 30;
constexpr int kPeoplePerStudy = 120;

struct Comparison {
  double low = 0.0;  // 80 % of simulated studies lie between low and high
  double middle = 0.0;
  double high = 0.0;
  double person_sd = 0.0;
};

Comparison compare(const app::PublishedRow& row, trial::Trials& trials) {
  std::vector<double> results;
  std::vector<double> spreads;
  const std::vector<double> chance = stratified(kStudies, 99, 1);
  for (std::size_t study = 0; study < kStudies; ++study) {
    results.push_back(trials.drawn(row, study, normal_quantile(chance[study])));
    spreads.push_back(trials.result(row, study).sd);
  }
  return {quantile(results, 0.1), quantile(results, 0.5), quantile(results, 0.9), mean(spreads)};
}

TEST(Calibration, PublishedResultsAreOrdinaryOnesOfTheModel) {
  const auto published =
      app::read_published(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical/published.csv");
  trial::Trials trials(clinical::model(), published, kPeoplePerStudy);
  int inside = 0;
  int used = 0;
  std::printf("%-4s %-10s %-20s %6s %7s  %-27s %9s   %-22s %8s  %s\n", "id", "area", "product", "units",
              "week", "measure", "published", "model (80 % of studies)", "misfit", "");
  for (const app::PublishedRow& row : published) {
    if (!trial::is_used(row)) continue;
    const Comparison model = compare(row, trials);
    // A share of n people comes in steps of 100 / n.
    const double slack = app::is_share(row) ? 50.0 / row.people.value_or(50) : 0.0;
    const bool is_inside = row.value >= model.low - slack && row.value <= model.high + slack;
    // Without a published spread: that of the simulated studies.
    const double unit = row.sd.value_or(std::max((model.high - model.low) / 2.563, 1e-6));
    std::printf("%-4s %-10s %-20d %6.0f %7.2f  %-27s %9.2f   %8.2f (%.2f to %.2f) %8.2f  %s\n",
                row.id.c_str(), row.area.c_str(), static_cast<int>(row.product), row.units,
                row.week.value_or(0.0), row.measure.c_str(), row.value, model.middle, model.low, model.high,
                (model.middle - row.value) / unit, is_inside ? "" : "outside");
    ++used;
    inside += is_inside ? 1 : 0;
    if (row.sd) {
      EXPECT_LT(model.person_sd, 2.0 * *row.sd) << row.id << ": the band is too wide to be of use";
    }
  }
  std::printf("inside: %d of %d rows (%.0f %%)\n", inside, used, 100.0 * inside / used);
  std::printf("abobotulinumtoxinA in the calf: no trial was found, the curve is an extrapolation.\n");
  EXPECT_GE(used, 30);
  EXPECT_GE(100 * inside, 80 * used);
}

TEST(Calibration, MoreUnitsOfAbobotulinumtoxinLastLongerAsPublished) {
  // Rows that serve for their order only: the lowest dose does worst at weeks 24 and 36.
  const auto better = [](double units, double week) {
    const auto rows =
        clinical::predict(clinical::glabella(units, 3, Product::abobotulinumtoxin_a), week, week);
    return clinical::row(rows, "face.glabella.one_grade_better_effort", week).mean;
  };
  for (double week : {24.0, 36.0})
    for (double units : {75.0, 100.0, 125.0}) EXPECT_GT(better(units, week), better(50.0, week));
}

}  // namespace
}  // namespace simulation
