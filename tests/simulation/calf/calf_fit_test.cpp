#include <gtest/gtest.h>

#include <cmath>

#include "simulation/error.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::BodySide;
using simulation::evaluate;

class CalfFit : public testing::TestWithParam<std::tuple<double, double, double>> {};

TEST_P(CalfFit, MeetsTheTapeOfThePerson) {
  const auto [girth_cm, muscle_mm, fat_mm] = GetParam();
  const CalfBody body(person_of(girth_cm, muscle_mm, fat_mm));
  for (const BodySide side : simulation::kBodySides) {
    EXPECT_NEAR(body.surface.tape(side).largest(body.rest()).girth_mm / 10.0, girth_cm, 0.005);
    EXPECT_NEAR(body.surface.response(side).max_girth_cm, girth_cm, 0.005);
  }
}

TEST_P(CalfFit, HasTheThicknessAndVolumesOfThePerson) {
  const auto [girth_cm, muscle_mm, fat_mm] = GetParam();
  const CalfBody body(person_of(girth_cm, muscle_mm, fat_mm));
  const auto response = body.surface.response(BodySide::left);
  EXPECT_NEAR(response.thickness_week0_mm, muscle_mm, 1e-6);
  // Both heads together by the published regression on thickness and leg length, split as measured.
  const double length_cm = body.surface.tape(BodySide::left).frame().length_mm / 10.0;
  const double both = 85.3 * muscle_mm * 0.9 / 10.0 + 5.0 * length_cm - 104.9;
  EXPECT_NEAR(response.medial_ml + response.lateral_ml, both, 0.02 * both);
  EXPECT_NEAR(response.medial_ml / response.lateral_ml, 179.5 / 90.2, 0.05);
  EXPECT_GT(response.soleus_ml, response.medial_ml);
}

INSTANTIATE_TEST_SUITE_P(People, CalfFit,
                         testing::Values(std::tuple{36.4, 20.0, 7.0}, std::tuple{33.5, 16.0, 6.0},
                                         std::tuple{40.5, 27.0, 4.0}, std::tuple{43.0, 24.0, 14.0}));

TEST(CalfFitDetails, LeavesThighAndFootWhereTheyWere) {
  for (const double girth_cm : {33.0, 40.0}) {
    const CalfBody body(person_of(girth_cm, 20.0, 7.0));
    const auto rest = body.rest();
    for (std::size_t i = 0; i < body.legs.points_per_leg; ++i) {
      const glm::vec3 before = body.legs.mesh.points_mm[i];
      const double t = body.surface.tape(BodySide::left).frame().t_of(before);
      if (t < -0.29 || t > 1.01) {
        EXPECT_EQ(rest[i], before) << t;
      }
    }
  }
}

TEST(CalfFitDetails, GivesEachSideItsOwnGirth) {
  simulation::Person person;
  person.calf.max_girth_cm = {37.0, 35.5};
  const CalfBody body(person);
  EXPECT_NEAR(body.surface.tape(BodySide::left).largest(body.rest()).girth_mm, 370.0, 0.05);
  EXPECT_NEAR(body.surface.tape(BodySide::right).largest(body.rest()).girth_mm, 355.0, 0.05);
}

TEST(CalfFitDetails, HasNoCrease) {
  const CalfBody body(person_of(38.0, 26.0, 4.0));
  const auto smoothness = [&](const std::vector<glm::vec3>& points) {
    std::vector<glm::vec3> normals(points.size());
    simulation::vertex_normals(points, body.legs.mesh.triangles, normals);
    float least = 1.0F;
    // Neighbours along and round the shank, leaving out the caps.
    for (std::size_t i = 30 * 128; i + 129 < 170 * 128; ++i) {
      least = std::min(least, glm::dot(normals[i], normals[i + 128]));
    }
    return std::acos(least) * 180.0F / 3.14159265F;
  };
  EXPECT_LT(smoothness(body.rest()), smoothness(body.legs.mesh.points_mm) + 5.0F);
  EXPECT_LT(smoothness(body.left_at({0.4, 0.4, -0.1})), smoothness(body.rest()) + 3.0F);
}

TEST(CalfFitDetails, HoldsUpAtTheEdgesOfThePlan) {
  for (const auto& [girth_cm, muscle_mm, fat_mm] :
       {std::tuple{27.0, 12.0, 12.0}, std::tuple{30.0, 30.0, 2.0}, std::tuple{50.0, 12.0, 25.0}}) {
    const CalfBody body(person_of(girth_cm, muscle_mm, fat_mm));
    const auto r = body.surface.response(BodySide::left);
    EXPECT_NEAR(r.max_girth_cm, girth_cm, 0.005);
    EXPECT_LT(evaluate(r.girth_cm, {0.2, 0.2, 0.0}), -0.1);
    EXPECT_GT(evaluate(r.girth_cm, {0.2, 0.2, 0.0}), -1.8);
    for (const glm::vec3& p : body.left_at({0.4, 0.4, -0.2})) ASSERT_TRUE(std::isfinite(p.x + p.y + p.z));
  }
}

TEST(CalfFitDetails, RefusesWhatCannotBeALeg) {
  const shapes::Legs legs = shapes::make_legs();
  EXPECT_THROW(CalfBody(person_of(95.0, 20.0, 7.0)), simulation::InputError);
  auto landmarks = legs.landmarks;
  landmarks.left.knee_mm.y = -5000.0;
  EXPECT_THROW(simulation::CalfSurface(legs.mesh.points_mm, legs.mesh.triangles, landmarks, {}),
               simulation::InputError);
  auto points = legs.mesh.points_mm;
  points[7].x = std::nanf("");
  EXPECT_THROW(simulation::CalfSurface(points, legs.mesh.triangles, legs.landmarks, {}),
               simulation::InputError);
}

}  // namespace
