#include "render/context/context.h"

#include <gtest/gtest.h>

#include "render/context/offscreen.h"
#include "render/error.h"
#include "render/gl/device.h"

namespace render {
namespace {

TEST(OffscreenContext, IsCurrentAndSaysWhatItIs) {
  const auto context = make_offscreen_context();
  const gl::DeviceInfo info = gl::device_info();
  EXPECT_FALSE(info.renderer.empty());
  EXPECT_GE(info.max_texture_size, 2048);
  EXPECT_NE(context->description().find(info.renderer), std::string::npos);
  EXPECT_EQ(context->software(), info.software);
  EXPECT_NO_THROW(gl::check_errors("context"));
}

TEST(OffscreenContext, TwoInARowAndTwoAtOnce) {
  { const auto first = make_offscreen_context(); }
  const auto a = make_offscreen_context();
  const auto b = make_offscreen_context();
  EXPECT_NO_THROW(a->make_current());
  EXPECT_NO_THROW(gl::check_errors("a"));
  EXPECT_NO_THROW(b->make_current());
  EXPECT_NO_THROW(gl::check_errors("b"));
}

TEST(OffscreenContext, FailureOfOneWayNamesTheStep) {
  // Without a display the standard EGL way or the window may fail; whatever is said must not be empty.
  for (auto* make : {+[] { return make_egl_context(EglDisplayKind::standard); },
                     +[] { return make_hidden_window_context(); }}) {
    try {
      const auto context = make();
      EXPECT_FALSE(context->description().empty());
    } catch (const GraphicsError& error) {
      EXPECT_GT(std::string(error.what()).size(), 10u);
    }
  }
}

}  // namespace
}  // namespace render
