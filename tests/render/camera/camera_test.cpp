#include "render/camera/camera.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace render {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kAspects[] = {0.5625, 1.0, 4.0 / 3.0, 16.0 / 9.0, 2.4};

Framing face() {
  return {{0.0, 1500.0, 20.0}, 260.0, 170.0, 210.0, false, true, false};
}
Framing calves() {
  return {{0.0, 300.0, -20.0}, 420.0, 300.0, 140.0, true, false, true};
}

glm::dvec2 project(const Camera& camera, glm::dvec3 point, double aspect) {
  const glm::vec4 clip = camera.projection(aspect) * camera.view() * glm::vec4(glm::vec3(point), 1.0f);
  return {clip.x / clip.w, clip.y / clip.w};
}

void expect_near(glm::dvec3 a, glm::dvec3 b, double tolerance) {
  EXPECT_LT(glm::length(a - b), tolerance)
      << a.x << ' ' << a.y << ' ' << a.z << " against " << b.x << ' ' << b.y << ' ' << b.z;
}

TEST(Camera, DiagonalIs28DegreesAtAnyAspect) {
  for (const double aspect : kAspects) {
    const Camera camera = standard_camera(StandardView::front, face(), aspect);
    const Ray lower = ray_through(camera, {-1.0, -1.0}, aspect);
    const Ray upper = ray_through(camera, {1.0, 1.0}, aspect);
    EXPECT_NEAR(std::acos(glm::dot(lower.direction, upper.direction)) * 180.0 / kPi, 28.0, 1e-6);
    // What the projection matrix shows agrees.
    const glm::mat4 p = camera.projection(aspect);
    EXPECT_NEAR(2.0 * std::atan(std::hypot(1.0 / p[0][0], 1.0 / p[1][1])) * 180.0 / kPi, 28.0, 1e-4);
  }
}

TEST(Camera, StandardViewsLookFromWhereTheyShould) {
  const double d = std::sqrt(0.5);
  const std::pair<StandardView, glm::dvec3> expected[] = {
      {StandardView::front, {0, 0, 1}},        {StandardView::back, {0, 0, -1}},
      {StandardView::left, {1, 0, 0}},         {StandardView::right, {-1, 0, 0}},
      {StandardView::quarter_left, {d, 0, d}}, {StandardView::quarter_right, {-d, 0, d}},
      {StandardView::top, {0, 1, 0}}};
  for (const auto& [view, direction] : expected) {
    for (Framing framing : {face(), calves()}) {
      framing.quarter_from_behind = false;
      const Camera camera = standard_camera(view, framing, 1.5);
      expect_near(camera.target_mm, framing.centre_mm, 1e-12);
      expect_near(glm::normalize(camera.eye_mm - camera.target_mm), direction, 1e-12);
    }
  }
  const Camera behind = standard_camera(StandardView::quarter_left, calves(), 1.5);
  expect_near(glm::normalize(behind.eye_mm - behind.target_mm), {d, 0, -d}, 1e-12);
}

TEST(Camera, PersonsLeftIsOnTheRightOfTheFrontView) {
  const Camera front = standard_camera(StandardView::front, face(), 1.0);
  EXPECT_GT(project(front, face().centre_mm + glm::dvec3(10, 0, 0), 1.0).x, 0.0);
  const Camera back = standard_camera(StandardView::back, calves(), 1.0);
  EXPECT_LT(project(back, calves().centre_mm + glm::dvec3(10, 0, 0), 1.0).x, 0.0);
  const Camera top = standard_camera(StandardView::top, face(), 1.0);
  EXPECT_LT(project(top, face().centre_mm + glm::dvec3(0, 0, 10), 1.0).y, 0.0);
}

TEST(Camera, ViewNamesAreThoseOfTheCommandLine) {
  for (const StandardView view : kStandardViews) EXPECT_EQ(view_from_name(view_name(view)), view);
  EXPECT_EQ(view_name(StandardView::quarter_left), "quarter-left");
  EXPECT_EQ(view_from_name("sideways"), std::nullopt);
}

TEST(Camera, NothingOfTheSubjectIsCutAtAnyTurn) {
  for (const Framing& framing : {face(), calves()}) {
    for (const double aspect : kAspects) {
      const Camera front = standard_camera(StandardView::front, framing, aspect);
      for (int step = 0; step < 24; ++step) {
        const Camera camera = orbit(front, step * kPi / 12.0, 0.0);
        for (const double x : {-0.5, 0.5}) {
          for (const double y : {-0.5, 0.5}) {
            // The rim of the ellipse inside the box, where bodies have their outline.
            const double angle = step * kPi / 7.0;
            const glm::dvec3 rim(0.5 * framing.width_mm * std::cos(angle), y * framing.height_mm,
                                 0.5 * framing.depth_mm * std::sin(angle) * (x > 0 ? 1 : -1));
            const glm::dvec2 ndc = project(camera, framing.centre_mm + rim, aspect);
            EXPECT_LE(std::abs(ndc.x), 0.881);
            EXPECT_LE(std::abs(ndc.y), 0.881);
          }
        }
      }
    }
  }
}

TEST(Camera, FillsThePictureButForTheMargin) {
  const Camera tall = standard_camera(StandardView::front, calves(), 1.0);
  EXPECT_NEAR(tall.visible_height_mm() * 0.88, 420.0, 1e-9);
  const Camera narrow = standard_camera(StandardView::front, calves(), 0.5);
  EXPECT_NEAR(narrow.visible_height_mm() * 0.5 * 0.88, 300.0, 1e-9);
}

TEST(Camera, UprightViewsShareOneScale) {
  for (const Framing& framing : {face(), calves()}) {
    const double height = standard_camera(StandardView::front, framing, 1.3).visible_height_mm();
    for (const StandardView view : kStandardViews) {
      if (view == StandardView::top || !offers(framing, view)) continue;
      EXPECT_DOUBLE_EQ(standard_camera(view, framing, 1.3).visible_height_mm(), height);
    }
  }
}

TEST(Camera, ACloseUpShowsItsRectangleWholeInAnyShape) {
  for (Framing framing : {face(), calves()}) {
    framing.close_ups = {
        {StandardView::jaw_left, framing.centre_mm + glm::dvec3(40, 20, 10), 90.0, 60.0, 0.9, 0.2}};
    EXPECT_TRUE(offers(framing, StandardView::jaw_left));
    EXPECT_FALSE(offers(framing, StandardView::jaw_right));
    EXPECT_THROW(standard_camera(StandardView::jaw_right, framing, 1.0), std::out_of_range);
    const CloseUp& shown = framing.close_ups.front();
    for (const double aspect : {1.0 / 12.0, 0.5625, 1.0, 16.0 / 9.0, 12.0}) {
      const Camera camera = standard_camera(StandardView::jaw_left, framing, aspect);
      const glm::dvec3 back = glm::normalize(camera.eye_mm - camera.target_mm);
      const glm::dvec3 right = glm::normalize(glm::cross(glm::dvec3(0, 1, 0), back));
      const glm::dvec3 up = glm::cross(back, right);
      EXPECT_NEAR(back.y, std::sin(0.2), 1e-12);
      EXPECT_GT(back.x, 0.5);
      double widest = 0.0;
      for (const double x : {-45.0, 45.0})
        for (const double y : {-30.0, 30.0}) {
          const glm::dvec2 ndc = project(camera, shown.centre_mm + x * right + y * up, aspect);
          widest = std::max({widest, std::abs(ndc.x), std::abs(ndc.y)});
        }
      EXPECT_NEAR(widest, 0.96, 1e-4) << aspect;  // whole, and no smaller than it must be
      if (framing.orthographic) continue;
      const glm::mat4 p = camera.projection(aspect);
      EXPECT_LE(2.0 * std::atan(std::hypot(1.0 / p[0][0], 1.0 / p[1][1])), kDiagonalFovRad + 1e-6);
    }
  }
}

TEST(Camera, NdcAndRaysAgreeWithTheMatrices) {
  for (const Framing& framing : {face(), calves()}) {
    const Camera camera = orbit(standard_camera(StandardView::quarter_left, framing, 1.6), 0.3, 0.4);
    const glm::dvec3 point = framing.centre_mm + glm::dvec3(30, -50, 20);
    const glm::dvec2 ndc = to_ndc(camera, point, 1.6);
    EXPECT_LT(glm::length(ndc - project(camera, point, 1.6)), 1e-4);
    const Ray ray = ray_through(camera, ndc, 1.6);
    const glm::dvec3 offset = point - ray.origin_mm;
    EXPECT_LT(glm::length(glm::cross(offset, ray.direction)), 1e-8);
    EXPECT_NEAR(glm::length(ray.direction), 1.0, 1e-12);
  }
  EXPECT_EQ(pixel_to_ndc({0, 0}, {640, 480}), glm::dvec2(-1, 1));
  EXPECT_EQ(pixel_to_ndc({320, 240}, {640, 480}), glm::dvec2(0, 0));
}

TEST(Orbit, KeepsHorizonDistanceAndPitchLimit) {
  Camera camera = standard_camera(StandardView::front, face(), 1.0);
  const double distance = camera.distance_mm();
  camera = orbit(camera, 0.5, 10.0);
  EXPECT_NEAR(camera.distance_mm(), distance, 1e-9);
  EXPECT_NEAR(std::asin((camera.eye_mm.y - camera.target_mm.y) / distance), 80.0 * kPi / 180.0, 1e-12);
  camera = orbit(camera, 0.0, -20.0);
  EXPECT_NEAR(std::asin((camera.eye_mm.y - camera.target_mm.y) / distance), -80.0 * kPi / 180.0, 1e-12);
  EXPECT_EQ(camera.up, glm::dvec3(0, 1, 0));
  // The picture's right is level.
  EXPECT_NEAR(camera.view()[1][0], 0.0, 1e-7);
}

TEST(Orbit, QuarterTurnFromFrontIsTheLeftView) {
  const Camera front = standard_camera(StandardView::front, face(), 1.0);
  const Camera turned = orbit(front, 0.5 * kPi, 0.0);
  expect_near(turned.eye_mm, standard_camera(StandardView::left, face(), 1.0).eye_mm, 1e-9);
  expect_near(orbit(orbit(front, 0.7, 0.2), -0.7, -0.2).eye_mm, front.eye_mm, 1e-9);
}

TEST(Orbit, TopViewTipsBackTowardsTheFront) {
  const Camera tipped = orbit(standard_camera(StandardView::top, face(), 1.0), 0.0, -0.5);
  EXPECT_GT(tipped.eye_mm.z, tipped.target_mm.z);
  EXPECT_NEAR(tipped.eye_mm.x, tipped.target_mm.x, 1e-9);
}

TEST(Zoom, PointUnderTheCursorStays) {
  for (const Framing& framing : {face(), calves()}) {
    const Camera camera = orbit(standard_camera(StandardView::front, framing, 1.4), 0.4, 0.2);
    const glm::dvec2 cursor(0.6, -0.3);
    const glm::dvec3 under = point_on_target_plane(camera, cursor, 1.4);
    for (const double factor : {0.5, 1.3, 4.0}) {
      const Camera zoomed = zoom_at(camera, factor, cursor, 1.4);
      EXPECT_LT(glm::length(to_ndc(zoomed, under, 1.4) - cursor), 1e-9);
      EXPECT_NEAR(zoomed.visible_height_mm(), camera.visible_height_mm() / factor, 1e-9);
      EXPECT_LT(zoomed.near_mm, zoomed.distance_mm());
      EXPECT_GT(zoomed.far_mm, zoomed.distance_mm());
    }
  }
}

TEST(Pan, MovesThePointToTheCursor) {
  for (const Framing& framing : {face(), calves()}) {
    const Camera camera = orbit(standard_camera(StandardView::front, framing, 0.8), -0.4, 0.3);
    const glm::dvec3 grabbed = point_on_target_plane(camera, {0.1, 0.2}, 0.8);
    const Camera moved = pan(camera, {0.1, 0.2}, {-0.5, 0.4}, 0.8);
    EXPECT_LT(glm::length(to_ndc(moved, grabbed, 0.8) - glm::dvec2(-0.5, 0.4)), 1e-9);
  }
}

TEST(KeepInView, SubjectIsNeverLost) {
  for (const Framing& framing : {face(), calves()}) {
    Camera camera = standard_camera(StandardView::front, framing, 1.2);
    const double standard = camera.visible_height_mm();
    camera = keep_in_view(pan(camera, {0, 0}, {30, -40}, 1.2), framing, 1.2);
    const glm::dvec3 away = glm::abs(camera.target_mm - framing.centre_mm);
    EXPECT_LE(away.x, 0.5 * framing.width_mm + 1e-9);
    EXPECT_LE(away.y, 0.5 * framing.height_mm + 1e-9);
    camera = keep_in_view(zoom_at(camera, 1000.0, {0, 0}, 1.2), framing, 1.2);
    EXPECT_NEAR(camera.visible_height_mm(), standard / 8.0, 1e-6);
    camera = keep_in_view(zoom_at(camera, 1e-4, {0, 0}, 1.2), framing, 1.2);
    EXPECT_NEAR(camera.visible_height_mm(), standard * 3.0, 1e-6);
  }
  for (const Framing& framing : {face(), calves()}) {
    const Camera above = zoom_at(standard_camera(StandardView::top, framing, 1.2), 1.2, {0, 0}, 1.2);
    const Camera kept = keep_in_view(above, framing, 1.2);
    EXPECT_LT(glm::length(glm::normalize(kept.eye_mm - kept.target_mm) - glm::dvec3(0, 1, 0)), 1e-9);
    EXPECT_EQ(kept.up, above.up);
  }
  const Camera untouched = standard_camera(StandardView::left, face(), 1.2);
  EXPECT_EQ(keep_in_view(untouched, face(), 1.2).eye_mm, untouched.eye_mm);
}

}  // namespace
}  // namespace render
