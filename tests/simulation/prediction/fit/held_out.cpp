#include "tests/simulation/prediction/fit/held_out.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "app/files/held_out_file.h"
#include "simulation/prediction/statistics.h"
#include "simulation/response/random.h"
#include "tests/simulation/prediction/fit/trial.h"

namespace fit {
namespace {

constexpr std::size_t kStudies = 200;
constexpr int kPeoplePerStudy = 120;

struct Sum {
  int rows = 0, inside = 0, inside_before = 0;
  double score = 0.0, score_before = 0.0;

  void add(const HeldOut& one) {
    ++rows;
    inside += is_inside(one.row, one.after) ? 1 : 0;
    inside_before += is_inside(one.row, one.before) ? 1 : 0;
    score += interval_score(one.row, one.after) / unit_scale(one.row);
    score_before += interval_score(one.row, one.before) / unit_scale(one.row);
  }
};

std::string text_of(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string line_of(const std::string& study, const Sum& sum) {
  return study + "," + std::to_string(sum.rows) + "," + std::to_string(sum.inside) + "," +
         text_of(sum.score / sum.rows) + "," + std::to_string(sum.inside_before) + "," +
         text_of(sum.score_before / sum.rows) + "\n";
}

std::string text_of(const app::PublishedRow& row, const Band& band) {
  return text_of(band.low) + "," + text_of(band.middle) + "," + text_of(band.high) + "," +
         text_of(interval_score(row, band) / unit_scale(row));
}

}  // namespace

double unit_scale(const app::PublishedRow& row) {
  if (row.unit == "%") return 10.0;
  if (row.unit == "cm") return 0.3;
  if (row.unit == "weeks") return 3.0;
  return 0.3;  // grades
}

std::vector<Band> bands(const simulation::ResponseModel& model, const std::vector<app::PublishedRow>& rows) {
  trial::Trials trials(model, rows, kPeoplePerStudy);
  std::vector<Band> list;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::vector<double> chance = simulation::stratified(kStudies, 99, r);
    std::vector<double> found;
    const std::vector<double> other = simulation::stratified(kStudies, 98, r);
    for (std::size_t study = 0; study < kStudies; ++study)
      found.push_back(trials.drawn(rows[r], study, simulation::normal_quantile(chance[study]),
                                   simulation::normal_quantile(other[study])));
    // As they are written, so that who reads the file counts the same rows.
    const auto band_at = [&](double share) {
      return std::round(100.0 * simulation::quantile(found, share)) / 100.0;
    };
    list.push_back({band_at(0.1), band_at(0.5), band_at(0.9)});
  }
  return list;
}

bool is_inside(const app::PublishedRow& row, const Band& band) {
  return app::is_inside(row, {band.low, band.middle, band.high, 0.0});
}

double interval_score(const app::PublishedRow& row, const Band& band) {
  return band.high - band.low +
         10.0 * (std::max(0.0, band.low - row.value) + std::max(0.0, row.value - band.high));
}

void write_held_out(const std::filesystem::path& folder, const std::vector<HeldOut>& all) {
  std::map<std::string, Sum> studies;
  Sum total;
  std::ofstream rows(folder / "held_out.csv");
  rows << "id,p10,p50,p90,score,before_p10,before_p50,before_p90,before_score\n";
  for (const HeldOut& one : all) {
    studies[one.row.source].add(one);
    total.add(one);
    rows << one.row.id << ',' << text_of(one.row, one.after) << ',' << text_of(one.row, one.before) << '\n';
  }
  std::ofstream table(folder / "held_out_studies.csv");
  table << "study,rows,inside,score,before_inside,before_score\n";
  for (const auto& [study, sum] : studies) table << line_of(study, sum);
  table << line_of("all", total);
  std::printf("held out: %d of %d rows inside (%.0f %%), before %d; mean interval score %.2f, before %.2f\n",
              total.inside, total.rows, 100.0 * total.inside / total.rows, total.inside_before,
              total.score / total.rows, total.score_before / total.rows);
}

}  // namespace fit
