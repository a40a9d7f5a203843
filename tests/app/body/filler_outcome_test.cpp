#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "app/body/workbench.h"
#include "simulation/measure/surface_change.h"

namespace app {
namespace {

using namespace simulation;

Workbench& workbench() {
  static Workbench bench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  return bench;
}

Plan face(std::vector<Filler> fillers, bool toxin = false) {
  Plan plan;
  plan.region = Region::face;
  plan.person.face.glabella = {2, 3};
  plan.fillers = std::move(fillers);
  if (!toxin) return plan;
  plan.sessions.resize(1);
  plan.sessions[0].injections = {{MuscleTarget{Muscle::procerus, Side::midline, 1}, 4.0},
                                 {MuscleTarget{Muscle::corrugator, Side::both, 2}, 8.0}};
  return plan;
}

Moment at(double week, Treatment treatment = Treatment::both, Expression e = Expression::neutral) {
  Moment moment;
  moment.week = week;
  moment.treatment = treatment;
  moment.expression = e;
  return moment;
}

const BodyPart& part_of(const Body& body, const std::string& name) {
  return *std::find_if(body.parts().begin(), body.parts().end(),
                       [&](const BodyPart& part) { return part.name == name; });
}

const std::vector<glm::vec3>& points_of(const Body& body, const Surface& surface, const std::string& name) {
  return surface.parts[static_cast<std::size_t>(&part_of(body, name) - body.parts().data())].positions_mm;
}

double mean_rest_depth(const Outcome& outcome, const Surface& surface, bool glabella) {
  double sum = 0.0;
  std::size_t i = 0, count = 0;
  for (const LinePlace& line : outcome.body().lines()->lines())
    for (std::size_t k = 0; k < line.points.size(); ++k, ++i)
      if ((line.group == LineGroup::glabella) == glabella) sum += surface.line_depths_mm[i], ++count;
  return sum / static_cast<double>(count);
}

class RealHead : public testing::TestWithParam<FillerSite> {};

TEST_P(RealHead, EnclosesWhatTheTissueDoesNotTakeUp) {
  const auto outcome = workbench().outcome(face({{GetParam(), 1.0, 0.0}}));
  const auto& triangles = outcome->body().parts().front().topology->point_triangles;
  const Surface before = outcome->baseline(at(1.0));
  const Surface now = outcome->surface(at(1.0));
  const double wanted = outcome->state(at(1.0)).filler[GetParam()];
  EXPECT_NEAR(wanted, workbench().fillers().at(GetParam()).tissue_share.typical, 0.01);
  const double held = (mesh_volume_mm3(now.parts[0].positions_mm, triangles) -
                       mesh_volume_mm3(before.parts[0].positions_mm, triangles)) /
                      1000.0;
  EXPECT_NEAR(held, wanted, 0.01 * wanted);
}

TEST_P(RealHead, MovesSkinALittleAndKeepsItWhole) {
  const auto outcome = workbench().outcome(face({{GetParam(), 1.0, 0.0}}));
  const Body& body = outcome->body();
  const Surface before = outcome->baseline(at(1.0));
  const Surface now = outcome->surface(at(1.0));
  const auto& rest = before.parts[0].positions_mm;
  const auto& skin = now.parts[0].positions_mm;
  float most = 0.0F;
  for (std::size_t i = 0; i < skin.size(); ++i) most = std::max(most, glm::distance(skin[i], rest[i]));
  EXPECT_GT(most, 0.8F);
  EXPECT_LT(most, 6.0F);
  // No triangle turns over.
  std::size_t turned = 0;
  for (const glm::uvec3& t : body.parts().front().topology->point_triangles) {
    const glm::vec3 a = glm::cross(rest[t.y] - rest[t.x], rest[t.z] - rest[t.x]);
    const glm::vec3 b = glm::cross(skin[t.y] - skin[t.x], skin[t.z] - skin[t.x]);
    turned += glm::dot(a, b) < 0.0F ? 1 : 0;
  }
  EXPECT_EQ(turned, 0u);
  for (const char* still : {"eyes", "cornea", "teeth", "tongue", "lashes"})
    EXPECT_EQ(points_of(body, now, still), points_of(body, before, still)) << still;
}

INSTANTIATE_TEST_SUITE_P(Sites, RealHead,
                         testing::Values(FillerSite::glabella, FillerSite::nasolabial_fold, FillerSite::cheek,
                                         FillerSite::lips, FillerSite::tear_trough));

TEST(FillerOutcome, ShowsAfterItsWeekAndNotBefore) {
  const auto outcome =
      workbench().outcome(face({{FillerSite::cheek, 1.0, 0.0}, {FillerSite::lips, 1.0, 8.0}}));
  EXPECT_TRUE(outcome->untreated(at(0.0)));
  EXPECT_EQ(surface_hash(outcome->surface(at(0.0))), surface_hash(outcome->baseline(at(0.0))));
  EXPECT_FALSE(outcome->untreated(at(0.5)));
  EXPECT_EQ(outcome->state(at(8.0)).filler[FillerSite::lips], 0.0);
  EXPECT_GT(outcome->state(at(8.01)).filler[FillerSite::lips], 0.0);
  EXPECT_EQ(outcome->last_week(), 47.0);
}

TEST(FillerOutcome, NoMillilitresAreNoFiller) {
  const auto none = workbench().outcome(face({{FillerSite::cheek, 0.0, 0.0}}));
  EXPECT_TRUE(none->untreated(at(12.0)));
  EXPECT_EQ(surface_hash(none->surface(at(12.0))), surface_hash(none->baseline(at(12.0))));
}

TEST(FillerOutcome, ToxinAndFillerAreShownApartOrTogether) {
  const auto both = workbench().outcome(face({{FillerSite::cheek, 1.0, 0.0}}, true));
  const auto toxin = workbench().outcome(face({}, true));
  const auto filler = workbench().outcome(face({{FillerSite::cheek, 1.0, 0.0}}));
  for (const Expression e : {Expression::neutral, Expression::frown}) {
    EXPECT_EQ(surface_hash(both->surface(at(6.0, Treatment::toxin, e))),
              surface_hash(toxin->surface(at(6.0, Treatment::both, e))));
    EXPECT_EQ(surface_hash(both->surface(at(6.0, Treatment::filler, e))),
              surface_hash(filler->surface(at(6.0, Treatment::both, e))));
    EXPECT_NE(surface_hash(both->surface(at(6.0, Treatment::both, e))),
              surface_hash(both->surface(at(6.0, Treatment::toxin, e))));
  }
  EXPECT_EQ(surface_hash(both->baseline(at(6.0))), surface_hash(toxin->baseline(at(6.0))));
}

TEST(FillerOutcome, LiftsTheLineAtRestAndNotTheOneInMotion) {
  const auto outcome = workbench().outcome(face({{FillerSite::glabella, 0.3, 0.0}}));
  const auto depth = [&](Treatment treatment, Expression e, bool glabella) {
    return mean_rest_depth(*outcome, outcome->surface(at(2.0, treatment, e)), glabella);
  };
  EXPECT_LT(depth(Treatment::filler, Expression::neutral, true),
            0.8 * depth(Treatment::toxin, Expression::neutral, true));
  EXPECT_NEAR(depth(Treatment::filler, Expression::frown, true),
              depth(Treatment::toxin, Expression::frown, true), 1e-5);
  EXPECT_EQ(depth(Treatment::filler, Expression::neutral, false),
            depth(Treatment::toxin, Expression::neutral, false));
}

TEST(FillerOutcome, BrowsStayOnTheSkin) {
  const auto outcome = workbench().outcome(face({{FillerSite::glabella, 2.0, 0.0}}));
  const Body& body = outcome->body();
  const Surface before = outcome->baseline(at(1.0));
  const Surface now = outcome->surface(at(1.0));
  const auto& hair_before = points_of(body, before, "brows");
  const auto& hair_now = points_of(body, now, "brows");
  const auto& skin = before.parts[0].positions_mm;
  float moved = 0.0F;
  for (std::size_t h = 0; h < hair_before.size(); h += 7) {
    std::size_t nearest = 0;
    float least = 1e9F;
    for (std::size_t i = 0; i < skin.size(); ++i) {
      const float d = glm::distance(skin[i], hair_before[h]);
      if (d < least) least = d, nearest = i;
    }
    const glm::vec3 skin_move = now.parts[0].positions_mm[nearest] - skin[nearest];
    const glm::vec3 hair_move = hair_now[h] - hair_before[h];
    EXPECT_LT(glm::distance(skin_move, hair_move), 0.35F);
    moved = std::max(moved, glm::length(hair_move));
  }
  EXPECT_GT(moved, 0.05F);
}

TEST(FillerOutcome, LipsStayClosed) {
  const auto outcome = workbench().outcome(face({{FillerSite::lips, 2.0, 0.0}}));
  const Surface before = outcome->baseline(at(1.0));
  const Surface now = outcome->surface(at(1.0));
  const auto& rest = before.parts[0].positions_mm;
  const auto& skin = now.parts[0].positions_mm;
  const auto& normals = before.parts[0].normals;
  const glm::dvec3 lip = outcome->body().landmarks().at("lip-lower-middle");
  std::vector<std::size_t> upper, lower;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (std::abs(rest[i].x) > 22.0F || std::abs(rest[i].y - lip.y) > 5.0 || rest[i].z < lip.z - 12.0)
      continue;
    if (normals[i].y < -0.6F) upper.push_back(i);
    if (normals[i].y > 0.6F) lower.push_back(i);
  }
  ASSERT_GT(upper.size(), 50u);
  ASSERT_GT(lower.size(), 50u);
  std::size_t met = 0;
  for (const std::size_t u : upper)
    for (const std::size_t l : lower) {
      if (std::abs(rest[u].x - rest[l].x) > 0.8F || std::abs(rest[u].z - rest[l].z) > 0.8F) continue;
      if (rest[u].y < rest[l].y) continue;
      ++met;
      const float gap = rest[u].y - rest[l].y;
      EXPECT_GT(skin[u].y - skin[l].y, gap - 0.15F);
      EXPECT_LT(skin[u].y - skin[l].y, gap + 0.6F);
    }
  EXPECT_GT(met, 20u);
}

}  // namespace
}  // namespace app
