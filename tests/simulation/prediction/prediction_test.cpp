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
    // The same people the other way round: sums are of the same numbers in another order.
    EXPECT_EQ(r.p10, mirrored.p10) << r.quantity;
    EXPECT_EQ(r.p50, mirrored.p50) << r.quantity;
    EXPECT_EQ(r.p90, mirrored.p90) << r.quantity;
    EXPECT_NEAR(r.mean, mirrored.mean, 1e-9) << r.quantity;
    EXPECT_NEAR(*r.sd, *mirrored.sd, 1e-9) << r.quantity;
  }
}

TEST(Prediction, WritesThePinnedQuantitiesOfTheRegionAndNoneOfTheOther) {
  std::set<std::string> names;
  for (const PredictionRow& r : clinical::predict(clinical::calf(80.0), 39.0, 39.0, 10))
    names.insert(r.quantity);
  for (const char* quantity :
       {"max_girth", "max_girth_change", "gastrocnemius_medial.volume_change",
        "gastrocnemius_lateral.volume_change", "gastrocnemius.volume_change", "soleus.volume_change",
        "gastrocnemius.thickness_change", "gastrocnemius.block", "bulge_change", "push_off_change"})
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

clinical::Rows read_untreated(const ResponseModel& model = clinical::model()) {
  PredictionOptions options;
  options.step_weeks = 4.0;
  return predict(clinical::calf(0.0), model, clinical::region(), options);
}

TEST(Prediction, AnUntreatedLegHasTheBandOfTheReadingAndNaturalDriftAlone) {  // K44
  auto parameters = clinical::model().parameters();
  parameters.at("tape.natural_drift_sd").value = 0.0;
  const auto reading = read_untreated(ResponseModel(parameters, clinical::model().draws()));
  const auto both = read_untreated();
  for (const double week : {4.0, 8.0, 24.0, 39.0}) {
    const PredictionRow& alone = row(reading, "calf.right.max_girth_change", week);
    const PredictionRow& with_drift = row(both, "calf.right.max_girth_change", week);
    EXPECT_EQ(with_drift.mean, 0.0);
    EXPECT_GT(*alone.p90 - *alone.p10, 0.4);
    EXPECT_LE(*alone.p90 - *alone.p10, 0.8);
    EXPECT_GT(*with_drift.p90 - *with_drift.p10, *alone.p90 - *alone.p10);
    EXPECT_LE(*with_drift.p90 - *with_drift.p10, 1.3);
  }
}

/// The model with a tape that errs not and girth that does not move by itself.
ResponseModel without_tape_error() {
  auto parameters = clinical::model().parameters();
  for (const char* key : {"tape.reading_sd", "tape.natural_drift_sd"}) {
    parameters.at(key).low = 0.0;
    parameters.at(key).value = 0.0;
  }
  return ResponseModel(parameters, clinical::model().draws());
}

PredictionOptions week_8() {
  PredictionOptions options;
  options.until_week = 8.0;
  options.step_weeks = 8.0;
  return options;
}

TEST(Prediction, ATreatedLegVariesByTheDrugMoreThanByTheTape) {
  const ResponseModel exact = without_tape_error();
  const PredictionOptions options = week_8();
  for (const double units : {60.0, 80.0, 100.0}) {
    const auto rows = predict(clinical::calf(units), exact, clinical::region(), options);
    EXPECT_GE(*row(rows, "calf.left.max_girth_change", 8.0).sd, 0.5);
  }
}

TEST(Prediction, TapeErrorWidensTheBandAndMovesNoMedian) {
  const ResponseModel exact = without_tape_error();
  const PredictionOptions options = week_8();
  const auto read = predict(clinical::calf(80.0), clinical::model(), clinical::region(), options);
  const auto truth = predict(clinical::calf(80.0), exact, clinical::region(), options);
  const PredictionRow& a = row(read, "calf.left.max_girth_change", 8.0);
  const PredictionRow& b = row(truth, "calf.left.max_girth_change", 8.0);
  EXPECT_EQ(a.p50, b.p50);
  EXPECT_EQ(a.mean, b.mean);
  const double untreated = *row(read_untreated(), "calf.left.max_girth_change", 8.0).sd;
  EXPECT_NEAR(*a.sd, std::hypot(*b.sd, untreated), 0.03);
  EXPECT_LT(*a.p10, *b.p10);
  EXPECT_GT(*a.p90, *b.p90);
  EXPECT_EQ(a.people_p10, b.p10);
  EXPECT_EQ(a.people_p90, b.p90);
}

TEST(Prediction, PushOffLosesWhatTheGastrocnemiusGaveAndSoleusKeeps) {
  const auto rows = clinical::predict(clinical::calf(100.0), 6.0, 42.0);
  const double deepest = *row(rows, "calf.left.push_off_change", 6.0).p50;
  // Both heads are 40 % of the volume here; the soleus is not treated.
  EXPECT_LT(deepest, -25.0);
  EXPECT_GT(deepest, -42.0);
  EXPECT_GT(*row(rows, "calf.left.push_off_change", 42.0).p50, 0.5 * deepest);
  EXPECT_EQ(row(rows, "calf.left.push_off_change", 0.0).mean, 0.0);
}

TEST(Prediction, PartsOfTheSpreadAreToldApart) {
  const auto calf = clinical::predict(clinical::calf(80.0), 8.0, 8.0);
  const PredictionRow& girth = row(calf, "calf.left.max_girth_change", 8.0);
  EXPECT_NEAR(std::hypot(*girth.sd_people, *girth.sd_reading, *girth.sd_unknown), *girth.sd, 0.03);
  EXPECT_GT(*girth.sd_people, 0.2);
  EXPECT_GT(*girth.sd_unknown, 0.2);
  const auto untreated = read_untreated();
  const PredictionRow& still = row(untreated, "calf.left.max_girth_change", 8.0);
  EXPECT_EQ(*still.sd_people, 0.0);
  EXPECT_EQ(*still.sd_unknown, 0.0);
  EXPECT_EQ(*still.sd_reading, *still.sd);
  const auto face = clinical::predict(clinical::glabella(20.0), 4.0, 4.0);
  const PredictionRow& grade = row(face, "face.glabella.grade_effort", 4.0);
  EXPECT_GT(*grade.sd_reading, 0.1);
  EXPECT_GT(*grade.sd_people, *grade.sd_unknown);
  const PredictionRow& relief = row(face, "face.glabella.relief_effort_change", 4.0);
  EXPECT_EQ(*relief.sd_reading, 0.0);
  EXPECT_NEAR(std::hypot(*relief.sd_people, *relief.sd_unknown), *relief.sd, 1e-9);
}

TEST(Prediction, OnlyTheWeeksAskedForAreThereWhenSomeAre) {
  PredictionOptions options;
  options.people = 50;
  options.weeks = {8.0, 2.5};
  const auto few = predict(clinical::calf(80.0), clinical::model(), clinical::region(), options);
  EXPECT_EQ(few.front().week, 2.5);
  EXPECT_EQ(few.back().week, 8.0);
  options.weeks = {-1.0};
  EXPECT_THROW(predict(clinical::calf(80.0), clinical::model(), clinical::region(), options), InputError);
}

TEST(Prediction, SalineAndDepthMoveTheSpreadAndAUsualOneMovesNothing) {
  const auto block = [](std::optional<double> dilution_ml, std::optional<double> depth_mm) {
    Plan plan = clinical::glabella(10.0);
    plan.sessions[0].dilution_ml = dilution_ml;
    for (Injection& injection : plan.sessions[0].injections) injection.depth_mm = depth_mm;
    return *row(clinical::predict(plan, 4.0, 4.0, 400), "face.corrugator.left.block", 4.0).p50;
  };
  const double usual = block({}, {});
  EXPECT_EQ(block(clinical::model().value("spread.usual_dilution"), {}), usual);
  EXPECT_EQ(block({}, clinical::model().value("spread.usual_depth_face")), usual);
  EXPECT_NE(block(10.0, {}), usual);
  EXPECT_LT(block({}, 12.0), usual);
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
