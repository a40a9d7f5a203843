#include "app/files/limits_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using simulation::FaceLine;
using simulation::Product;
using testing::HasSubstr;

const std::filesystem::path kLimits = std::filesystem::path(FORESHOW_SOURCE) / "assets/clinical/limits.json";

std::string fault(const std::string& piece, const std::string& other) {
  Scratch scratch;
  std::string text = text_of(kLimits);
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  text.replace(at, piece.size(), other);
  const auto path = scratch.write("limits.json", text);
  scratch.write("sources.bib", text_of(std::filesystem::path(FORESHOW_SOURCE) / "assets/sources.bib"));
  return message_of<AssetError>([&] { read_limits(path); });
}

TEST(LimitsFile, HoldsTheLabelCeilingsWithTheirSources) {
  const Limits limits = read_limits(kLimits);
  const auto& botox = limits.products.at(Product::onabotulinumtoxin_a);
  EXPECT_EQ(botox.units_per_site->value, 50);
  EXPECT_EQ(botox.units_per_session->value, 400);
  EXPECT_EQ(botox.units_per_session->sources, Sources{"botox_label"});
  const auto& dysport = limits.products.at(Product::abobotulinumtoxin_a);
  EXPECT_EQ(dysport.units_per_site->value, 500);
  EXPECT_EQ(dysport.units_per_session->value, 1500);
  EXPECT_EQ(dysport.face_under_years->value, 65);
  EXPECT_FALSE(limits.products.at(Product::prabotulinumtoxin_a).units_per_session);
  EXPECT_EQ(limits.weeks_between_sessions.value, 12);
}

TEST(LimitsFile, HoldsTheLabelsDoseOfEachAreaForEveryProduct) {
  const Limits limits = read_limits(kLimits);
  const auto units = [&](Product product, FaceLine line) {
    const LabelArea* area = label_area(limits, product, line);
    return area ? area->units : 0.0;
  };
  EXPECT_EQ(units(Product::onabotulinumtoxin_a, FaceLine::glabella), 20);
  EXPECT_EQ(units(Product::onabotulinumtoxin_a, FaceLine::forehead), 20);
  EXPECT_EQ(units(Product::onabotulinumtoxin_a, FaceLine::crows_feet), 24);
  EXPECT_EQ(units(Product::abobotulinumtoxin_a, FaceLine::glabella), 50);
  EXPECT_EQ(units(Product::abobotulinumtoxin_a, FaceLine::forehead), 0);
  EXPECT_EQ(units(Product::incobotulinumtoxin_a, FaceLine::crows_feet), 24);
  EXPECT_EQ(units(Product::prabotulinumtoxin_a, FaceLine::glabella), 20);
  EXPECT_EQ(units(Product::daxibotulinumtoxin_a, FaceLine::glabella), 40);
}

TEST(LimitsFile, AMuscleIsLabelledByItsGroupAndOnRecordByAnyStudy) {
  const Limits limits = read_limits(kLimits);
  const auto& botox = limits.products.at(Product::onabotulinumtoxin_a);
  EXPECT_TRUE(is_labelled(botox, simulation::Muscle::frontalis_lateral));
  EXPECT_FALSE(is_labelled(botox, simulation::Muscle::masseter));
  EXPECT_TRUE(is_on_record(limits, simulation::Muscle::masseter));
  EXPECT_FALSE(is_on_record(limits, simulation::Muscle::mentalis));
}

TEST(LimitsFile, NonsenseIsNamedByFileAndKey) {
  EXPECT_THAT(fault("\"value\": 50, \"sources\": [\"botox_label\"]", "\"value\": 50"),
              HasSubstr("limits.json: products.onabotulinumtoxinA.units_per_site.sources: missing"));
  EXPECT_THAT(
      fault("\"value\": 50, \"sources\": [\"botox_label\"]", "\"value\": 50, \"sources\": [\"hearsay\"]"),
      HasSubstr("units_per_site.sources[0]: `hearsay` is not in sources.bib"));
  EXPECT_THAT(fault("\"value\": 50, \"sources\": [\"botox_label\"]", "\"value\": 50, \"sources\": []"),
              HasSubstr("units_per_site.sources: is empty"));
  EXPECT_THAT(fault("\"value\": 50", "\"value\": -50"), HasSubstr("units_per_site.value: is not above zero"));
  EXPECT_THAT(fault("\"onabotulinumtoxinA\": {", "\"botox\": {"),
              HasSubstr("products.botox: is not a product"));
  EXPECT_THAT(fault("\"per\": \"side\"", "\"per\": \"toe\""), HasSubstr("studied[0].per"));
  EXPECT_THAT(fault("\"forehead\": { \"muscles\"", "\"chin\": { \"muscles\""),
              HasSubstr("areas.chin: is not an area"));
  EXPECT_THAT(fault("[\"frontalis\"]", "[\"masseter\"]"),
              HasSubstr("areas.forehead.muscles: masseter does not make this line"));
  EXPECT_THAT(fault("\"points\": 5", "\"points\": 0"), HasSubstr("areas.glabella.points: is below one"));
  EXPECT_THAT(fault("\"better_units\": 40", "\"better_units\": 10"),
              HasSubstr("men[0].better_units: is not above `up_to_units`"));
  EXPECT_THAT(fault("\"foreshow_limits\": 2", "\"foreshow_limits\": 1"), HasSubstr("expected 2"));
}

TEST(LimitsFile, AnAssumedFigureSaysSoAndWhy) {
  EXPECT_THAT(fault("\"sources\": [\"assumption\"], \"assumed\": true", "\"sources\": [\"assumption\"]"),
              HasSubstr("mistaken_units.within_percent: expected `assumed` to be true"));
  EXPECT_THAT(fault("\"sources\": [\"calf_fat2024\"]", "\"sources\": [\"calf_fat2024\"], \"assumed\": true"),
              HasSubstr("calf_fat_mm: expected `assumed` to be true if `sources` cites `assumption`"));
  EXPECT_THAT(fault(", \"why\": \"Rounding of a dose to whole units\"", ""),
              HasSubstr("mistaken_units.within_percent.why: missing"));
}

}  // namespace
}  // namespace app
