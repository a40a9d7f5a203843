#include "simulation/measure/section.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "simulation/error.h"
#include "simulation/measure/leg_tape.h"
#include "tests/simulation/helpers.h"

namespace {

using simulation::tape_girth_mm;

constexpr double kPi = std::numbers::pi;
constexpr int kSegments = 256;

glm::dvec3 no_shift(double) {
  return glm::dvec3(0.0);
}

/// Perimeter of an ellipse by the arithmetic-geometric mean.
double ellipse_perimeter(double a, double b) {
  double x = a;
  double y = b;
  double c2 = a * a - b * b;
  double sum = 0.5 * c2;
  for (double power = 1.0; std::abs(c2) > 1e-14; power *= 2.0) {
    const double mean = 0.5 * (x + y);
    c2 = 0.25 * (x - y) * (x - y);
    y = std::sqrt(x * y);
    x = mean;
    sum += power * c2;
  }
  return 2.0 * kPi * (a * a - sum) / x;
}

TEST(TapeGirth, OfACylinderIsItsCircumference) {
  const shapes::Mesh m = shapes::tube(
      100, -100, 40, kSegments, [](double, double) { return 57.0; }, no_shift);
  EXPECT_NEAR(tape_girth_mm(m.points_mm, m.triangles, {0, 3.3, 0}, {0, 1, 0}), 2 * kPi * 57.0, 0.05);
}

TEST(TapeGirth, AtAHeightThatHoldsMeshPointsIsTheSame) {
  const shapes::Mesh m = shapes::tube(
      100, -100, 40, kSegments, [](double, double) { return 57.0; }, no_shift);
  EXPECT_NEAR(tape_girth_mm(m.points_mm, m.triangles, {0, 0, 0}, {0, 1, 0}), 2 * kPi * 57.0, 0.05);
}

TEST(TapeGirth, OfAConeFollowsItsHeight) {
  const shapes::Mesh m = shapes::tube(
      100, -100, 40, kSegments, [](double s, double) { return 60.0 - 30.0 * s; }, no_shift);
  for (const double y : {-71.0, -20.0, 0.0, 33.0, 90.0}) {
    const double radius = 45.0 + 30.0 * y / 200.0;
    EXPECT_NEAR(tape_girth_mm(m.points_mm, m.triangles, {0, y, 0}, {0, 1, 0}), 2 * kPi * radius, 0.05) << y;
  }
}

TEST(TapeGirth, OfAnEllipseMatchesItsSeries) {
  const auto radius = [](double, double a) {
    return 1.0 / std::sqrt(std::pow(std::cos(a) / 62.0, 2) + std::pow(std::sin(a) / 50.0, 2));
  };
  const shapes::Mesh m = shapes::tube(100, -100, 10, kSegments, radius, no_shift);
  EXPECT_NEAR(tape_girth_mm(m.points_mm, m.triangles, {0, 7, 0}, {0, 1, 0}), ellipse_perimeter(62.0, 50.0),
              0.05);
}

TEST(TapeGirth, OfATiltedPlaneIsAnEllipse) {
  const shapes::Mesh m = shapes::tube(
      200, -200, 10, kSegments, [](double, double) { return 50.0; }, no_shift);
  const double tilt = 0.3;
  EXPECT_NEAR(tape_girth_mm(m.points_mm, m.triangles, {0, 0, 0}, {std::sin(tilt), std::cos(tilt), 0}),
              ellipse_perimeter(50.0 / std::cos(tilt), 50.0), 0.05);
}

TEST(TapeGirth, BridgesAHollow) {
  const auto dented = [](double, double a) {
    return 50.0 - 12.0 * std::exp(-0.5 * std::pow((a - kPi) / 0.25, 2));
  };
  const shapes::Mesh m = shapes::tube(50, -50, 4, kSegments, dented, no_shift);
  const double girth = tape_girth_mm(m.points_mm, m.triangles, {0, 1, 0}, {0, 1, 0});
  EXPECT_LT(girth, 2 * kPi * 50.0);
  EXPECT_GT(girth, 2 * kPi * 50.0 - 8.0);  // along the hollow it would be longer than the circle
}

TEST(ConvexHull, LeavesOutWhatLiesInAHollow) {
  const std::vector<glm::dvec2> notched = {{0, 0}, {10, 0}, {10, 10}, {5, 4}, {0, 10}, {0, 5}};
  const auto hull = simulation::convex_hull(notched);
  const std::vector<glm::dvec2> square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  EXPECT_EQ(hull, square);
  EXPECT_DOUBLE_EQ(simulation::hull_length_mm(notched), 40.0);
  EXPECT_TRUE(simulation::convex_hull({{0, 0}, {1, 0}}).empty());
}

TEST(TapeGirth, TakesTheLegAtThePointAndNotTheOther) {
  const shapes::Legs legs = shapes::make_legs();
  shapes::Mesh one = legs.mesh;
  one.triangles.resize(legs.triangles_per_leg);
  const glm::dvec3 at(110, 350, 0);
  EXPECT_DOUBLE_EQ(tape_girth_mm(legs.mesh.points_mm, legs.mesh.triangles, at, {0, 1, 0}),
                   tape_girth_mm(one.points_mm, one.triangles, at, {0, 1, 0}));
}

TEST(TapeGirth, IsZeroWherePlaneMissesTheMesh) {
  const shapes::Mesh m = shapes::tube(
      50, -50, 4, 32, [](double, double) { return 50.0; }, no_shift);
  EXPECT_EQ(tape_girth_mm(m.points_mm, m.triangles, {0, 80, 0}, {0, 1, 0}), 0.0);
}

TEST(LegTape, FindsTheLargestGirthOfAKnownBulge) {
  // Girth peaks where the bulge does: at 30 % of a straight 400 mm leg.
  const auto radius = [](double s, double) { return 40.0 + 15.0 * shapes::bump(s, 0.30, 0.2); };
  shapes::Mesh m =
      shapes::tube(0, -400, 200, kSegments, radius, [](double) { return glm::dvec3(300, 0, 0); });
  const simulation::LegFrame frame =
      simulation::make_leg_frame({{300, 0, 0}, {300, -400, 0}}, simulation::BodySide::left);
  const simulation::LegTape tape(m.points_mm, m.triangles, frame, 0.05, 0.95);
  const simulation::GirthReading best = tape.largest(m.points_mm);
  EXPECT_NEAR(best.t, 0.30, 0.004);
  EXPECT_NEAR(best.girth_mm, 2 * kPi * 55.0, 0.05);
}

TEST(LegTape, ReadsMirroredLegsToTheLastBit) {
  const shapes::Legs legs = shapes::make_legs();
  const auto reading = [&](simulation::BodySide side) {
    const simulation::LegFrame frame = simulation::make_leg_frame(legs.landmarks[side], side);
    return simulation::LegTape(legs.mesh.points_mm, legs.mesh.triangles, frame, 0.0, 1.0)
        .largest(legs.mesh.points_mm);
  };
  const auto left = reading(simulation::BodySide::left);
  const auto right = reading(simulation::BodySide::right);
  EXPECT_DOUBLE_EQ(left.girth_mm, right.girth_mm);
  EXPECT_DOUBLE_EQ(left.t, right.t);
}

TEST(LegFrame, ThrowsForLegsThatDoNotHang) {
  EXPECT_THROW(simulation::make_leg_frame({{0, 0, 0}, {0, -50, 0}}, simulation::BodySide::left),
               simulation::InputError);
  EXPECT_THROW(simulation::make_leg_frame({{0, 0, 0}, {0, 400, 0}}, simulation::BodySide::left),
               simulation::InputError);
}

}  // namespace
