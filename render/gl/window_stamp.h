#pragma once

namespace render::gl {

/// Tells whether the window's framebuffer still holds what was drawn into it last. OpenGL leaves it open what
/// it holds after a swap; software drivers copy it to the screen and keep it, until the window has another
/// size. The mark is the alpha of the pixel in the bottom left corner, which no screen shows, and another one
/// each time, so that an older buffer is not taken for the last.
class WindowStamp {
 public:
  /// Before anything of a new picture is drawn. False where a window has no alpha.
  bool still_there() const;
  /// After a picture is drawn, before it is swapped.
  void put();

 private:
  int alpha_ = 0;  // of 255; 0: none was put
};

}  // namespace render::gl
