#include <gtest/gtest.h>

#include "app/session/history.h"

namespace {

using namespace app;

render::Framing framing_of_height(double height_mm, double centre_y_mm) {
  render::Framing framing;
  framing.orthographic = true;
  framing.height_mm = height_mm;
  framing.centre_mm.y = centre_y_mm;
  return framing;
}

Session desk() {
  simulation::Plan calf;
  simulation::Plan face;
  face.region = simulation::Region::face;
  return apply(
      start_session(Mode::consultant, calf, face),
      action::SetFraming{simulation::Region::calf, framing_of_height(480, 0), framing_of_height(540, -30)});
}

TEST(PoseSession, TiptoeTakesTheCameraAlongAndBack) {
  const Session standing = desk();
  const Session raised = apply(standing, action::SetPose{simulation::CalfPose::tiptoe});
  EXPECT_EQ(raised.pose, simulation::CalfPose::tiptoe);
  EXPECT_EQ(raised.framing().height_mm, 540);
  EXPECT_NEAR(raised.view().camera.target_mm.y, standing.view().camera.target_mm.y - 30.0, 1e-9);
  EXPECT_NEAR(raised.view().camera.visible_height_mm() / standing.view().camera.visible_height_mm(),
              540.0 / 480.0, 1e-9);
  const Session back = apply(raised, action::SetPose{simulation::CalfPose::standing});
  EXPECT_NEAR(back.view().camera.visible_height_mm(), standing.view().camera.visible_height_mm(), 1e-9);
  EXPECT_NEAR(back.view().camera.target_mm.y, standing.view().camera.target_mm.y, 1e-9);
  const render::Camera reset = apply(raised, action::ResetView{}).view().camera;
  EXPECT_NEAR(reset.visible_height_mm(), raised.view().camera.visible_height_mm(), 1e-9);
  EXPECT_NEAR(reset.target_mm.y, raised.view().camera.target_mm.y, 1e-9);
}

TEST(PoseSession, UndoOfAPoseBringsBackTheVeryCamera) {
  History history(desk());
  const render::Camera standing = history.now.view().camera;
  history = apply(history, action::SetPose{simulation::CalfPose::tiptoe});
  history = apply(history, action::SetEffort{0.4});
  EXPECT_NE(history.now.view().camera, standing);
  history = apply(apply(history, action::Undo{}), action::Undo{});
  EXPECT_EQ(history.now.pose, simulation::CalfPose::standing);
  EXPECT_EQ(history.now.view().camera, standing);
  history = apply(history, action::Redo{});
  EXPECT_EQ(history.now.pose, simulation::CalfPose::tiptoe);
}

TEST(PoseSession, AnotherRegionStands) {
  const Session raised = apply(desk(), action::SetPose{simulation::CalfPose::tiptoe});
  const Session face = apply(raised, action::SetRegion{simulation::Region::face});
  EXPECT_EQ(face.pose, simulation::CalfPose::standing);
  EXPECT_EQ(apply(face, action::SetPose{simulation::CalfPose::tiptoe}).pose, simulation::CalfPose::standing);
  EXPECT_TRUE(allowed(Mode::kiosk, action::SetPose{simulation::CalfPose::tiptoe}));
}

}  // namespace
