#include "app/window/model_view.h"

#include <chrono>
#include <cmath>

#include "app/studio/presenter.h"
#include "app/window/panels/panes.h"
#include "render/scene/renderer.h"

namespace app {
namespace {

render::Quality spending(bool software, QualityStep step) {
  render::Quality quality;
  quality.samples = software ? 1 : 4;
  if (software) quality.shadow_samples = 8;
  if (step == QualityStep::full) return quality;
  quality.samples = 1;
  quality.shadow_samples = 4;
  if (step == QualityStep::three_quarters) quality.resolution = 0.75f;
  if (step == QualityStep::half) quality.resolution = 0.5f;
  return quality;
}

glm::ivec2 whole_size(const Area& area) {
  return {std::max(1, static_cast<int>(std::lround(area.width()))),
          std::max(1, static_cast<int>(std::lround(area.height())))};
}

/// Bottom left corner, y up.
glm::ivec2 origin_of(const Area& area, glm::ivec2 window) {
  return {static_cast<int>(std::lround(area.min.x)), window.y - static_cast<int>(std::lround(area.max.y))};
}

}  // namespace

struct ModelView::Canvas {
  render::Renderer renderer;
  Presenter presenter;
  std::optional<Drawn> drawn;
  explicit Canvas(const Paths& paths) : renderer(paths.share / "shaders"), presenter(renderer, paths) {}
};

ModelView::ModelView(const Paths& paths, bool software)
    : paths_(paths), software_(software), steps_(software ? QualityStep::half : QualityStep::full) {}
ModelView::~ModelView() = default;

ModelView::Canvas& ModelView::canvas(Place place) {
  auto& canvas = canvases_[static_cast<std::size_t>(place)];
  if (!canvas) canvas = std::make_unique<Canvas>(paths_);
  return *canvas;
}

double ModelView::draw_at(Place place, const Drawn& wanted) {
  Canvas& here = canvas(place);
  if (here.drawn == wanted) return 0.0;
  here.renderer.set_quality(spending(software_, wanted.quality));
  const render::SceneView view =
      wanted.panes.size() == 1
          ? here.presenter.stage(wanted.panes.front())
          : here.presenter.stage_ghost(wanted.panes.front(), wanted.panes.back(), wanted.ghost_opacity);
  // With timing the renderer waits for the driver: without, the time would be that of giving orders.
  const auto from = std::chrono::steady_clock::now();
  here.renderer.set_timing(true);
  here.renderer.draw(view, wanted.size);
  here.drawn = wanted;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

bool ModelView::draw(const Frame& frame, const Area& stage, glm::ivec2 window, bool moving) {
  const auto areas = stage_panes(frame.join, stage);
  const bool two_plans = frame.join == Join::beside;
  const Area& own = two_plans ? areas.front() : areas.back();
  const Area& others = two_plans ? areas.back() : areas.front();
  Drawn wanted;
  wanted.size = whole_size(own);
  if (moving) wanted.quality = steps_.step();
  if (frame.join == Join::ghost) {
    wanted.panes = frame.panes;
    wanted.ghost_opacity = frame.ghost_opacity;
  } else {
    wanted.panes = {frame.main()};
  }
  double drawing_ms = draw_at(Place::main, wanted);
  canvas(Place::main).renderer.present(origin_of(own, window), wanted.size);
  if (frame.join != Join::ghost && frame.panes.size() == 2) {
    Drawn other = wanted;
    other.panes = {two_plans ? frame.panes.back() : frame.panes.front()};
    other.size = whole_size(others);
    drawing_ms += draw_at(Place::other, other);
    render::Renderer& renderer = canvas(Place::other).renderer;
    if (frame.join == Join::wipe)
      renderer.present_columns(origin_of(others, window), other.size, 0.0f, static_cast<float>(frame.wipe));
    else
      renderer.present(origin_of(others, window), other.size);
  }
  if (moving) steps_.add_frame(drawing_ms);
  shown_quality_ = wanted.quality;
  return wanted.quality != QualityStep::full;
}

}  // namespace app
