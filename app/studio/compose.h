#pragma once

#include <glm/vec2.hpp>
#include <string>

#include "app/studio/frame.h"
#include "app/studio/presenter.h"
#include "render/image/image.h"
#include "render/scene/renderer.h"

namespace app {

/// How a picture is made of a frame.
struct PictureFormat {
  glm::ivec2 size{1600, 1200};  // pixels
  int keep_clear = 0;           // rows at top and bottom that platforms cover: no subject, no letters there
  LetterRows letters;           // where the letters of such pictures stand, in rows of all of the picture
  bool transparent = false;
  render::Depth depth = render::Depth::bits_8;
  double dpi = 300.0;     // at which the picture is meant to be printed; told in the file alone
  bool captioned = true;  // week and responder in the corner; comparisons always have it
};

/// A picture without letters, and the studio hash of its panes.
struct Composed {
  render::Image image;
  std::string studio_hash;
};

/// Draws every pane and joins them. Leaves the panes on the presenter's stages. The same frame gives the same
/// pixels. Throws InputError, and makes no picture, where panes differ in person, camera, light, pose or
/// materials, and for a `beside` whose second plan is missing.
Composed compose(render::Renderer& renderer, Presenter& presenter, const Frame& frame,
                 const PictureFormat& format);

}  // namespace app
