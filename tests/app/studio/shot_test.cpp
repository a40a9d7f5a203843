#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "app/studio/frame.h"
#include "app/studio/shot.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

Shot shot() {
  Shot s;
  s.size = {800, 600};
  s.materials = "skin 3";
  return s;
}

std::string refusal(const Shot& other) {
  return message_of<InputError>([&] { require_comparable(shot(), other); });
}

TEST(Comparison, EqualShotsPass) {
  EXPECT_EQ(refusal(shot()), "");
  EXPECT_EQ(studio_hash(shot()), studio_hash(shot()));
}

TEST(Comparison, AnyDifferenceOfStudioIsRefusedByName) {
  Shot s = shot();
  s.view.camera.eye_mm.x += 0.001;
  EXPECT_THAT(refusal(s), HasSubstr("differ in camera;"));
  s = shot();
  s.view.camera.vertical_fov_rad *= 1.01;
  EXPECT_THAT(refusal(s), HasSubstr("lens"));
  s = shot();
  s.view.studio.exposure = 1.01f;
  EXPECT_THAT(refusal(s), HasSubstr("exposure"));
  s = shot();
  s.view.studio.photographer_azimuth_rad = 0.5f;
  EXPECT_THAT(refusal(s), HasSubstr("light"));
  s = shot();
  s.effort = 0.5;
  EXPECT_THAT(refusal(s), HasSubstr("pose"));
  s = shot();
  s.pose = simulation::CalfPose::tiptoe;
  EXPECT_THAT(refusal(s), HasSubstr("pose"));
  s = shot();
  s.materials = "skin 4";
  EXPECT_THAT(refusal(s), HasSubstr("materials"));
  s = shot();
  s.size.x += 1;
  EXPECT_THAT(refusal(s), HasSubstr("size"));
  EXPECT_NE(studio_hash(s), studio_hash(shot()));
}

TEST(ViewCamera, FaceLensIsAtMost28DegreesAcross) {
  for (const glm::ivec2 size : {glm::ivec2(1080, 1920), glm::ivec2(1600, 1200), glm::ivec2(1920, 1080)}) {
    const render::Camera camera = view_camera(render::StandardView::front, {}, size);
    const double tangent = std::tan(camera.vertical_fov_rad / 2.0);
    const double diagonal = 2.0 * std::atan(tangent * std::hypot(1.0, static_cast<double>(size.x) / size.y));
    EXPECT_LE(diagonal, 28.0 * 3.14159265358979 / 180.0 + 1e-9);
  }
}

}  // namespace
}  // namespace app
