#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <span>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"

namespace app {
namespace {

using simulation::CalfPose;
using simulation::Responder;

const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache};

std::shared_ptr<const Outcome> standard_calf() {
  static const auto outcome = [] {
    Workbench workbench(kPaths);
    return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/calf-standard.json"));
  }();
  return outcome;
}

Moment tiptoe(double week, double effort) {
  Moment moment;
  moment.week = week;
  moment.responder = Responder::high;
  moment.effort = effort;
  moment.pose = CalfPose::tiptoe;
  return moment;
}

const std::vector<glm::vec3>& skin_of(const Surface& surface) {
  return surface.parts.front().positions_mm;
}

double volume_mm3(const std::vector<glm::vec3>& points, std::span<const glm::uvec3> triangles) {
  double sum = 0.0;
  for (const glm::uvec3& t : triangles)
    sum += glm::dot(glm::dvec3(points[t.x]), glm::cross(glm::dvec3(points[t.y]), glm::dvec3(points[t.z])));
  return sum / 6.0;
}

double lowest_y(const std::vector<glm::vec3>& points) {
  double low = 1e9;
  for (const glm::vec3& p : points) low = std::min(low, double(p.y));
  return low;
}

TEST(Tiptoe, WithoutEffortIsStanding) {
  const auto outcome = standard_calf();
  for (const double week : {0.0, 12.0}) {
    Moment standing = tiptoe(week, 1.0);
    standing.pose = CalfPose::standing;
    EXPECT_EQ(surface_hash(outcome->surface(tiptoe(week, 0.0))), surface_hash(outcome->surface(standing)));
    EXPECT_NE(surface_hash(outcome->surface(tiptoe(week, 0.1))), surface_hash(outcome->surface(standing)));
  }
}

TEST(Tiptoe, TheRealFootKeepsItsVolumeAndDoesNotTurnInsideOut) {
  const auto outcome = standard_calf();
  const BodyPart& part = outcome->body().parts().front();
  const auto& triangles = part.topology->point_triangles;
  const double floor = outcome->body().landmarks().at("l-ankle").y + 80.0;
  for (const double effort : {0.5, 1.0}) {
    const Surface raised = outcome->baseline(tiptoe(0.0, effort));
    const double before = volume_mm3(part.rest_mm, triangles);
    // Nothing over 76 mm above the ankles moves, so all change is that of two feet of about a litre each.
    EXPECT_NEAR(volume_mm3(skin_of(raised), triangles), before, 0.05 * 2e6);
    int crushed = 0;
    for (const glm::uvec3& t : triangles) {
      const auto area = [&](const std::vector<glm::vec3>& p) {
        return glm::length(glm::cross(p[t.y] - p[t.x], p[t.z] - p[t.x]));
      };
      if (part.rest_mm[t.x].y < floor && area(skin_of(raised)) < 0.15f * area(part.rest_mm)) ++crushed;
    }
    EXPECT_EQ(crushed, 0);
  }
}

TEST(Tiptoe, ToesAreFlatOnTheFloorAndTheHeelIsHigh) {
  const auto outcome = standard_calf();
  const Body& body = outcome->body();
  const auto& rest = body.parts().front().rest_mm;
  const Surface raised = outcome->baseline(tiptoe(0.0, 1.0));
  const auto& skin = skin_of(raised);
  const double floor = lowest_y(skin);
  EXPECT_LT(floor, lowest_y(rest) - 40.0);
  const double tips = body.landmarks().at("l-toe-1-2").z;
  const double heel_z = body.landmarks().at("l-heel").z;
  double toes_low = 1e9;
  double heel_low = 1e9;
  glm::vec3 shift(0.0f);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].x < 0.0f) continue;
    if (rest[i].z > tips) {
      if (toes_low > 1e8) shift = skin[i] - rest[i];
      // Toes that only shift are as flat as they stood.
      ASSERT_NEAR(glm::length(skin[i] - rest[i] - shift), 0.0f, 0.01f);
      toes_low = std::min(toes_low, double(skin[i].y));
    }
    if (rest[i].z < heel_z) heel_low = std::min(heel_low, double(skin[i].y));
  }
  EXPECT_NEAR(toes_low, floor, 1.5);
  EXPECT_GT(heel_low, floor + 70.0);
}

TEST(Tiptoe, ChangeIsMeasuredAgainstTheSamePose) {
  const auto outcome = standard_calf();
  const auto week0 = outcome->skin_change_mm(tiptoe(0.0, 1.0));
  EXPECT_TRUE(std::all_of(week0.begin(), week0.end(), [](float mm) { return mm == 0.0f; }));
  const auto week12 = outcome->skin_change_mm(tiptoe(12.0, 1.0));
  const auto& rest = outcome->body().parts().front().rest_mm;
  const double ankle = outcome->body().landmarks().at("l-ankle").y;
  float foot = 0.0f;
  float calf = 0.0f;
  for (std::size_t i = 0; i < rest.size(); ++i)
    (rest[i].y < ankle ? foot : calf) = std::max(rest[i].y < ankle ? foot : calf, std::abs(week12[i]));
  EXPECT_GT(calf, 2.0f);
  EXPECT_LT(foot, 0.2f);
}

TEST(Tiptoe, BonesOfTheFootStayInTheFoot) {
  const auto outcome = standard_calf();
  const Moment raised = tiptoe(0.0, 1.0);
  const Surface surface = outcome->baseline(raised);
  const double floor = lowest_y(skin_of(surface));
  int seen = 0;
  for (const auto& mesh : outcome->body().anatomy({}, raised, surface)) {
    if (mesh.structure != simulation::Structure::forefoot_bones) continue;
    ++seen;
    // Toes are flat on the floor, so their bones lie close over it.
    const auto& points = mesh.positions_mm;
    const auto foremost = std::max_element(points.begin(), points.end(),
                                           [](const auto& a, const auto& b) { return a.z < b.z; });
    EXPECT_LT(foremost->y, floor + 25.0);
    EXPECT_GT(lowest_y(points), floor);
  }
  EXPECT_EQ(seen, 2);
}

TEST(Tiptoe, HeelBoneRisesAndTheShinStays) {
  const auto outcome = standard_calf();
  const Moment raised = tiptoe(0.0, 1.0);
  Moment standing = raised;
  standing.pose = CalfPose::standing;
  const auto before = outcome->body().anatomy({}, standing, outcome->baseline(standing));
  const auto after = outcome->body().anatomy({}, raised, outcome->baseline(raised));
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    using simulation::Structure;
    if (after[i].structure == Structure::tibia || after[i].structure == Structure::fibula) {
      EXPECT_EQ(after[i].positions_mm, before[i].positions_mm);
    }
    if (after[i].structure != Structure::heel_bone) continue;
    const auto& rest = before[i].positions_mm;
    const auto hindmost =
        std::min_element(rest.begin(), rest.end(), [](const auto& a, const auto& b) { return a.z < b.z; });
    const auto p = static_cast<std::size_t>(hindmost - rest.begin());
    const double rise = after[i].positions_mm[p].y - rest[p].y;
    EXPECT_GT(rise, 15.0);
    EXPECT_LT(rise, 60.0);
  }
}

}  // namespace
}  // namespace app
