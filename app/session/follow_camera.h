#pragma once

#include "render/camera/camera.h"

namespace app {

/// A body in a picture of a shape.
struct Framed {
  render::Framing framing;
  double aspect = 1.0;  // width by height
};

/// The camera for another shape of the picture, body or pose: from the same side, and the body as large
/// against what a standard view shows as before. A standard view stays that very view. A framing without
/// height leaves the camera as it is.
render::Camera follow_camera(render::Camera camera, const Framed& before, const Framed& after);

}  // namespace app
