#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/simulation/clinical.h"
#include "tests/simulation/prediction/fit/held_out.h"
#include "tests/simulation/prediction/fit/trial.h"

// What the fit wrote last: how the model compares with trials it did not see.
namespace fit {
namespace {

std::filesystem::path clinical_file(const char* name) {
  return std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical" / name;
}

/// Cells of every line but the first, by the first cell.
std::map<std::string, std::vector<double>> table(const char* name) {
  std::map<std::string, std::vector<double>> lines;
  std::ifstream file(clinical_file(name));
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string key, cell;
    std::getline(cells, key, ',');
    while (std::getline(cells, cell, ',')) lines[key].push_back(std::stod(cell));
  }
  return lines;
}

std::vector<app::PublishedRow> used_rows() {
  std::vector<app::PublishedRow> rows;
  for (const app::PublishedRow& row : app::read_published(clinical_file("published.csv")))
    if (trial::is_used(row)) rows.push_back(row);
  return rows;
}

TEST(HeldOut, EveryRowOfTheFitWasHeldOutAndScoredAsItsBandSays) {
  const auto held_out = table("held_out.csv");
  const auto rows = used_rows();
  EXPECT_EQ(held_out.size(), rows.size()) << "the rows changed: run foreshow_fit";
  for (const app::PublishedRow& row : rows) {
    ASSERT_TRUE(held_out.contains(row.id)) << row.id << ": run foreshow_fit";
    const std::vector<double>& cells = held_out.at(row.id);
    ASSERT_EQ(cells.size(), 8u);
    EXPECT_NEAR(interval_score(row, {cells[0], cells[1], cells[2]}), cells[3], 0.25) << row.id;
  }
}

TEST(HeldOut, FourOfFiveRowsLieInTheBandAndItScoresBetterThanTheModelOfBefore) {
  const auto held_out = table("held_out.csv");
  int inside = 0;
  double score = 0.0, before = 0.0;
  const auto rows = used_rows();
  for (const app::PublishedRow& row : rows) {
    const std::vector<double>& cells = held_out.at(row.id);
    inside += is_inside(row, {cells[0], cells[1], cells[2]}) ? 1 : 0;
    score += cells[3];
    before += cells[7];
  }
  EXPECT_GE(100 * inside, 80 * static_cast<int>(rows.size()));
  EXPECT_LT(score, before);
  const auto studies = table("held_out_studies.csv");
  ASSERT_TRUE(studies.contains("all"));
  EXPECT_EQ(studies.at("all")[0], static_cast<double>(rows.size()));
  EXPECT_EQ(studies.at("all")[1], inside);
  EXPECT_NEAR(studies.at("all")[2], score / static_cast<double>(rows.size()), 0.01);
}

TEST(HeldOut, TheModelIsDrawnFromTheFit) {
  const simulation::ParameterDraws& draws = clinical::model().draws();
  EXPECT_GE(draws.rows.size(), 200u);
  EXPECT_TRUE(draws.column("chain.half_life"));
  // Joint, not one by one: a longer half-life goes with a less sensitive muscle, or the like.
  const std::size_t columns = draws.keys.size();
  double largest = 0.0;
  for (std::size_t a = 0; a < columns; ++a)
    for (std::size_t b = 0; b < a; ++b) {
      double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
      const double n = static_cast<double>(draws.rows.size());
      for (const auto& row : draws.rows) {
        sa += row[a], sb += row[b], saa += row[a] * row[a], sbb += row[b] * row[b], sab += row[a] * row[b];
      }
      const double covariance = sab / n - sa * sb / n / n;
      largest = std::max(largest, std::abs(covariance) /
                                      std::sqrt((saa / n - sa * sa / n / n) * (sbb / n - sb * sb / n / n)));
    }
  EXPECT_GT(largest, 0.3);
}

}  // namespace
}  // namespace fit
