#include "render/scene/pass_timer.h"

#include <gtest/gtest.h>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/gl/framebuffer.h"

namespace render {
namespace {

/// Both clocks, so that the one of graphics cards is tried on machines without.
class PassTimers : public testing::TestWithParam<PassTimer::Clock> {
 protected:
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  static void draw_some(float value) {
    gl::TextureDesc desc;
    desc.size = {64, 64, 1};
    const gl::Texture colour(desc);
    gl::Framebuffer({&colour}, nullptr, "some").clear_colour(0, glm::vec4(value));
  }
  void measure() {
    timer_.start();
    draw_some(0);
    timer_.mark("first");
    draw_some(1);
    timer_.mark("second");
    timer_.end();
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  PassTimer timer_{GetParam()};
};

TEST_P(PassTimers, PassesComeInOrderAndAddUpToTheWhole) {
  timer_.set_timing(Timing::passes);
  measure();
  gl::finish();
  const std::vector<PassTime>& times = timer_.times();
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[0].pass, "first");
  EXPECT_EQ(times[1].pass, "second");
  EXPECT_GE(times[0].milliseconds, 0.0);
  EXPECT_GE(times[1].milliseconds, 0.0);
  const auto whole = timer_.take_whole_ms();
  ASSERT_TRUE(whole);
  EXPECT_NEAR(*whole, times[0].milliseconds + times[1].milliseconds, 1e-9);
}

TEST_P(PassTimers, AWholeTimeIsToldOnceAndHasNoPasses) {
  timer_.set_timing(Timing::whole);
  measure();
  gl::finish();
  ASSERT_EQ(timer_.times().size(), 1u);
  ASSERT_TRUE(timer_.take_whole_ms());
  EXPECT_FALSE(timer_.take_whole_ms());
}

TEST_P(PassTimers, OffItTellsNothing) {
  measure();
  gl::finish();
  EXPECT_TRUE(timer_.times().empty());
  EXPECT_FALSE(timer_.take_whole_ms());
}

TEST_P(PassTimers, ManyPicturesInARowTellOfTheNewest) {
  timer_.set_timing(Timing::passes);
  for (int i = 0; i < 20; ++i) measure();
  gl::finish();
  timer_.set_timing(Timing::whole);
  measure();
  gl::finish();
  EXPECT_EQ(timer_.times().size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Clocks, PassTimers,
                         testing::Values(PassTimer::Clock::driver, PassTimer::Clock::wall));

}  // namespace
}  // namespace render
