#include "app/body/calf_measures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "app/marks/tape_ring.h"
#include "simulation/measure/section.h"

namespace app {
namespace {

using simulation::BodySide;

const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache};

const Outcome& standard() {
  static const auto outcome = [] {
    Workbench workbench(kPaths);
    return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/calf-standard.json"));
  }();
  return *outcome;
}

const std::vector<glm::vec3>& rest() {
  return standard().body().parts().front().rest_mm;
}

/// A ring point in the section's own axes.
glm::dvec2 in_plane(const simulation::SectionPlane& plane, const glm::vec3& point) {
  const glm::dvec3 from = glm::dvec3(point) - plane.origin_mm;
  return {glm::dot(from, plane.u), glm::dot(from, plane.v)};
}

/// Signed distance from a convex counter-clockwise polygon, outside positive.
double outside_mm(const std::vector<glm::dvec2>& hull, glm::dvec2 p) {
  double most = -1e9;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    const glm::dvec2 side = glm::normalize(hull[(i + 1) % hull.size()] - hull[i]);
    most = std::max(most, glm::dot(p - hull[i], glm::dvec2(side.y, -side.x)));
  }
  return most;
}

std::vector<glm::dvec2> flat_ring(const TapeRing& ring, BodySide side, double t) {
  std::vector<glm::dvec2> flat;
  const simulation::SectionPlane plane = standard().body().tape(side).frame().plane(t);
  for (const glm::vec3& p : ring.middle_mm[side]) flat.push_back(in_plane(plane, p));
  return flat;
}

TEST(TapeReading, TellsWhatATapeCanTell) {
  EXPECT_TRUE(read_tape({36.4, 36.0}, 0.5).within_error());
  EXPECT_FALSE(read_tape({36.4, 35.9}, 0.5).within_error());
  EXPECT_FALSE(read_tape({36.4, 36.4}, 0.5).within_error());
  EXPECT_TRUE(read_tape({36.4, 36.7}, 0.5).within_error());
  // The change is that of the readings as written down.
  EXPECT_NEAR(read_tape({36.44, 35.96}, 0.5).change_cm(), -0.4, 1e-9);
}

TEST(TapeReading, TakesItsErrorFromTheClinicalFile) {
  EXPECT_EQ(tape_repeat_cm(standard()), 0.5);  // K44: limits of the difference of two readings
  EXPECT_FALSE(standard().model().at("tape.reading_sd").sources.empty());
}

TEST(TapeHeight, IsTheWidestPlaceUnlessGiven) {
  const Body& body = standard().body();
  const double t = tape_height(body, {true, {}});
  const auto girth = tape_girth_cm(body, rest(), t);
  for (const double away : {-0.06, 0.06}) {
    EXPECT_GT(girth.left, tape_girth_cm(body, rest(), t + away).left);
    EXPECT_GT(girth.right, tape_girth_cm(body, rest(), t + away).right);
  }
  EXPECT_NEAR(girth.left, 36.4, 0.05);
  EXPECT_NEAR(girth.right, 36.2, 0.05);
  EXPECT_EQ(tape_height(body, {true, 0.6}), 0.6);
  EXPECT_EQ(tape_height(body, {true, 3.0}), 1.0);
}

TEST(TapeRing, LiesAMillimetreOutsideTheHullAllAlongTheLeg) {
  for (const double t : {0.0, 0.3, 0.5, 0.8, 1.0}) {
    const TapeRing ring = make_tape_ring(standard().body(), rest(), t);
    ASSERT_FALSE(ring.empty()) << t;
    EXPECT_EQ(ring.positions_mm.size(), tape_topology().point_count);
    for (const BodySide side : simulation::kBodySides) {
      const auto hull = simulation::convex_hull(standard().body().tape(side).loop(rest(), t));
      for (const glm::dvec2& p : flat_ring(ring, side, t)) {
        // Round a corner of the section a point 1 mm out along its ray is a little nearer than that.
        EXPECT_GT(outside_mm(hull, p), 0.7 * kTapeOffMm) << t;
        EXPECT_LT(outside_mm(hull, p), kTapeOffMm + 0.05) << t;
      }
    }
    for (const glm::vec3& n : ring.normals) EXPECT_NEAR(glm::length(n), 1.0f, 1e-4f);
  }
}

TEST(TapeRing, BridgesAHollowAsATapeDoes) {
  const double t = 0.3;
  const simulation::LegTape& tape = standard().body().tape(BodySide::left);
  std::vector<glm::vec3> dented = rest();
  // A groove of 15 mm down the outer side of the left leg.
  for (glm::vec3& p : dented) {
    const glm::dvec3 from = glm::dvec3(p) - tape.frame().axis_point_mm(tape.frame().t_of(p));
    if (p.x < 0.0f || glm::length(from) > 80.0) continue;
    const double angle =
        std::atan2(glm::dot(from, tape.frame().medial), glm::dot(from, tape.frame().posterior));
    const double depth = 15.0 * std::exp(-0.5 * std::pow((angle + 1.6) / 0.2, 2));
    p -= glm::vec3(glm::normalize(from) * depth);
  }
  const auto loop = tape.loop(dented, t);
  const auto hull = simulation::convex_hull(loop);
  double deepest = 0.0;
  for (const glm::dvec2& p : loop) deepest = std::min(deepest, outside_mm(hull, p));
  ASSERT_LT(deepest, -5.0) << "the section has no hollow";
  const TapeRing ring = make_tape_ring(standard().body(), dented, t);
  const auto line = flat_ring(ring, BodySide::left, t);
  double length = 0.0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    EXPECT_GT(outside_mm(hull, line[i]), 0.7 * kTapeOffMm);
    length += glm::length(line[(i + 1) % line.size()] - line[i]);
  }
  // One millimetre further out is 2 pi longer.
  EXPECT_NEAR(length, simulation::hull_length_mm(loop) + 2.0 * 3.14159 * kTapeOffMm, 0.5);
}

TEST(TapeRing, MarksFollowTheCamera) {
  const TapeRing ring = make_tape_ring(standard().body(), rest(), 0.3);
  render::Framing framing;
  framing.orthographic = true;
  framing.centre_mm = 0.5 * (ring.axis_mm.left[0] + ring.axis_mm.right[1]);
  framing.height_mm = 500.0;
  framing.width_mm = 300.0;
  const auto back = tape_marks(ring, render::standard_camera(render::StandardView::back, framing, 1.5),
                               {100.0, 50.0}, {900.0, 600.0});
  EXPECT_EQ(back[0].side, BodySide::left);
  EXPECT_TRUE(back[0].to_the_left);
  EXPECT_LT(back[0].grip.x, back[1].grip.x);
  const auto front = tape_marks(ring, render::standard_camera(render::StandardView::front, framing, 1.5), {},
                                {900.0, 600.0});
  EXPECT_EQ(front[0].side, BodySide::right);
  for (const TapeMark& mark : back) {
    EXPECT_NEAR(height_under(mark, 0.5 * (mark.knee + mark.ankle), 9.0), 0.5, 1e-9);
    EXPECT_LT(distance_px(mark, mark.line[mark.line.size() / 2]), 1e-9);
    EXPECT_GT(distance_px(mark, mark.ankle), 100.0);
  }
  const auto top =
      tape_marks(ring, render::standard_camera(render::StandardView::top, framing, 1.5), {}, {900.0, 600.0});
  EXPECT_EQ(height_under(top[0], {3.0, 4.0}, 0.3), 0.3);  // along the axis nothing can be dragged
}

TEST(LegMeasures, AgreeWithWhatTheModelTookAway) {
  const Moment moment{12.0, simulation::Responder::high};
  const simulation::TreatmentState state = standard().state(moment);
  const Surface now = standard().surface(moment), before = standard().baseline(moment);
  for (const BodySide side : simulation::kBodySides) {
    const LegMeasures leg =
        measure_leg(standard().body(), state, before.parts.front(), now.parts.front(), side);
    EXPECT_GT(leg.gastrocnemius_mm.before, 10.0);
    EXPECT_LT(leg.gastrocnemius_mm.now, leg.gastrocnemius_mm.before);
    EXPECT_LT(leg.volume_change_ml, -5.0);
    EXPECT_GT(leg.largest_inward_mm, 0.5);
    EXPECT_LT(leg.largest_inward_mm, 15.0);
    const LegMeasures untouched =
        measure_leg(standard().body(), {}, before.parts.front(), before.parts.front(), side);
    EXPECT_EQ(untouched.volume_change_ml, 0.0);
    EXPECT_EQ(untouched.largest_inward_mm, 0.0);
    EXPECT_EQ(untouched.gastrocnemius_mm.before, untouched.gastrocnemius_mm.now);
  }
}

TEST(LegMeasures, GirthCurveHoldsTheReadings) {
  const auto curve = girth_curve_cm(standard().body(), BodySide::right, rest(), 10);
  ASSERT_EQ(curve.size(), 11u);
  EXPECT_DOUBLE_EQ(curve[3], tape_girth_cm(standard().body(), rest(), 0.3).right);
  EXPECT_GT(curve[3], curve[9]);
}

}  // namespace
}  // namespace app
