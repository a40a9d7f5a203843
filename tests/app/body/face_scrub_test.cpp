// The real head as it is scrubbed, against every point and normal worked out anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "app/body/person_shape.h"
#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

using namespace simulation;

constexpr Expression kExpressions[] = {Expression::neutral, Expression::frown, Expression::raise,
                                       Expression::squint, Expression::smile};

const Outcome& treated() {
  static const auto outcome = [] {
    Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
    return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/face-full.json"));
  }();
  return *outcome;
}

/// The same treatment of a face without lines, which never swells.
const Outcome& unlined() {
  static const auto outcome = [] {
    Plan plan = treated().plan();
    plan.person.face = {{0, 0}, {0, 0}, {{0, 0}, {0, 0}}};
    return Workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache}).outcome(plan);
  }();
  return *outcome;
}

std::vector<Moment> moments() {
  std::vector<Moment> out;
  for (const double week : {0.0, 4.0, 24.0})
    for (const Expression expression : kExpressions)
      for (const double effort : {0.3, 1.0})
        out.push_back({week, Responder::typical, expression, effort, CalfPose::standing});
  return out;
}

FaceLandmarks landmarks() {
  const auto& of = treated().body().landmarks();
  const auto pair = [&](const std::string& name) {
    return Sided<glm::dvec3>{of.at("l-" + name), of.at("r-" + name)};
  };
  return {pair("eye"),         pair("brow-medial"),  pair("brow-middle"), pair("brow-lateral"),
          pair("cheek-upper"), pair("mouth-corner"), of.at("nose-base"),  of.at("jaw")};
}

double degrees_between(const glm::vec3& a, const glm::vec3& b) {
  return std::acos(std::clamp(glm::dot(glm::dvec3(a), glm::dvec3(b)), -1.0, 1.0)) * 180.0 / 3.14159265;
}

bool is_eye(const BodyPart& part) {
  return part.material == "eye" || part.material == "cornea";
}

TEST(FaceScrub, EyesStayInTheirSocketsWhateverTheFaceDoes) {
  const Body& body = treated().body();
  std::size_t eyes = 0;
  for (const Moment& moment : moments()) {
    const Surface surface = treated().surface(moment);
    for (std::size_t i = 0; i < body.parts().size(); ++i) {
      if (!is_eye(body.parts()[i])) continue;
      ++eyes;
      EXPECT_EQ(surface.parts[i].positions_mm, body.parts()[i].rest_mm);
      EXPECT_EQ(surface.parts[i].normals, body.parts()[i].rest_normals);
    }
  }
  EXPECT_EQ(eyes, 2 * moments().size());
}

TEST(FaceScrub, IsTheWholeShapeInEveryExpression) {
  const Body& body = unlined().body();
  const AncestryMix mix{kAncestryMix[0].second, kAncestryMix[1].second, kAncestryMix[2].second};
  Surface used;
  double most_moved = 0.0;
  for (std::size_t i = 0; i < body.parts().size(); ++i) {
    const BodyPart& part = body.parts()[i];
    if (is_eye(part)) continue;
    const FacePart exact(part.rest_mm, body.mesh().expressions(body.mesh().parts()[i]), mix, landmarks(),
                         part.material == "brow" ? kBrowHold : 0.0);
    std::vector<glm::vec3> points(part.rest_mm.size());
    std::vector<glm::vec3> normals(points.size());
    for (const Moment& moment : moments()) {
      unlined().surface(moment, used);
      const PartSurface& now = used.parts[i];
      const auto pose =
          face_pose(moment.expression, moment.effort, unlined().state(moment), body.response().face);
      exact.deform(pose, points);
      vertex_normals(points, part.topology->point_triangles, normals);
      double off_mm = 0.0;
      double off_degrees = 0.0;
      for (std::size_t k = 0; k < points.size(); ++k) {
        off_mm = std::max(off_mm, double(glm::distance(points[k], now.positions_mm[k])));
        if (normals[k] != now.normals[k])
          off_degrees = std::max(off_degrees, degrees_between(normals[k], now.normals[k]));
        most_moved = std::max(most_moved, double(glm::distance(points[k], part.rest_mm[k])));
      }
      EXPECT_LT(off_mm, 1e-3) << part.name;
      EXPECT_LT(off_degrees, 0.5) << part.name;
    }
  }
  EXPECT_GT(most_moved, 5.0);
}

TEST(FaceScrub, AUsedSurfaceGetsTheBytesOfAFreshOne) {
  const std::vector<Moment> all = moments();
  Surface used;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Moment& moment = all[i * 7 % all.size()];
    treated().surface(moment, used);
    const Surface fresh = treated().surface(moment);
    EXPECT_EQ(surface_hash(used), surface_hash(fresh));
    EXPECT_EQ(used.line_depths_mm, fresh.line_depths_mm);
    EXPECT_EQ(used.line_swells_mm, fresh.line_swells_mm);
  }
}

TEST(FaceScrub, ASurfaceTellsWhatChanged) {
  const std::vector<Moment> all = moments();
  Surface used;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Surface before = used;
    treated().surface(all[i * 7 % all.size()], used);
    ASSERT_EQ(used.changed.size(), used.parts.size());
    for (std::size_t part = 0; part < used.parts.size(); ++part) {
      const PartSurface& now = used.parts[part];
      std::vector<bool> told(now.positions_mm.size(), false);
      for (const glm::uvec2& run : used.changed[part])
        std::fill(told.begin() + run.x, told.begin() + run.y, true);
      if (i == 0) {
        EXPECT_EQ(std::count(told.begin(), told.end(), false), 0);
        continue;
      }
      const PartSurface& was = before.parts[part];
      std::size_t missed = 0;
      for (std::size_t k = 0; k < told.size(); ++k)
        if (!told[k] && (now.positions_mm[k] != was.positions_mm[k] || now.normals[k] != was.normals[k]))
          ++missed;
      EXPECT_EQ(missed, 0U);
    }
  }
  // A copy goes on from what it holds, whatever became of the surface it is a copy of.
  Surface copy = used;
  treated().surface(all[1], used);
  treated().surface(all[2], copy);
  EXPECT_EQ(surface_hash(copy), surface_hash(treated().surface(all[2])));
  treated().surface(all[2], copy);
  for (const PointRuns& runs : copy.changed) EXPECT_TRUE(runs.empty());
}

TEST(FaceScrub, NoEffortBeforeTreatmentIsTheRestShape) {
  Surface used;
  treated().surface({24.0, Responder::high, Expression::smile, 1.0, CalfPose::standing}, used);
  for (const Expression expression : kExpressions) {
    treated().surface({0.0, Responder::high, expression, 0.0, CalfPose::standing}, used);
    for (std::size_t i = 0; i < used.parts.size(); ++i) {
      EXPECT_EQ(used.parts[i].positions_mm, treated().body().parts()[i].rest_mm);
      EXPECT_EQ(used.parts[i].normals, treated().body().parts()[i].rest_normals);
    }
  }
}

TEST(FaceScrub, ASurfaceOfAnotherBodyIsWrittenWhole) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  Plan plan = treated().plan();
  plan.person.age_years += 20.0;
  const auto older = workbench.outcome(plan);
  const Moment smile{4.0, Responder::typical, Expression::smile, 1.0, CalfPose::standing};
  Surface used = treated().surface(smile);
  older->surface(smile, used);
  EXPECT_EQ(surface_hash(used), surface_hash(older->surface(smile)));
}

}  // namespace
}  // namespace app
