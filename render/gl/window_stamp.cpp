#include "render/gl/window_stamp.h"

#include <glad/gl.h>

#include <array>
#include <cstdint>

namespace render::gl {

bool WindowStamp::still_there() const {
  if (alpha_ == 0) return false;
  std::array<std::uint8_t, 4> pixel{};
  glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
  glReadBuffer(GL_BACK);
  glReadPixels(0, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel.data());
  return pixel[3] == alpha_;
}

void WindowStamp::put() {
  // A window without alpha reads 255.
  alpha_ = alpha_ % 250 + 1;
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glEnable(GL_SCISSOR_TEST);
  glScissor(0, 0, 1, 1);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  glClearColor(0, 0, 0, static_cast<float>(alpha_) / 255.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace render::gl
