#include "tests/simulation/prediction/fit/held_out.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "simulation/prediction/statistics.h"
#include "simulation/response/random.h"
#include "tests/simulation/prediction/fit/trial.h"

namespace fit {
namespace {

constexpr std::size_t kStudies = 200;
constexpr int kPeoplePerStudy = 120;

std::string text_of(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string line_of(const std::string& study, const app::HeldOutSum& sum) {
  return study + "," + std::to_string(sum.rows) + "," + std::to_string(sum.inside) + "," +
         text_of(sum.mean_score) + "," + std::to_string(sum.inside_before) + "," +
         text_of(sum.mean_score_before) + "\n";
}

std::string text_of(const app::HeldOutBand& band) {
  return text_of(band.p10) + "," + text_of(band.p50) + "," + text_of(band.p90) + "," + text_of(band.score);
}

double rounded(double value) {
  return std::round(100.0 * value) / 100.0;
}

double unit_scale(const app::PublishedRow& row) {
  if (row.unit == "%") return 10.0;
  if (row.unit == "cm") return 0.3;
  if (row.unit == "weeks") return 3.0;
  return 0.3;  // grades
}

}  // namespace

std::vector<app::HeldOutBand> bands(const simulation::ResponseModel& model,
                                    const std::vector<app::PublishedRow>& rows) {
  trial::Trials trials(model, rows, kPeoplePerStudy);
  std::vector<app::HeldOutBand> list;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::vector<double> chance = simulation::stratified(kStudies, 99, r);
    std::vector<double> found;
    const std::vector<double> other = simulation::stratified(kStudies, 98, r);
    for (std::size_t study = 0; study < kStudies; ++study)
      found.push_back(trials.drawn(rows[r], study, simulation::normal_quantile(chance[study]),
                                   simulation::normal_quantile(other[study])));
    app::HeldOutBand band{rounded(simulation::quantile(found, 0.1)),
                          rounded(simulation::quantile(found, 0.5)),
                          rounded(simulation::quantile(found, 0.9))};
    band.score = interval_score(rows[r], band);
    list.push_back(band);
  }
  return list;
}

double interval_score(const app::PublishedRow& row, const app::HeldOutBand& band) {
  const double missed = std::max(0.0, band.p10 - row.value) + std::max(0.0, row.value - band.p90);
  return (band.p90 - band.p10 + 10.0 * missed) / unit_scale(row);
}

void write_held_out(const std::filesystem::path& folder, const std::vector<app::HeldOutRow>& all) {
  std::map<std::string, app::HeldOutStudy> studies;
  std::ofstream rows(folder / "held_out.csv");
  rows << "id,p10,p50,p90,score,before_p10,before_p50,before_p90,before_score\n";
  for (const app::HeldOutRow& one : all) {
    studies[one.row.source].rows.push_back(one);
    rows << one.row.id << ',' << text_of(one.now) << ',' << text_of(one.before) << '\n';
  }
  std::ofstream table(folder / "held_out_studies.csv");
  table << "study,rows,inside,score,before_inside,before_score\n";
  for (const auto& [source, study] : studies) table << line_of(source, app::sum_of({study}));
  const app::HeldOutSum total = app::sum_of({{{}, all}});
  table << line_of("all", total);
  std::printf("held out: %d of %d rows inside (%.0f %%), before %d; mean interval score %.2f, before %.2f\n",
              total.inside, total.rows, 100.0 * total.inside / total.rows, total.inside_before,
              total.mean_score, total.mean_score_before);
}

}  // namespace fit
