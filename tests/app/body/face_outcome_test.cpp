#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "app/body/workbench.h"
#include "simulation/face/closed_lips.h"
#include "simulation/face/front_skin.h"

namespace app {
namespace {

using namespace simulation;

/// The head of the default person, and plans with free points on it.
class CarelessFace : public testing::Test {
 protected:
  CarelessFace() : workbench_({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache}) {
    plan_.region = Region::face;
    plan_.sessions.resize(1);
    untreated_ = workbench_.outcome(plan_);
  }

  const Body& body() const { return untreated_->body(); }
  glm::dvec3 mark(const std::string& name) const { return body().landmarks().at(name); }

  void named(Muscle muscle, Side side, double units, int points) {
    plan_.sessions[0].injections.push_back({MuscleTarget{muscle, side, points}, units});
  }
  /// A free point on the front of the face, where x and y meet the skin.
  void point(double x, double y, double units) {
    const BodyPart& skin = body().parts().front();
    std::size_t best = 0;
    double least = 1e9;
    for (std::size_t v = 0; v < skin.topology->vertex_point.size(); ++v) {
      const glm::vec3& p = skin.rest_mm[skin.topology->vertex_point[v]];
      const double d = std::hypot(p.x - x, p.y - y) + (p.z < 90.0F ? 1e6 : 0.0);
      if (d < least) {
        least = d;
        best = v;
      }
    }
    plan_.sessions[0].injections.push_back({SkinPoint{glm::dvec2(skin.topology->vertex_uv[best])}, units});
  }

  /// Upward movement against the untreated face in the same pose: the lowest and highest near a place.
  std::pair<float, float> moved(const glm::dvec3& place, double within_mm, Expression expression) {
    const auto outcome = workbench_.outcome(plan_);
    Moment moment;
    moment.week = 4.0;
    moment.expression = expression;
    moment.effort = 1.0;
    const Surface before = outcome->baseline(moment);
    const Surface now = outcome->surface(moment);
    std::pair<float, float> range{1e9F, -1e9F};
    const auto& rest = body().parts().front().rest_mm;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (std::hypot(rest[i].x - place.x, rest[i].y - place.y) > within_mm || rest[i].z < 90.0F) continue;
      const float rise = now.parts[0].positions_mm[i].y - before.parts[0].positions_mm[i].y;
      range = {std::min(range.first, rise), std::max(range.second, rise)};
    }
    return range;
  }

  Workbench workbench_;
  Plan plan_;
  std::shared_ptr<const Outcome> untreated_;
};

TEST_F(CarelessFace, LowLateralFrownPointsDropTheLid) {
  const glm::dvec3 lid = mark("l-eye") + glm::dvec3(0.0, 4.0, 0.0);
  named(Muscle::procerus, Side::midline, 4.0, 1);
  named(Muscle::corrugator, Side::both, 8.0, 2);
  EXPECT_GT(moved(lid, 6.0, Expression::neutral).first, -0.4F);
  plan_.sessions[0].injections.pop_back();
  for (const double side : {1.0, -1.0}) {
    point(side * 17.0, mark("l-brow-medial").y - 5.0, 4.0);
    point(side * 30.0, mark("l-brow-middle").y - 11.0, 4.0);
  }
  EXPECT_LT(moved(lid, 6.0, Expression::neutral).first, -0.8F);
  EXPECT_LT(moved({-lid.x, lid.y, lid.z}, 6.0, Expression::neutral).first, -0.8F);
}

TEST_F(CarelessFace, LowCrowsFeetPointsHoldTheSmileOnTheirSide) {
  const glm::dvec3 mouth = mark("l-mouth-corner");
  named(Muscle::orbicularis_oculi, Side::both, 12.0, 3);
  EXPECT_GT(moved(mouth, 6.0, Expression::smile).first, -1.5F);
  plan_.sessions[0].injections[0].target = MuscleTarget{Muscle::orbicularis_oculi, Side::right, 3};
  const glm::dvec3 cheek = mark("l-cheek-upper");
  point(cheek.x, cheek.y + 8.0, 4.0);
  point(cheek.x - 1.0, cheek.y - 12.0, 4.0);
  point(cheek.x - 6.0, cheek.y - 22.0, 4.0);
  EXPECT_LT(moved(mouth, 6.0, Expression::smile).first, -2.0F);
  EXPECT_GT(moved(mark("r-mouth-corner"), 6.0, Expression::smile).first, -1.5F);
}

TEST_F(CarelessFace, FrownTreatmentAloneLiftsTheBrow) {
  named(Muscle::procerus, Side::midline, 4.0, 1);
  named(Muscle::corrugator, Side::both, 8.0, 2);
  PredictionOptions options;
  options.people = 500;
  options.weeks = {8.0};
  const auto rows = workbench_.outcome(plan_)->predict(options);
  double height = 0.0;
  for (const PredictionRow& row : rows)
    if (row.quantity == "face.brow.left.height_change" && row.week == 8.0) height = *row.p50;
  EXPECT_GT(height, 0.25);
  EXPECT_LT(height, 1.0);
}

TEST_F(CarelessFace, TreatedJawMuscleNarrowsTheLowerFace) {
  named(Muscle::masseter, Side::both, 36.0, 3);
  Moment moment;
  moment.week = 12.0;
  const auto change = workbench_.outcome(plan_)->skin_change_mm(moment);
  const float inward = *std::min_element(change.begin(), change.end());
  EXPECT_LT(inward, -0.8F);
  EXPECT_GT(inward, -5.0F);
}

auto untreated_face(Workbench& workbench, Sex sex, double age_years) {
  Plan plan;
  plan.region = Region::face;
  plan.person.sex = sex;
  plan.person.age_years = age_years;
  return workbench.outcome(plan);
}

TEST(FaceShape, TheSkullOfEveryPersonLiesUnderTheSkinAndLeavesTheEyesRoom) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  for (const Sex sex : {Sex::female, Sex::male})
    for (const double age : {25.0, 72.0}) {
      const auto outcome = untreated_face(workbench, sex, age);
      const Body& body = outcome->body();
      const glm::dvec3 left = body.landmarks().at("l-eye"), right = body.landmarks().at("r-eye");
      const BodyPart& skin = body.parts().front();
      const FrontSkin front(skin.rest_mm, skin.topology->point_triangles, left.z - 70.0, left.y - 110.0,
                            left.y + 100.0);
      const auto anatomy = body.anatomy({}, Moment{}, outcome->baseline(Moment{}));
      const auto bone = std::find_if(anatomy.begin(), anatomy.end(), [](const AnatomyMesh& mesh) {
        return mesh.structure == Structure::skull;
      });
      ASSERT_NE(bone, anatomy.end());
      int near_skin = 0;
      for (const glm::vec3& p : bone->positions_mm) {
        const glm::dvec3 point(p);
        // A ball of 24 mm, which eyes are, fits into the orbit.
        EXPECT_GT(std::min(glm::distance(point, left), glm::distance(point, right)), 11.5);
        // Seen between the lids there is no skin over the bone.
        if (point.z < left.z - 20.0 ||
            glm::distance(glm::dvec2(std::abs(point.x), point.y), glm::dvec2(left)) < 15.0)
          continue;
        const auto over = front.at(point);
        if (!over) continue;
        const glm::dvec3 on = over->on(skin.rest_mm);
        const double depth =
            std::hypot(on.x, on.z - left.z + 70.0) - std::hypot(point.x, point.z - left.z + 70.0);
        near_skin += depth < 2.5 ? 1 : 0;
      }
      EXPECT_EQ(near_skin, 0) << age;
    }
}

TEST(FaceShape, LipsOfEveryPersonAreClosedAtRest) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  for (const Sex sex : {Sex::female, Sex::male})
    for (const double age : {25.0, 46.0, 72.0}) {
      const auto outcome = untreated_face(workbench, sex, age);
      const Body& body = outcome->body();
      const BodyPart& skin = body.parts().front();
      const MouthSlit slit =
          mouth_slit(skin.rest_mm, skin.topology->point_triangles,
                     {body.landmarks().at("l-mouth-corner"), body.landmarks().at("r-mouth-corner")});
      // The package's own mouth is open by 2.2 to 2.6 mm in these people.
      EXPECT_LT(*std::max_element(slit.gap_mm.begin(), slit.gap_mm.end()), 0.5) << age;
    }
}

}  // namespace
}  // namespace app
