#include "app/session/follow_camera.h"

#include <cmath>

namespace app {
namespace {

double standard_height_mm(const Framed& framed) {
  return render::standard_camera(render::StandardView::front, framed.framing, framed.aspect)
      .visible_height_mm();
}

/// The lens of a close-up is longer than the usual one, by as much in any picture.
double followed_fov(double fov_rad, double before_aspect, double after_aspect) {
  const double before = render::vertical_fov_rad(before_aspect),
               after = render::vertical_fov_rad(after_aspect);
  if (fov_rad == before) return after;
  return 2.0 * std::atan(std::tan(0.5 * fov_rad) / std::tan(0.5 * before) * std::tan(0.5 * after));
}

}  // namespace

render::Camera follow_camera(render::Camera camera, const Framed& before, const Framed& after) {
  if (before.framing.height_mm <= 0.0 || after.framing.height_mm <= 0.0) return camera;
  // Exactly, so that a picture of it is that of the same view anywhere else.
  for (const render::StandardView view : render::kStandardViews)
    if (render::offers(before.framing, view) && render::offers(after.framing, view) &&
        camera == render::standard_camera(view, before.framing, before.aspect))
      return render::standard_camera(view, after.framing, after.aspect);
  const double share = camera.visible_height_mm() / standard_height_mm(before);
  const glm::dvec3 moved = after.framing.centre_mm - before.framing.centre_mm;
  camera.eye_mm += moved;
  camera.target_mm += moved;
  if (before.aspect != after.aspect && !camera.orthographic)
    camera.vertical_fov_rad = followed_fov(camera.vertical_fov_rad, before.aspect, after.aspect);
  const double wanted = share * standard_height_mm(after);
  return render::zoom_at(camera, camera.visible_height_mm() / wanted, glm::dvec2(0.0), after.aspect);
}

}  // namespace app
