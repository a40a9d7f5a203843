#include "app/studio/frame.h"

#include <algorithm>

namespace app {

Pane untreated(Pane pane) {
  pane.stage = Stage::before;
  // Equal at every week and for every responder, so that it is drawn once.
  pane.moment.week = 0.0;
  pane.moment.responder = simulation::Responder::typical;
  pane.moment.treatment = Treatment::both;
  pane.moment.side_effect.reset();
  return pane;
}

Frame joined(Join join, Pane shown, const std::shared_ptr<const Outcome>& second) {
  Frame frame;
  frame.join = join;
  if (join == Join::beside) {
    shown.tape = {};
    shown.needles.reset();
    frame.panes = {shown};
    if (!second) return frame;
    frame.panes.push_back(std::move(shown));
    frame.panes.back().outcome = second;
    return frame;
  }
  if (join != Join::one) {
    Pane before = untreated(shown);
    if (join == Join::ghost) {
      // Two rings in one place could not be read.
      before.tape = {};
      before.needles.reset();
    }
    frame.panes.push_back(std::move(before));
  }
  frame.panes.push_back(std::move(shown));
  return frame;
}

bool in_halves(Join join) {
  return join == Join::side || join == Join::beside;
}

glm::ivec2 pane_size(Join join, glm::ivec2 size) {
  return in_halves(join) ? glm::ivec2(size.x / 2, size.y) : size;
}

render::Camera view_camera(render::StandardView view, const render::Framing& framing, glm::ivec2 pane,
                           int keep_clear) {
  render::Framing clear = framing;
  clear.height_mm *= static_cast<double>(pane.y) / std::max(1, pane.y - 2 * keep_clear);
  return render::standard_camera(view, clear, static_cast<double>(pane.x) / pane.y);
}

}  // namespace app
