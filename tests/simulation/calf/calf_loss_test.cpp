#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "simulation/measure/surface_change.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::BodySide;
using simulation::evaluate;
using simulation::LegLoss;
using simulation::Sided;

const CalfBody& usual() {
  static const CalfBody body;
  return body;
}

bool same_bytes(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(glm::vec3)) == 0;
}

TEST(CalfLoss, NoLossIsTheSameBytes) {
  EXPECT_TRUE(same_bytes(usual().left_at({}), usual().rest()));
}

TEST(CalfLoss, TheUntreatedLegDoesNotMoveByABit) {
  const auto moved = usual().left_at({0.35, 0.3, -0.1});
  const auto rest = usual().rest();
  const std::size_t n = usual().legs.points_per_leg;
  EXPECT_EQ(std::memcmp(moved.data() + n, rest.data() + n, n * sizeof(glm::vec3)), 0);
  EXPECT_NE(std::memcmp(moved.data(), rest.data(), n * sizeof(glm::vec3)), 0);
}

TEST(CalfLoss, MirroredLegsMoveAlikeToTheLastBit) {
  const LegLoss loss{0.2, 0.1, -0.05};
  const auto moved = usual().at(Sided<LegLoss>{loss, loss});
  const std::size_t n = usual().legs.points_per_leg;
  for (std::size_t i = 0; i < n; ++i) {
    const glm::vec3 mirror(-moved[i + n].x, moved[i + n].y, moved[i + n].z);
    ASSERT_EQ(moved[i], mirror) << i;
  }
}

TEST(CalfLoss, SwappingTheSidesOfThePlanSwapsTheLegs) {
  const LegLoss a{0.3, 0.1, 0.0};
  const LegLoss b{0.05, 0.25, -0.1};
  const auto one = usual().at(Sided<LegLoss>{a, b});
  const auto other = usual().at(Sided<LegLoss>{b, a});
  const std::size_t n = usual().legs.points_per_leg;
  for (std::size_t i = 0; i < n; ++i) {
    ASSERT_EQ(one[i], glm::vec3(-other[i + n].x, other[i + n].y, other[i + n].z));
  }
}

struct Relation {
  const char* name;
  LegLoss loss;
};

class ClosedForm : public testing::TestWithParam<Relation> {};

TEST_P(ClosedForm, GivesTheGirthChangeAtEveryHeight) {
  const auto moved = usual().left_at(GetParam().loss);
  for (double t = 0.02; t < 0.95; t += 0.01) {
    const double expected = usual().surface.closed_form_girth_change_mm(BodySide::left, GetParam().loss, t);
    const double change = usual().girth_mm(moved, t) - usual().girth_mm(usual().rest(), t);
    EXPECT_NEAR(change, expected, std::max(0.4, 0.07 * std::abs(expected))) << "t " << t;
  }
}

INSTANTIATE_TEST_SUITE_P(Losses, ClosedForm,
                         testing::Values(Relation{"both", {0.2, 0.2, 0.0}},
                                         Relation{"medial", {0.2, 0.0, 0.0}},
                                         Relation{"lateral", {0.0, 0.2, 0.0}},
                                         Relation{"gain", {0.0, 0.0, -0.1}},
                                         Relation{"treated", {0.16, 0.14, -0.05}}),
                         [](const auto& tested) { return tested.param.name; });

TEST(CalfLoss, TakesTheVolumeThatTheMusclesLose) {
  const auto volume_ml = [](const std::vector<glm::vec3>& p) {
    return simulation::mesh_volume_mm3(p, usual().legs.mesh.triangles) / 1000.0;
  };
  const double leg_ml = volume_ml(usual().rest()) / 2.0;
  const auto r = usual().surface.response(BodySide::left);
  for (const LegLoss& loss : {LegLoss{0.3, 0.0, 0.0}, LegLoss{0.0, 0.3, 0.0}, LegLoss{0.2, 0.2, -0.1}}) {
    const double lost = volume_ml(usual().rest()) - volume_ml(usual().left_at(loss));
    EXPECT_NEAR(lost, usual().surface.yielded_volume_ml(BodySide::left, loss), 0.001 * leg_ml);
    // The little that lies above the knee cannot move the skin there.
    const double muscle = loss.medial * r.medial_ml + loss.lateral * r.lateral_ml + loss.soleus * r.soleus_ml;
    EXPECT_NEAR(lost, muscle, 0.15 * (loss.medial * r.medial_ml + loss.lateral * r.lateral_ml));
  }
}

TEST(CalfLoss, SixteenPercentOfBothHeadsIsAboutHalfACentimetre) {
  const auto r = usual().surface.response(BodySide::left);
  EXPECT_NEAR(evaluate(r.girth_cm, {0.16, 0.16, 0.0}), -0.5, 0.15);
  // The radiofrequency series, 0.41 cm per mm of thickness, is the upper bound.
  const double thinner_mm = -evaluate(r.thickness_mm, {0.16, 0.16, 0.0});
  EXPECT_LT(-evaluate(r.girth_cm, {0.16, 0.16, 0.0}) / thinner_mm, 0.41);
}

TEST(CalfLoss, MoreLossNeverMeansMoreGirth) {
  double before = usual().surface.tape(BodySide::left).largest(usual().rest()).girth_mm;
  for (double loss = 0.05; loss < 0.41; loss += 0.05) {
    const double now =
        usual().surface.tape(BodySide::left).largest(usual().left_at({loss, loss, 0.0})).girth_mm;
    EXPECT_LT(now, before);
    before = now;
  }
}

TEST(CalfLoss, ASoleusGainMovesTheSkinOutward) {
  const auto moved = usual().left_at({0.0, 0.0, -0.1});
  const auto& frame = usual().surface.tape(BodySide::left).frame();
  for (std::size_t i = 0; i < usual().legs.points_per_leg; ++i) {
    const glm::dvec3 p = usual().rest()[i];
    if (moved[i] == usual().rest()[i]) continue;
    const glm::dvec3 axis = frame.axis_point_mm(frame.t_of(p));
    ASSERT_GE(glm::length(glm::dvec3(moved[i]) - axis), glm::length(p - axis) - 0.01);
  }
}

TEST(CalfLoss, ShinKneeAndAnkleStay) {
  const auto moved = usual().left_at({0.4, 0.4, -0.1});
  const auto& frame = usual().surface.tape(BodySide::left).frame();
  for (std::size_t i = 0; i < usual().legs.points_per_leg; ++i) {
    const glm::dvec3 p = usual().rest()[i];
    const double t = frame.t_of(p);
    const glm::dvec3 rel = p - frame.axis_point_mm(t);
    const double theta = std::atan2(glm::dot(rel, frame.medial), glm::dot(rel, frame.posterior));
    const float distance = glm::length(moved[i] - usual().rest()[i]);
    if (t < -0.02 || t > 0.99) {
      EXPECT_EQ(distance, 0.0F) << t;
    }
    if (std::abs(theta) > 3.05 && t > 0.1 && t < 0.9) {
      EXPECT_LT(distance, 0.02F) << t;
    }
  }
}

TEST(CalfLoss, PointsMoveOnlyAcrossTheLeg) {
  const auto moved = usual().left_at({0.3, 0.3, 0.0});
  const auto& frame = usual().surface.tape(BodySide::left).frame();
  for (std::size_t i = 0; i < usual().legs.points_per_leg; ++i) {
    EXPECT_NEAR(glm::dot(glm::dvec3(moved[i] - usual().rest()[i]), frame.down), 0.0, 1e-4);
  }
}

TEST(CalfLoss, IsClampedToTheRangeItWasMadeFor) {
  EXPECT_TRUE(same_bytes(usual().left_at({0.9, 0.9, -0.9}), usual().left_at({0.4, 0.4, -0.3})));
}

TEST(LegResponse, ReproducesTheMeasuredMesh) {
  for (const auto& person :
       {person_of(36.4, 20.0, 7.0), person_of(40.5, 27.0, 4.0), person_of(33.0, 14.0, 10.0)}) {
    const CalfBody body(person);
    const auto r = body.surface.response(BodySide::left);
    // A quadratic is worst at its ends and between its middle and them.
    for (const double medial : {0.0, 0.1, 0.3, 0.4}) {
      for (const double lateral : {0.0, 0.2, 0.4}) {
        for (const double soleus : {-0.2, 0.0, 0.1}) {
          const LegLoss loss{medial, lateral, soleus};
          const double girth_cm =
              body.surface.tape(BodySide::left).largest(body.left_at(loss)).girth_mm / 10.0;
          EXPECT_NEAR(r.max_girth_cm + evaluate(r.girth_cm, loss), girth_cm, 0.02);
          EXPECT_NEAR(r.thickness_week0_mm + evaluate(r.thickness_mm, loss),
                      body.surface.gastrocnemius_mm(BodySide::left, loss), 0.05);
        }
      }
    }
  }
}

TEST(LegResponse, IsExactlyZeroWithoutLoss) {
  const auto r = usual().surface.response(BodySide::left);
  EXPECT_EQ(evaluate(r.girth_cm, {}), 0.0);
  EXPECT_EQ(evaluate(r.bulge_mm, {}), 0.0);
  EXPECT_EQ(evaluate(r.thickness_mm, {}), 0.0);
}

}  // namespace
