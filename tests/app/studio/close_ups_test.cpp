#include "app/studio/close_ups.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "app/studio/presenter.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using render::StandardView;

const Body& face() {
  static const auto outcome = example_face();
  return outcome->body();
}

const Body& calf() {
  static Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED});
  static const auto outcome =
      workbench.preview(read_plan(std::filesystem::path(FORESHOW_SHARE) / "plans/calf-standard.json"));
  return outcome->body();
}

bool seen(const Body& body, StandardView view, glm::dvec3 point_mm, double aspect,
          simulation::CalfPose pose = simulation::CalfPose::standing) {
  const glm::dvec2 ndc =
      render::to_ndc(render::standard_camera(view, framing_of(body, pose), aspect), point_mm, aspect);
  return std::abs(ndc.x) < 1.0 && std::abs(ndc.y) < 1.0;
}

TEST(CloseUps, EveryRegionHasItsOwnOnce) {
  for (const Body* body : {&face(), &calf()}) {
    std::multiset<StandardView> found;
    for (const render::CloseUp& close_up : close_ups_of(*body)) found.insert(close_up.view);
    for (const StandardView view : render::kStandardViews)
      EXPECT_EQ(found.count(view), render::is_close_up(view) && shows(body->region(), view) ? 1u : 0u)
          << render::view_name(view);
  }
}

TEST(CloseUps, StayAtTheirPlaceInNarrowPictures) {
  for (const render::CloseUp& close_up : close_ups_of(face())) {
    const auto height = [&](double aspect) {
      return render::standard_camera(close_up.view, framing_of(face()), aspect).visible_height_mm();
    };
    const double whole =
        render::standard_camera(StandardView::front, framing_of(face()), 0.5).visible_height_mm();
    EXPECT_LT(height(0.5), 0.6 * whole) << render::view_name(close_up.view);
    // Where the picture is wide enough all of the width is in it.
    EXPECT_GE(height(1.0), close_up.width_mm) << render::view_name(close_up.view);
  }
  // The outline of a leg is never cut.
  for (const render::CloseUp& close_up : close_ups_of(calf()))
    EXPECT_GE(render::standard_camera(close_up.view, framing_of(calf()), 0.3).visible_height_mm() * 0.3,
              close_up.width_mm)
        << render::view_name(close_up.view);
}

TEST(CloseUps, AWeakPushOffIsSeenAtTheHeel) {
  const auto pose = simulation::CalfPose::tiptoe;
  const glm::dvec3 heel = calf().landmarks().at("l-ankle") - glm::dvec3(0.0, 40.0, 0.0);
  const auto seen_in = [&](std::optional<simulation::AdverseOutcome> shown) {
    const render::Camera camera =
        render::standard_camera(StandardView::calf_back, framing_of(calf(), pose, shown), 1.0);
    return std::abs(render::to_ndc(camera, heel, 1.0).y) < 1.0;
  };
  EXPECT_FALSE(seen_in({}));
  EXPECT_TRUE(seen_in(simulation::AdverseOutcome::weak_push_off));
}

TEST(CloseUps, TellOfWhatTheyShow) {
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  EXPECT_EQ(quantity_in(StandardView::crows_feet_right, plan, simulation::Expression::neutral),
            "face.crows_feet.relief_effort_change");
  EXPECT_EQ(quantity_in(StandardView::forehead, plan, simulation::Expression::neutral),
            "face.forehead.relief_effort_change");
  EXPECT_EQ(quantity_in(StandardView::glabella, plan, simulation::Expression::neutral),
            "face.glabella.relief_effort_change");
  EXPECT_EQ(quantity_in(StandardView::front, plan, simulation::Expression::neutral), "");
  EXPECT_EQ(quantity_in(StandardView::jaw_left, plan, simulation::Expression::neutral), "");
  EXPECT_EQ(quantity_in(StandardView::calf_back, plan, simulation::Expression::neutral), "");
  // The whole face tells of the lines that its expression draws, once they are treated.
  EXPECT_EQ(quantity_in(StandardView::front, plan, simulation::Expression::raise), "");
  plan.sessions.push_back({});
  plan.sessions.back().injections = {
      {simulation::MuscleTarget{simulation::Muscle::frontalis, simulation::Side::both, 5}, 10.0}};
  EXPECT_EQ(quantity_in(StandardView::front, plan, simulation::Expression::raise),
            "face.forehead.relief_effort_change");
  EXPECT_EQ(quantity_in(StandardView::front, plan, simulation::Expression::squint), "");
}

TEST(CloseUps, LegsAreNotLookedAtFromAbove) {
  EXPECT_FALSE(shows(simulation::Region::calf, StandardView::top));
  EXPECT_FALSE(render::offers(framing_of(calf()), StandardView::top));
  EXPECT_TRUE(shows(simulation::Region::face, StandardView::top));
  EXPECT_TRUE(render::offers(framing_of(face()), StandardView::top));
}

TEST(CloseUps, ShowThePlaceTheyAreNamedFor) {
  const auto& marks = face().face_landmarks();
  const auto& named = face().landmarks();
  for (const double aspect : {0.5625, 1.0, 1.7778}) {
    for (const auto side : simulation::kBodySides) {
      const bool left = side == simulation::BodySide::left;
      EXPECT_TRUE(seen(face(), StandardView::glabella, brow_of(marks, side).head, aspect));
      EXPECT_TRUE(seen(face(), StandardView::forehead, brow_of(marks, side).peak, aspect));
      EXPECT_TRUE(seen(face(), left ? StandardView::crows_feet_left : StandardView::crows_feet_right,
                       brow_of(marks, side).tail, aspect));
      EXPECT_TRUE(seen(face(), StandardView::lower_face, marks.mouth_corner[side], aspect));
      EXPECT_TRUE(seen(face(), left ? StandardView::jaw_left : StandardView::jaw_right,
                       marks.mouth_corner[side], aspect));
    }
    EXPECT_TRUE(seen(face(), StandardView::lower_face, named.at("chin"), aspect));
    EXPECT_FALSE(seen(face(), StandardView::glabella, named.at("chin"), 1.0));
    for (const char* side : {"l", "r"}) {
      const std::string s(side);
      const glm::dvec3 heel = calf().landmarks().at(s + "-heel-back");
      EXPECT_TRUE(seen(calf(), StandardView::calf_heel, heel, aspect));
      EXPECT_FALSE(seen(calf(), StandardView::calf_back, heel, 1.0));
    }
  }
}

TEST(CloseUps, FollowTheFootOnTipToe) {
  const auto heel = [](simulation::CalfPose pose) {
    for (const render::CloseUp& close_up : close_ups_of(calf(), pose))
      if (close_up.view == StandardView::calf_heel) return close_up.centre_mm.y;
    return 0.0;
  };
  // The knee stays where it is: the foot turns down and the floor follows.
  EXPECT_LT(heel(simulation::CalfPose::tiptoe), heel(simulation::CalfPose::standing) - 10.0);
}

TEST(CloseUps, FollowThePerson) {
  simulation::Plan plan = read_plan(std::filesystem::path(FORESHOW_SHARE) / "plans/face-glabella.json");
  plan.person.sex =
      plan.person.sex == simulation::Sex::female ? simulation::Sex::male : simulation::Sex::female;
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED});
  const auto other = workbench.outcome(plan);
  EXPECT_NE(close_ups_of(other->body()), close_ups_of(face()));
  EXPECT_EQ(close_ups_of(face()), close_ups_of(face()));
}

}  // namespace
}  // namespace app
