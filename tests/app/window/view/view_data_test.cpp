#include "app/window/view/view_data.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/base/error.h"
#include "app/files/claims_file.h"
#include "app/files/kiosk_file.h"
#include "app/window/panels/plot.h"

#include <filesystem>
#include <fstream>

namespace {

using namespace app;

Curve hump() {
  Curve curve{"q", {}};
  for (int week = 0; week <= 40; ++week) {
    const double v = -std::sin(week / 40.0 * 3.14159265358979);
    curve.points.push_back({static_cast<double>(week), v - 0.5, v, v + 0.5});
  }
  return curve;
}

TEST(Curve, IsStraightBetweenPointsAndConstantOutside) {
  const Curve curve{"q", {{0, 0, 0, 0}, {2, -2, -1, 0}}};
  EXPECT_DOUBLE_EQ(at(curve, 1).middle, -0.5);
  EXPECT_DOUBLE_EQ(at(curve, 1).low, -1.0);
  EXPECT_DOUBLE_EQ(at(curve, -5).middle, 0.0);
  EXPECT_DOUBLE_EQ(at(curve, 50).middle, -1.0);
  EXPECT_DOUBLE_EQ(at(Curve{}, 3).middle, 0.0);
}

TEST(Curve, MilestonesAreQuarterPeakAndHalf) {
  const auto marks = milestones(hump(), 0.05);
  ASSERT_EQ(marks.size(), 3u);
  EXPECT_EQ(marks[0].kind, MilestoneKind::onset);
  EXPECT_NEAR(marks[0].week, 40 * std::asin(0.25) / 3.14159265358979, 1.0);
  EXPECT_EQ(marks[1].week, 20.0);
  EXPECT_NEAR(marks[2].week, 40 * 5.0 / 6.0, 1.0);
  EXPECT_TRUE(milestones(hump(), 2.0).empty());
}

TEST(Plot, GoesThereAndBack) {
  const Curve curve = hump();
  const Plot plot = make_plot({{100, 50}, {500, 150}}, &curve, 39, Bands::people);
  EXPECT_NEAR(plot.week_at(plot.x(12)), 12, 1e-6);
  EXPECT_EQ(plot.week_at(-1000), 0.0);
  EXPECT_EQ(plot.week_at(1e6), 39.0);
  EXPECT_GT(plot.y(-1), plot.y(0));
  for (const CurvePoint& p : curve.points) {
    EXPECT_GE(plot.y(p.high), plot.area.min.y);
    EXPECT_LE(plot.y(p.low), plot.area.max.y);
  }
}

TEST(Claims, AreReadWithTheirSources) {
  const auto claims = read_claims(std::filesystem::path(FORESHOW_ASSETS_SOURCE) / "clinical/claims.json");
  EXPECT_GE(claims.size(), 12u);
}

class KioskFile : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    std::ofstream(path_) << text;
    return path_;
  }
  ~KioskFile() override { std::filesystem::remove(path_); }
  void expect_refused(const std::string& text, const std::string& word) {
    try {
      read_kiosk_settings(write(text));
      FAIL() << text;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find(path_.string()), std::string::npos);
    }
  }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() /
      ("foreshow_kiosk_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ".json");
};

TEST_F(KioskFile, HasDefaultsForAllButTheFormat) {
  const KioskSettings settings = read_kiosk_settings(write(R"({"foreshow_kiosk": 1})"));
  EXPECT_EQ(settings, KioskSettings{});
}

TEST_F(KioskFile, ReadsEverySetting) {
  const KioskSettings settings = read_kiosk_settings(write(
      R"({"foreshow_kiosk": 1, "region": "face", "idle_seconds": 45, "countdown_seconds": 25, "hold_seconds": 3,
          "exit_pin": "1234", "text_scale": 1.5, "reduced_motion": true})"));
  EXPECT_EQ(settings.region, simulation::Region::face);
  EXPECT_EQ(settings.idle_s, 45);
  EXPECT_EQ(settings.countdown_s, 25);
  EXPECT_EQ(settings.exit_pin, "1234");
  EXPECT_TRUE(settings.reduced_motion);
}

TEST_F(KioskFile, NamesWhatIsWrong) {
  expect_refused(R"({})", "foreshow_kiosk");
  expect_refused(R"({"foreshow_kiosk": 2})", "foreshow_kiosk");
  expect_refused(R"({"foreshow_kiosk": 1, "idle_secs": 5})", "idle_seconds");
  expect_refused(R"({"foreshow_kiosk": 1, "idle_seconds": 5})", "idle_seconds");
  expect_refused(R"({"foreshow_kiosk": 1, "countdown_seconds": 10})", "countdown_seconds");
  expect_refused(R"({"foreshow_kiosk": 1, "exit_pin": "12a4"})", "exit_pin");
  expect_refused(R"({"foreshow_kiosk": 1, "exit_pin": "12"})", "exit_pin");
  expect_refused(R"({"foreshow_kiosk": 1, "text_scale": 3})", "text_scale");
  expect_refused(R"({"foreshow_kiosk": 1, "region": "knee"})", "region");
}

}  // namespace
