#include "app/commands/predict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/files/json_field.h"

namespace app {
namespace {

const std::vector<simulation::PredictionRow> kRows = {
    {0.0, "calf.left.max_girth", "cm", 36.0, 36.4, 36.8, 36.4, 0.25, std::nullopt, std::nullopt, 0.15, 0.2,
     0.0},
    {1.0 / 7.0, "face.glabella.onset_reported", "% of people", {}, {}, {}, -1e-9, {}}};

TEST(PredictionCsv, PinnedColumnsAndFixedPrecision) {
  EXPECT_EQ(prediction_csv(kRows),
            "week,quantity,unit,p10,p50,p90,mean,sd,sd_people,sd_reading,sd_unknown\n"
            "0,calf.left.max_girth,cm,36.0000,36.4000,36.8000,36.4000,0.2500,0.1500,0.2000,0.0000\n"
            "0.142857,face.glabella.onset_reported,% of people,,,,0.0000,,,,\n");
}

TEST(PredictionJson, HoldsTheSameRows) {
  const JsonFile file = parse_json(prediction_json(kRows, {}, "hash", "label"), "rows.json", FileOwner::user);
  const Field root(file);
  EXPECT_EQ(root.at("people").integer(), 2000);
  const auto rows = root.at("rows").items();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_DOUBLE_EQ(rows[0].at("p90").number(), 36.8);
  EXPECT_DOUBLE_EQ(rows[0].at("sd_reading").number(), 0.2);
  EXPECT_FALSE(rows[1].at("p50").is_number());
  EXPECT_FALSE(rows[1].at("sd_unknown").is_number());
}

}  // namespace
}  // namespace app
