#include "app/session/frame_of_session.h"

#include <gtest/gtest.h>

#include "app/session/apply.h"
#include "app/studio/presenter.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

std::shared_ptr<const Outcome> face() {
  static const auto outcome = example_face();
  return outcome;
}

Session desk(double aspect = 0.8) {
  simulation::Plan calf;
  Session session = start_session(Mode::consultant, calf, face()->plan());
  session = apply(std::move(session), action::SetRegion{simulation::Region::face});
  session = apply(std::move(session), action::SetAspect{aspect});
  return apply(std::move(session), action::SetFraming{simulation::Region::face, framing_of(face()->body())});
}

Frame shown(const Session& session, double aspect) {
  return frame_of(session, face(), nullptr, aspect).value();
}

TEST(FrameOfSession, HasNoFrameWithoutABody) {
  EXPECT_FALSE(frame_of(desk(), nullptr, nullptr, 0.8));
  EXPECT_FALSE(frame_of(start_session(Mode::consultant, {}, face()->plan()), face(), nullptr, 0.8));
}

TEST(FrameOfSession, ShowsWhatTheSessionLooksAt) {
  Session session = desk();
  session = apply(std::move(session), action::SetWeek{6.0});
  session = apply(std::move(session), action::SetExpression{simulation::Expression::frown});
  session = apply(std::move(session), action::SetLayer{render::Layer::heat});
  session = apply(std::move(session), action::ShowPoints{true});
  session = apply(std::move(session), action::ShowTape{true});
  session = apply(std::move(session), action::SetCompare{Join::wipe});
  session = apply(std::move(session), action::SetWipe{0.3});
  const Frame frame = shown(session, session.aspect);
  EXPECT_EQ(frame.join, Join::wipe);
  EXPECT_EQ(frame.wipe, 0.3);
  EXPECT_EQ(frame.main().moment, moment_of(session));
  EXPECT_EQ(frame.main().camera, session.view().camera);
  EXPECT_EQ(frame.main().layer, render::Layer::heat);
  EXPECT_EQ(frame.main().needles, needles_of(session.plan(), 0));
  EXPECT_FALSE(frame.main().tape.shown) << "a face has no calf to measure";
  EXPECT_EQ(frame, shown(session, session.aspect));
}

TEST(FrameOfSession, AStandardViewIsThatViewInAPictureOfAnyShape) {
  const render::Framing framing = framing_of(face()->body());
  for (const render::StandardView view : render::kStandardViews) {
    if (!render::offers(framing, view)) continue;
    Session session = apply(desk(), action::SetView{view});
    // However the window was dragged since.
    for (const double aspect : {0.71237, 1.3, 0.83333}) {
      session = apply(std::move(session), action::SetAspect{aspect});
      EXPECT_EQ(session.view().camera, render::standard_camera(view, framing, aspect));
      EXPECT_EQ(shown(session, 0.75).main().camera, render::standard_camera(view, framing, 0.75));
    }
  }
}

TEST(FrameOfSession, ACloseUpTurnedByHandKeepsItsLens) {
  Session session = apply(desk(), action::SetView{render::StandardView::glabella});
  session = apply(std::move(session), action::Orbit{0.2, 0.0});
  const render::Camera before = session.view().camera;
  session = apply(std::move(session), action::SetAspect{1.7});
  session = apply(std::move(session), action::SetAspect{0.8});
  EXPECT_NEAR(session.view().camera.vertical_fov_rad, before.vertical_fov_rad, 1e-12);
  EXPECT_NEAR(session.view().camera.distance_mm(), before.distance_mm(), 1e-6);
}

TEST(FrameOfSession, AnyOtherViewKeepsTheBodyAsLarge) {
  const Session session = apply(desk(), action::Orbit{0.3, 0.1});
  const render::Framing framing = framing_of(face()->body());
  const auto share = [&](const render::Camera& camera, double aspect) {
    return camera.visible_height_mm() /
           render::standard_camera(render::StandardView::front, framing, aspect).visible_height_mm();
  };
  const render::Camera narrow = shown(session, 0.6).main().camera;
  EXPECT_NEAR(share(narrow, 0.6), share(session.view().camera, 0.8), 1e-9);
  EXPECT_EQ(narrow.target_mm, session.view().camera.target_mm);
}

}  // namespace
}  // namespace app
