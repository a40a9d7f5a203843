#include "app/files/limits_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

const std::filesystem::path kLimits = std::filesystem::path(FORESHOW_SOURCE) / "assets/clinical/limits.json";

std::string fault(const std::string& piece, const std::string& other) {
  Scratch scratch;
  std::string text = text_of(kLimits);
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  text.replace(at, piece.size(), other);
  const auto path = scratch.write("limits.json", text);
  return message_of<AssetError>([&] { read_limits(path); });
}

TEST(LimitsFile, HoldsTheLabelCeilingsWithTheirSources) {
  const Limits limits = read_limits(kLimits);
  const auto& botox = limits.products.at(simulation::Product::onabotulinumtoxin_a);
  EXPECT_EQ(botox.units_per_site.value, 50);
  EXPECT_EQ(botox.units_per_session.value, 400);
  EXPECT_THAT(botox.units_per_session.source, HasSubstr("prescribing information"));
  const auto& dysport = limits.products.at(simulation::Product::abobotulinumtoxin_a);
  EXPECT_EQ(dysport.units_per_site.value, 500);
  EXPECT_EQ(dysport.units_per_session.value, 1500);
  EXPECT_EQ(limits.weeks_between_sessions.value, 12);
}

TEST(LimitsFile, NonsenseIsNamedByFileAndKey) {
  EXPECT_THAT(fault("\"value\": 50, \"source\": \"botox_label\"", "\"value\": 50"),
              HasSubstr("limits.json: products.onabotulinumtoxinA.units_per_site.source: missing"));
  EXPECT_THAT(fault("\"value\": 50, \"source\": \"botox_label\"", "\"value\": 50, \"source\": \"hearsay\""),
              HasSubstr("units_per_site.source: is not a key of `sources`"));
  EXPECT_THAT(fault("\"value\": 50", "\"value\": -50"), HasSubstr("units_per_site.value: is not above zero"));
  EXPECT_THAT(fault("\"onabotulinumtoxinA\": {", "\"botox\": {"), HasSubstr("products.botox"));
  EXPECT_THAT(fault("\"per\": \"leg\"", "\"per\": \"toe\""), HasSubstr("studied[0].per"));
}

}  // namespace
}  // namespace app
