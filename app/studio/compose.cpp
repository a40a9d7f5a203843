#include "app/studio/compose.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/base/error.h"
#include "app/studio/shot.h"
#include "render/image/compose.h"

namespace app {
namespace {

void require_panes(const Frame& frame) {
  const std::size_t expected = frame.join == Join::one ? 1 : 2;
  if (frame.panes.size() != expected)
    throw InputError(frame.join == Join::beside ? "the second plan is not worked out yet"
                                                : "a picture needs something to show");
  const simulation::Plan& plan = frame.main().outcome->plan();
  for (const Pane& pane : frame.panes)
    if (pane.outcome->plan().region != plan.region || pane.outcome->plan().person != plan.person)
      throw InputError("the halves of a picture show two people, expected one");
}

Shot shot_of(const Pane& pane, render::SceneView view, const Presenter& presenter, glm::ivec2 size) {
  return {std::move(view),        size,
          pane.moment.expression, pane.moment.effort,
          pane.moment.pose,       presenter.materials(pane.stage)};
}

// Samples on a side of a pixel of every still: as many as time allows, an assumption by eye.
constexpr int kSupersample = 2;

/// Between what is before and what is after, as wide for halves as for a wipe.
int divider_width(int width) {
  return std::max(2, width / 600);
}

render::Image in_row(const std::vector<render::Image>& images, const PictureFormat& format) {
  render::Image both = render::make_image(
      format.size.x, format.size.y,
      format.transparent ? render::Rgba{0, 0, 0, 0} : render::Rgba{255, 255, 255, 255}, format.depth);
  render::blit(both, images.front(), 0, 0);
  render::blit(both, images.back(), format.size.x - images.back().width, 0);
  const int line = divider_width(format.size.x);
  render::fill_rect(both, format.size.x / 2 - line / 2, 0, line, format.size.y, {255, 255, 255, 255});
  return both;
}

}  // namespace

Composed compose(render::Renderer& renderer, Presenter& presenter, const Frame& frame,
                 const PictureFormat& format) {
  require_panes(frame);
  const glm::ivec2 size = pane_size(frame.join, format.size);
  std::optional<Shot> first;
  std::vector<render::Image> images;
  for (Pane pane : frame.panes) {
    pane.highlighted.reset();
    Shot shot = shot_of(pane, presenter.stage(pane), presenter, size);
    shot.view.transparent_background = format.transparent;
    if (first) require_comparable(*first, shot);
    // The driver has its copy, and drawing needs the room.
    pane.outcome->body().release_files();
    // One plan after the other on the same stage: what the first has put there is gone afterwards.
    if (frame.join != Join::ghost)
      images.push_back(renderer.capture(shot.view, size, kSupersample, format.depth));
    if (!first) first = std::move(shot);
  }
  const std::string hash = studio_hash(*first);
  switch (frame.join) {
    case Join::ghost: {
      Pane shell = frame.panes.front(), body = frame.panes.back();
      shell.highlighted.reset();
      body.highlighted.reset();
      render::SceneView view = presenter.stage_ghost(shell, body, frame.ghost_opacity);
      view.transparent_background = format.transparent;
      return {renderer.capture(view, size, kSupersample, format.depth), hash};
    }
    case Join::wipe:
      return {render::wipe(images[0], images[1], frame.wipe, divider_width(format.size.x)), hash};
    case Join::side:
    case Join::beside:
      return {in_row(images, format), hash};
    case Join::one:
      break;
  }
  return {std::move(images.front()), hash};
}

}  // namespace app
