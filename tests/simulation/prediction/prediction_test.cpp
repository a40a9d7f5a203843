#include "simulation/prediction/prediction.h"

#include <gtest/gtest.h>

#include <set>

#include "simulation/error.h"
#include "tests/simulation/prediction/rows.h"

namespace simulation {
namespace {

using clinical::row;

bool same(const PredictionRow& a, const PredictionRow& b) {
  return a.week == b.week && a.quantity == b.quantity && a.unit == b.unit && a.p10 == b.p10 &&
         a.p50 == b.p50 && a.p90 == b.p90 && a.mean == b.mean && a.sd == b.sd;
}

TEST(Prediction, SameSeedSameRowsOtherSeedOtherRows) {
  PredictionOptions options;
  options.people = 300;
  options.step_weeks = 4.0;
  const auto run = [&](std::uint64_t seed) {
    options.seed = seed;
    return predict(clinical::calf(100.0), clinical::model(), clinical::region(), options);
  };
  const auto a = run(5);
  const auto b = run(5);
  const auto c = run(6);
  ASSERT_EQ(a.size(), b.size());
  bool differs = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_TRUE(same(a[i], b[i]));
    differs = differs || !same(a[i], c[i]);
  }
  EXPECT_TRUE(differs);
}

TEST(Prediction, AWeekDoesNotDependOnTheStep) {
  const auto coarse = clinical::predict(clinical::glabella(20.0), 4.0, 12.0, 200);
  const auto fine = clinical::predict(clinical::glabella(20.0), 0.5, 12.0, 200);
  for (const PredictionRow& r : coarse) EXPECT_TRUE(same(r, row(fine, r.quantity, r.week))) << r.quantity;
}

TEST(Prediction, BandsAreOrdered) {
  for (const Plan& plan : {clinical::calf(80.0), clinical::glabella(20.0)}) {
    for (const PredictionRow& r : clinical::predict(plan, 1.0, 39.0, 300)) {
      if (r.unit == "% of people") {
        EXPECT_FALSE(r.p10 || r.p50 || r.p90 || r.sd);
        EXPECT_GE(r.mean, 0.0);
        EXPECT_LE(r.mean, 100.0);
        continue;
      }
      EXPECT_LE(*r.p10, *r.p50) << r.quantity;
      EXPECT_LE(*r.p50, *r.p90) << r.quantity;
    }
  }
}

TEST(Prediction, ZeroDoseAndWeekZeroChangeNothing) {
  for (const Plan& plan : {clinical::calf(0.0), clinical::glabella(0.0), clinical::calf(100.0)}) {
    const double until = plan.sessions[0].injections[0].units > 0.0 ? 0.0 : 39.0;
    for (const PredictionRow& r : clinical::predict(plan, 13.0, until, 100)) {
      if (r.quantity.find("_change") == std::string::npos && r.quantity.find("block") == std::string::npos)
        continue;
      EXPECT_EQ(r.mean, 0.0) << r.quantity;
      EXPECT_EQ(*r.p50, 0.0) << r.quantity;
    }
  }
  const auto face = clinical::predict(clinical::glabella(0.0), 13.0, 39.0, 100);
  EXPECT_EQ(row(face, "face.glabella.none_or_mild_effort", 39.0).mean, 0.0);
  EXPECT_EQ(row(face, "face.glabella.grade_effort", 39.0).mean, 3.0);
  EXPECT_EQ(row(face, "face.glabella.onset_reported", 39.0).mean, 0.0);
}

TEST(Prediction, MirroredPlanGivesMirroredRows) {
  const auto left = clinical::predict(clinical::calf(70.0, Side::left), 6.0, 24.0, 200);
  const auto right = clinical::predict(clinical::calf(70.0, Side::right), 6.0, 24.0, 200);
  for (PredictionRow r : left) {
    const std::size_t at = r.quantity.find("left");
    if (at == std::string::npos) continue;
    PredictionRow mirrored = row(right, std::string(r.quantity).replace(at, 4, "right"), r.week);
    mirrored.quantity = r.quantity;
    EXPECT_TRUE(same(r, mirrored)) << r.quantity;
  }
}

TEST(Prediction, WritesThePinnedQuantitiesOfTheRegionAndNoneOfTheOther) {
  std::set<std::string> names;
  for (const PredictionRow& r : clinical::predict(clinical::calf(80.0), 39.0, 39.0, 10))
    names.insert(r.quantity);
  for (const char* quantity :
       {"max_girth", "max_girth_change", "gastrocnemius_medial.volume_change",
        "gastrocnemius_lateral.volume_change", "gastrocnemius.volume_change", "soleus.volume_change",
        "gastrocnemius.thickness_change", "gastrocnemius.block", "bulge_change"})
    for (const char* side : {"left", "right"})
      EXPECT_EQ(names.erase("calf." + std::string(side) + "." + quantity), 1u) << quantity;
  for (const std::string& other : names) EXPECT_TRUE(other.starts_with("calf.")) << other;
  names.clear();
  for (const PredictionRow& r : clinical::predict(clinical::glabella(20.0), 39.0, 39.0, 10))
    names.insert(r.quantity);
  for (const char* line : {"glabella", "forehead", "crows_feet"})
    for (const char* quantity : {"grade_effort", "grade_rest", "relief_effort_change", "relief_rest_change",
                                 "none_or_mild_effort", "onset_reported"})
      EXPECT_TRUE(names.contains("face." + std::string(line) + "." + quantity)) << line << quantity;
  for (const char* quantity : {"face.brow.left.height_change", "face.corrugator.right.block",
                               "face.procerus.left.block", "face.frontalis.left.block"})
    EXPECT_TRUE(names.contains(quantity)) << quantity;
  for (const std::string& other : names) EXPECT_TRUE(other.starts_with("face.")) << other;
}

TEST(Prediction, TapeErrorWidensTheBandAndMovesNoMedian) {
  auto parameters = clinical::model().parameters();
  parameters.at("tape.reading_sd").low = 0.0;
  parameters.at("tape.reading_sd").value = 0.0;
  const ResponseModel exact(parameters);
  PredictionOptions options;
  options.until_week = 8.0;
  options.step_weeks = 8.0;
  const auto read = predict(clinical::calf(80.0), clinical::model(), clinical::region(), options);
  const auto truth = predict(clinical::calf(80.0), exact, clinical::region(), options);
  const PredictionRow& a = row(read, "calf.left.max_girth_change", 8.0);
  const PredictionRow& b = row(truth, "calf.left.max_girth_change", 8.0);
  EXPECT_EQ(a.p50, b.p50);
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_NEAR(*a.sd, std::hypot(*b.sd, std::sqrt(2.0) * clinical::model().value("tape.reading_sd")), 0.03);
  EXPECT_LT(*a.p10, *b.p10);
  EXPECT_GT(*a.p90, *b.p90);
  EXPECT_EQ(a.people_p10, b.p10);
  EXPECT_EQ(a.people_p90, b.p90);
}

TEST(Prediction, DaysAndTheLastWeekAreThere) {
  const auto rows = clinical::predict(clinical::glabella(20.0), 1.0 / 7.0, 1.0, 50);
  EXPECT_NO_THROW(row(rows, "face.glabella.onset_reported", 3.0 / 7.0));
  EXPECT_EQ(rows.back().week, 1.0);
  const auto odd = clinical::predict(clinical::glabella(20.0), 3.0, 10.0, 50);
  EXPECT_EQ(odd.back().week, 10.0);
}

TEST(Prediction, RefusesOptionsOutOfRange) {
  const auto with = [](auto change) {
    PredictionOptions options;
    change(options);
    predict(clinical::calf(80.0), clinical::model(), clinical::region(), options);
  };
  EXPECT_THROW(with([](PredictionOptions& o) { o.people = 0; }), InputError);
  EXPECT_THROW(with([](PredictionOptions& o) { o.step_weeks = 0.0; }), InputError);
  EXPECT_THROW(with([](PredictionOptions& o) { o.step_weeks = 1e-9; }), InputError);
  EXPECT_THROW(with([](PredictionOptions& o) { o.until_week = -1.0; }), InputError);
  EXPECT_THROW(with([](PredictionOptions& o) { o.until_week = 1000.0; }), InputError);
}

}  // namespace
}  // namespace simulation
