#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "app/files/published_file.h"
#include "simulation/prediction/statistics.h"
#include "simulation/response/random.h"
#include "tests/simulation/prediction/rows.h"

// Would each published result be an ordinary one if the model were true? Every row is compared with the same
// figure of many simulated studies: other effects of the study, other people, as many as the study had.
namespace simulation {
namespace {

using clinical::Rows;

constexpr int kStudies = 30;
constexpr int kPeoplePerStudy = 120;
// Trials of facial lines take in moderate and severe lines; how many of each is seldom said: half and half.
constexpr int kGrades[] = {2, 3};
constexpr std::size_t kChildPrior = 2;

Plan plan_of(const app::PublishedRow& row, int grade) {
  Plan plan;
  if (row.area == "calf") return clinical::calf(row.units, Side::both, row.product);
  if (row.area == "glabella") return clinical::glabella(row.units, grade, row.product);
  plan.region = Region::face;
  plan.person.face.forehead = {1, grade};
  plan.person.face.crows_feet = {{1, grade}, {1, grade}};
  Session session;
  session.product = row.product;
  const Muscle muscle = row.area == "forehead" ? Muscle::frontalis : Muscle::orbicularis_oculi;
  session.injections.push_back({MuscleTarget{muscle, Side::both, 3}, 0.5 * row.units});
  plan.sessions = {session};
  return plan;
}

std::string quantity_of(const app::PublishedRow& row) {
  if (row.measure == "max_girth_change") return "calf.left.max_girth_change";
  if (row.measure == "gastrocnemius_volume_change") return "calf.left.gastrocnemius.volume_change";
  const std::string line = "face." + row.area + ".";
  static const std::map<std::string, std::string> kOfLine{{"one_grade_better", "one_grade_better_effort"},
                                                          {"median_week_lost", "one_grade_better_effort"},
                                                          {"none_or_mild", "none_or_mild_effort"},
                                                          {"grade_change", "grade_effort"},
                                                          {"relief_rest_change", "relief_rest_change"},
                                                          {"relief_effort_change", "relief_effort_change"},
                                                          {"onset_reported", "onset_reported"}};
  return line + kOfLine.at(row.measure);
}

/// One simulated study: the mean and spread of a quantity at a week, over its grades.
struct Result {
  double mean = 0.0;
  double sd = 0.0;
};

/// Runs plans once per study and keeps their rows.
class Studies {
 public:
  Result result(const app::PublishedRow& row, int study, double week) {
    Result sum;
    const bool graded = row.area != "calf";
    for (int grade : kGrades) {
      const Rows& rows = run(row, graded ? grade : kGrades[0], study, week < 1.0);
      const PredictionRow* nearest = nullptr;
      const std::string quantity = quantity_of(row);
      for (const PredictionRow& r : rows)
        if (r.quantity == quantity && (!nearest || std::abs(r.week - week) < std::abs(nearest->week - week)))
          nearest = &r;
      const double start = row.measure == "grade_change" ? grade : 0.0;
      sum.mean += 0.5 * (nearest->mean - start);
      sum.sd += 0.5 * nearest->sd.value_or(std::sqrt(std::max(0.0, nearest->mean * (100.0 - nearest->mean))));
    }
    return sum;
  }

  /// Week at which the share of people who are better falls through a level for the last time.
  double week_lost(const app::PublishedRow& row, int study, double level) {
    double lost = 0.0;
    double last = 0.0;
    for (double week = 0.0; week <= 39.0; week += 0.5) {
      const double now = result(row, study, week).mean;
      if (last >= level && now < level) lost = week - 0.5 * (level - now) / (last - now);
      last = now;
    }
    return lost;
  }

 private:
  const Rows& run(const app::PublishedRow& row, int grade, int study, bool days) {
    const std::string key = row.area + std::string(name_of(row.product)) + std::to_string(row.units) +
                            row.person + std::to_string(grade) + "/" + std::to_string(study) +
                            (days ? "d" : "w");
    const auto [found, is_new] = runs_.try_emplace(key);
    if (is_new) {
      PredictionOptions options;
      options.people = kPeoplePerStudy;
      options.seed = static_cast<std::uint64_t>(study) + 1;
      options.study = static_cast<std::uint64_t>(study) + 1;
      options.step_weeks = days ? 1.0 / 7.0 : 0.5;
      options.until_week = days ? 1.0 : 39.0;
      if (row.person == "child") options.calf_prior = kChildPrior;
      found->second = predict(plan_of(row, grade), clinical::model(), clinical::region(), options);
      std::erase_if(found->second, [&](const PredictionRow& r) {
        return r.quantity.find(row.area == "calf" ? "calf.left" : "face." + row.area) == std::string::npos;
      });
    }
    return found->second;
  }
  static std::string name_of(Product product) { return std::to_string(static_cast<int>(product)); }

  std::map<std::string, Rows> runs_;
};

struct Comparison {
  double low = 0.0;  // 80 % of simulated studies lie between low and high
  double middle = 0.0;
  double high = 0.0;
  double person_sd = 0.0;
};

Comparison compare(const app::PublishedRow& row, Studies& studies) {
  const double people = row.people.value_or(50);
  std::vector<double> results;
  std::vector<double> spreads;
  const std::vector<double> chance = stratified(kStudies, 99, 1);
  for (int study = 0; study < kStudies; ++study) {
    const double z = normal_quantile(chance[static_cast<std::size_t>(study)]) / std::sqrt(people);
    if (row.measure == "median_week_lost") {
      results.push_back(studies.week_lost(row, study, 50.0 + 50.0 * z));
      continue;
    }
    const Result one = studies.result(row, study, *row.week);
    results.push_back(one.mean + one.sd * z);
    spreads.push_back(one.sd);
  }
  return {quantile(results, 0.1), quantile(results, 0.5), quantile(results, 0.9), mean(spreads)};
}

TEST(Calibration, PublishedResultsAreOrdinaryOnesOfTheModel) {
  const auto published =
      app::read_published(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical/published.csv");
  Studies studies;
  int inside = 0;
  int used = 0;
  std::printf("%-4s %-10s %-20s %6s %7s  %-27s %9s   %-22s %8s  %s\n", "id", "area", "product", "units",
              "week", "measure", "published", "model (80 % of studies)", "misfit", "");
  for (const app::PublishedRow& row : published) {
    if (row.use == app::PublishedUse::other_measure && row.measure != "relief_effort_change") continue;
    const Comparison model = compare(row, studies);
    // A share of n people comes in steps of 100 / n.
    const bool is_share = row.unit == "%" && row.measure.find("change") == std::string::npos;
    const double slack = is_share ? 50.0 / row.people.value_or(50) : 0.0;
    const bool is_inside = row.value >= model.low - slack && row.value <= model.high + slack;
    const bool is_used = row.use == app::PublishedUse::fit;
    // Without a published spread: that of the simulated studies.
    const double unit = row.sd.value_or(std::max((model.high - model.low) / 2.563, 1e-6));
    std::printf("%-4s %-10s %-20d %6.0f %7.2f  %-27s %9.2f   %8.2f (%.2f to %.2f) %8.2f  %s\n",
                row.id.c_str(), row.area.c_str(), static_cast<int>(row.product), row.units,
                row.week.value_or(0.0), row.measure.c_str(), row.value, model.middle, model.low, model.high,
                (model.middle - row.value) / unit, is_used ? (is_inside ? "" : "outside") : "not counted");
    if (!is_used) continue;
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
