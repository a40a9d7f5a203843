#include "simulation/filler/filler_course.h"

#include <gtest/gtest.h>

namespace simulation {
namespace {

FillerModel model() {
  FillerModel model;
  for (FillerSiteModel& site : model.sites) {
    site.weeks_to_half = {30.0, 50.0, 80.0, "week", {"x"}, true, ""};
    site.tissue_share = {0.5, 0.8, 1.0, "share", {"x"}, true, ""};
  }
  model.at(FillerSite::lips).weeks_to_half.typical = 40.0;
  model.course_shape = {1.0, 2.0, 3.0, "ratio", {"x"}, true, ""};
  model.line_lift = {0.2, 0.6, 0.8, "share", {"x"}, true, ""};
  model.line_lift_half_ml = {0.1, 0.2, 0.3, "mL", {"x"}, true, ""};
  return model;
}

TEST(FillerCourse, IsWholeAtFirstAndHalfAtItsHalf) {
  EXPECT_EQ(filler_left(model(), FillerSite::cheek, 0.0, Responder::typical), 1.0);
  EXPECT_EQ(filler_left(model(), FillerSite::cheek, -3.0, Responder::typical), 1.0);
  EXPECT_NEAR(filler_left(model(), FillerSite::cheek, 50.0, Responder::typical), 0.5, 1e-12);
  EXPECT_NEAR(filler_left(model(), FillerSite::lips, 40.0, Responder::typical), 0.5, 1e-12);
  EXPECT_NEAR(filler_left(model(), FillerSite::cheek, 100.0, Responder::typical), 1.0 / 16.0, 1e-12);
}

TEST(FillerCourse, FallsWithoutAJumpAndFastestInALowResponder) {
  double before = 1.0;
  for (double week = 0.0; week <= 260.0; week += 0.25) {
    const double left = filler_left(model(), FillerSite::cheek, week, Responder::typical);
    EXPECT_LE(left, before);
    EXPECT_LT(before - left, 0.01);
    EXPECT_GT(left, 0.0);
    before = left;
    if (week == 0.0) continue;
    EXPECT_LT(filler_left(model(), FillerSite::cheek, week, Responder::low), left);
    EXPECT_GT(filler_left(model(), FillerSite::cheek, week, Responder::high), left);
  }
}

TEST(FillerState, ShowsFromJustAfterItsWeek) {
  const std::vector<Filler> fillers = {{FillerSite::cheek, 1.0, 4.0}};
  EXPECT_TRUE(filler_state(fillers, model(), 0.0, Responder::typical).none());
  EXPECT_TRUE(filler_state(fillers, model(), 4.0, Responder::typical).none());
  const FillerState just = filler_state(fillers, model(), 4.0 + 1e-6, Responder::typical);
  EXPECT_NEAR(just[FillerSite::cheek], 0.8, 1e-9);  // what the tissue does not take up
  EXPECT_EQ(just[FillerSite::lips], 0.0);
}

TEST(FillerState, AddsUpOverVisitsAndIsNoneForNothing) {
  const std::vector<Filler> twice = {{FillerSite::cheek, 1.0, 0.0}, {FillerSite::cheek, 0.5, 20.0}};
  const auto alone = [&](std::size_t i) {
    return filler_state({twice[i]}, model(), 30.0, Responder::typical)[FillerSite::cheek];
  };
  EXPECT_NEAR(filler_state(twice, model(), 30.0, Responder::typical)[FillerSite::cheek], alone(0) + alone(1),
              1e-12);
  EXPECT_TRUE(filler_state({{FillerSite::lips, 0.0, 0.0}}, model(), 30.0, Responder::typical).none());
  EXPECT_TRUE(filler_state({}, model(), 30.0, Responder::typical).none());
}

TEST(FillerState, LiftsAStaticLineMoreTheMoreThereIs) {
  EXPECT_EQ(static_line_left(model(), 0.0), 1.0);
  EXPECT_NEAR(static_line_left(model(), 0.2), 0.7, 1e-12);
  double before = 1.0;
  for (double ml = 0.05; ml < 5.0; ml += 0.05) {
    const double left = static_line_left(model(), ml);
    EXPECT_LT(left, before);
    EXPECT_GT(left, 0.4);
    before = left;
  }
}

}  // namespace
}  // namespace simulation
