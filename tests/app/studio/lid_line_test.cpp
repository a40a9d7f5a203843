#include "app/studio/lid_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "app/body/workbench.h"
#include "app/studio/eye_rim.h"
#include "app/studio/lashes.h"

namespace app {
namespace {

using simulation::Expression;

/// A real face's lids, held in an expression.
struct Lids {
  std::vector<glm::vec3> eyes_mm;
  std::array<EyeBall, 2> balls;
  std::array<LidOpening, 2> openings, of_all_skin;  // the second not of skin near the edges at rest alone

  float gap_mm(std::size_t side) const {
    float widest = 0.0f;
    for (const LidColumn& c : openings[side].columns)
      widest = std::max(widest, glm::distance(c.lower_mm, c.upper_mm));
    return widest;
  }
};

Lids lids(Expression expression, simulation::Person person = {}) {
  static Workbench bench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  plan.person = person;
  const auto outcome = bench.outcome(plan);
  const auto& parts = outcome->body().parts();
  const auto eyes =
      std::find_if(parts.begin(), parts.end(), [](const auto& p) { return p.material == "eye"; });
  Moment moment;
  moment.expression = expression;
  const Surface surface = outcome->surface(moment);
  Lids found;
  found.eyes_mm = surface.parts[static_cast<std::size_t>(eyes - parts.begin())].positions_mm;
  found.balls = eye_balls(found.eyes_mm);
  const auto& skin_mm = surface.parts.front().positions_mm;
  found.openings = LidFinder(parts.front(), *eyes).openings(skin_mm, found.balls);
  found.of_all_skin = LidFinder(parts.front(), *eyes, 1000.0f).openings(skin_mm, found.balls);
  return found;
}

TEST(LidLine, ShutEyesAreShutAndLashesStandOnTheSeam) {
  for (const auto sex : {simulation::Sex::female, simulation::Sex::male})
    for (const int age : {25, 72}) {
      simulation::Person person;
      person.sex = sex;
      person.age_years = age;
      const Lids open = lids(Expression::neutral, person), shut = lids(Expression::shut, person);
      for (std::size_t side = 0; side < 2; ++side) {
        EXPECT_TRUE(shut.openings[side].columns.empty()) << age;
        EXPECT_TRUE(shut.of_all_skin[side].columns.empty()) << age;
        ASSERT_EQ(shut.openings[side].shut.size(), static_cast<std::size_t>(LidFinder::kColumns));
        EXPECT_TRUE(open.openings[side].shut.empty());
        // The edges have come together, or on one another in old lids: the upper one down, the lower one
        // hardly.
        const std::size_t middle = LidFinder::kColumns / 2;
        const LidColumn& before = open.openings[side].columns[middle];
        const LidColumn& after = shut.openings[side].shut[middle];
        EXPECT_LT(std::abs(after.upper_mm.y - after.lower_mm.y), 2.5f) << age;
        EXPECT_GT(before.upper_mm.y - after.upper_mm.y, 3.0f) << age;
        EXPECT_LT(std::abs(after.lower_mm.y - before.lower_mm.y), 3.0f) << age;
      }
      const Lashes lashes = make_lashes(shut.openings);
      ASSERT_EQ(lashes.positions_mm.size(), lash_topology().point_count);
      for (const glm::vec3& point : lashes.positions_mm)
        for (std::size_t side = 0; side < 2; ++side) {
          if (point.x * shut.balls[side].centre_mm.x < 0.0f) continue;
          EXPECT_GT(glm::distance(point, shut.balls[side].centre_mm), shut.balls[side].radius_mm - 0.5f);
        }
    }
}

TEST(LidLine, BothEyesAreOpenAsFarAsEyesAre) {
  for (const auto sex : {simulation::Sex::female, simulation::Sex::male})
    for (const int age : {25, 72}) {
      simulation::Person person;
      person.sex = sex;
      person.age_years = age;
      const Lids face = lids(Expression::neutral, person);
      for (std::size_t side = 0; side < 2; ++side) {
        const auto& columns = face.openings[side].columns;
        ASSERT_EQ(columns.size(), static_cast<std::size_t>(LidFinder::kColumns));
        EXPECT_GT(face.gap_mm(side), 5.5f) << age;
        EXPECT_LT(face.gap_mm(side), 12.5f) << age;
        const float wide = glm::distance(columns.front().lower_mm, columns.back().lower_mm);
        EXPECT_GT(wide, 18.0f);
        EXPECT_LT(wide, 32.0f);
      }
      EXPECT_NEAR(face.gap_mm(0), face.gap_mm(1), 0.3f);
    }
}

TEST(LidLine, FollowsTheExpression) {
  const Lids still = lids(Expression::neutral), squint = lids(Expression::squint);
  for (std::size_t side = 0; side < 2; ++side) {
    EXPECT_LT(squint.gap_mm(side), still.gap_mm(side) - 1.0f);
    EXPECT_GT(squint.gap_mm(side), 0.5f);
  }
}

TEST(LidLine, IsFoundInTheSkinNearIt) {
  for (const auto sex : {simulation::Sex::female, simulation::Sex::male})
    for (const int age : {25, 72}) {
      simulation::Person person;
      person.sex = sex;
      person.age_years = age;
      for (const auto expression : {Expression::neutral, Expression::frown, Expression::raise,
                                    Expression::squint, Expression::smile}) {
        const Lids face = lids(expression, person);
        for (std::size_t side = 0; side < 2; ++side) {
          ASSERT_FALSE(face.openings[side].columns.empty());
          EXPECT_EQ(face.openings[side].columns, face.of_all_skin[side].columns);
        }
      }
    }
}

TEST(LidLine, NearnessTellsTheLidsApart) {
  const Lids face = lids(Expression::neutral);
  const std::vector<float> near = EyePlaces(face.balls, face.eyes_mm).lid_nearness(face.openings);
  for (const LidOpening& opening : face.openings) {
    const LidColumn& c = opening.columns[LidFinder::kColumns / 2];
    // What is nearest to a place on the ball.
    const auto at = [&](float elevation) {
      const glm::vec3 place = opening.ball.point_mm({c.azimuth, elevation}, opening.ball.radius_mm);
      std::size_t best = 0;
      for (std::size_t i = 0; i < near.size(); ++i)
        if (glm::distance(face.eyes_mm[i], place) < glm::distance(face.eyes_mm[best], place)) best = i;
      return near[best];
    };
    EXPECT_GT(at(c.upper), 0.7f);
    EXPECT_LT(at(c.lower), -0.7f);
    EXPECT_NEAR(at(0.5f * (c.lower + c.upper)), 0.0f, 0.2f);
  }
}

TEST(LidLine, SeesTheSkinAboutTheEyesAndNoOther) {
  Workbench bench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  const auto outcome = bench.outcome(plan);
  const auto& parts = outcome->body().parts();
  const auto eyes =
      std::find_if(parts.begin(), parts.end(), [](const auto& p) { return p.material == "eye"; });
  const LidFinder finder(parts.front(), *eyes);
  const auto& skin = parts.front().rest_mm;
  const auto nearest = [&](const glm::vec3& place) {
    const auto found =
        std::min_element(skin.begin(), skin.end(), [&](const glm::vec3& a, const glm::vec3& b) {
          return glm::distance(a, place) < glm::distance(b, place);
        });
    return static_cast<std::uint32_t>(found - skin.begin());
  };
  const glm::vec3 eye = outcome->body().landmarks().at("l-eye");
  const std::uint32_t lid = nearest(eye + glm::vec3(0, 4, 14)), chin = nearest(eye + glm::vec3(-30, -110, 0));
  const std::uint32_t fold = nearest(eye + glm::vec3(0, 10, 14));  // of the lid, too far from its edge
  EXPECT_TRUE(finder.sees(PointRuns{{lid, lid + 1}}));
  EXPECT_TRUE(finder.sees(PointRuns{{0, 1}, {lid, lid + 1}}));
  EXPECT_FALSE(finder.sees(PointRuns{{fold, fold + 1}}));
  EXPECT_FALSE(finder.sees(PointRuns{{chin, chin + 1}}));
  EXPECT_FALSE(finder.sees(PointRuns{}));
}

TEST(EyeRim, LiesBetweenLidAndBallWithTheCaruncleAtTheNose) {
  for (const Expression expression : {Expression::neutral, Expression::squint, Expression::raise}) {
    const Lids face = lids(expression);
    const EyeRim rim = make_eye_rim(face.openings);
    ASSERT_EQ(rim.positions_mm.size(), rim_topology().point_count);
    ASSERT_EQ(rim_kinds().size(), rim.positions_mm.size());
    std::array<int, 3> counts{};
    for (std::size_t i = 0; i < rim.positions_mm.size(); ++i) {
      const glm::vec3 p = rim.positions_mm[i];
      const LidOpening& opening = face.openings[p.x > 0.0f ? 1 : 0];
      const auto kind = static_cast<std::size_t>(rim_kinds()[i]);
      ++counts.at(kind);
      const float off = glm::distance(p, opening.ball.centre_mm) - opening.ball.radius_mm;
      ASSERT_GT(off, -0.5f);
      ASSERT_LT(off, 6.2f);
      if (kind == 2) {
        ASSERT_LT(std::abs(p.x), std::abs(opening.ball.centre_mm.x) - 5.0f);
      }
    }
    for (const int count : counts) EXPECT_GT(count, 100);
  }
}

TEST(EyeRim, OfAShutEyeIsHiddenInTheBall) {
  Lids face = lids(Expression::neutral);
  face.openings[0].columns.clear();
  const EyeRim rim = make_eye_rim(face.openings);
  const Lashes lashes = make_lashes(face.openings);
  ASSERT_EQ(rim.positions_mm.size(), rim_topology().point_count);
  ASSERT_EQ(lashes.positions_mm.size(), lash_topology().point_count);
  EXPECT_EQ(rim.positions_mm.front(), face.openings[0].ball.centre_mm);
  EXPECT_EQ(lashes.positions_mm.front(), face.openings[0].ball.centre_mm);
  EXPECT_GT(glm::distance(rim.positions_mm.back(), face.openings[1].ball.centre_mm), 10.0f);
}

TEST(Lashes, GrowOnTheLidsAndPointAway) {
  for (const Expression expression : {Expression::neutral, Expression::squint}) {
    const Lids face = lids(expression);
    const Lashes lashes = make_lashes(face.openings);
    const render::Topology& topology = lash_topology();
    ASSERT_EQ(lashes.positions_mm.size(), topology.point_count);
    std::size_t roots = 0;
    float root_reach = 0.0f;
    for (std::size_t i = 0; i < lashes.positions_mm.size(); ++i) {
      const glm::vec3 p = lashes.positions_mm[i];
      const LidOpening& opening = face.openings[p.x > 0.0f ? 1 : 0];
      const float reach = glm::distance(p, opening.ball.centre_mm);
      if (topology.vertex_uv[i].y == 0.0f) {
        float nearest = 1e9f;
        for (const LidColumn& c : opening.columns)
          nearest = std::min({nearest, glm::distance(p, c.upper_mm), glm::distance(p, c.lower_mm)});
        ASSERT_LT(nearest, 1.6f);
        root_reach = reach;
        ++roots;
      } else if (topology.vertex_uv[i].y == 1.0f) {
        ASSERT_GT(reach, root_reach + 0.8f);
      }
    }
    EXPECT_GT(roots, 300u);
    EXPECT_EQ(lashes.positions_mm, make_lashes(face.openings).positions_mm);
  }
}

}  // namespace
}  // namespace app
