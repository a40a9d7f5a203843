#include "app/window/model_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/studio/presenter.h"
#include "app/window/panels/panes.h"
#include "render/scene/renderer.h"

namespace app {
namespace {

render::Quality spending(bool software, QualityStep step) {
  render::Quality quality;
  quality.samples = software ? 1 : 4;
  if (software) quality.shadow_samples = 8;
  // What moves; at rest the picture is refined from all of them. A software driver works out vertices on one
  // processor alone.
  quality.fewer_triangles = software;
  if (step == QualityStep::full) return quality;
  quality.samples = 1;
  quality.shadow_samples = 4;
  // The key light turns with the camera, so that every frame of turning makes its map anew.
  if (software) quality.shadow_size = 1024;
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

/// A step of a drag or a key that repeats comes within this time; a picture that is begun before holds up the
/// next.
constexpr double kRestS = 0.05;
constexpr double kRestWhileMovingS = 0.25;
/// Frames whose times a graphics processor tells later than they are drawn.
constexpr int kLateTimes = 4;

}  // namespace

struct ModelView::Canvas {
  render::Renderer renderer;
  Presenter presenter;
  std::optional<Drawn> drawn;
  render::SceneView view;  // of it
  bool resting = false;    // its best picture is begun
  bool finished = true;
  bool fresh = true;  // another picture than take_fresh() told of
  explicit Canvas(const Paths& paths) : renderer(paths.share / "shaders"), presenter(renderer, paths) {
    renderer.set_timing(render::Timing::whole);
  }
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
  here.renderer.set_quality(spending(software_, steps_.step()));
  here.view = wanted.panes.size() == 1 ? here.presenter.stage(wanted.panes.front())
                                       : here.presenter.stage_ghost(wanted.panes.front(), wanted.panes.back(),
                                                                    wanted.ghost_opacity);
  here.renderer.draw(here.view, wanted.size);
  here.drawn = wanted;
  here.resting = here.finished = false;
  here.fresh = true;
  shown_quality_ = steps_.step();
  changed_ = std::chrono::steady_clock::now();
  return here.renderer.take_drawing_ms().value_or(0.0);
}

void ModelView::draw(const Frame& frame, const Area& stage, glm::ivec2 window) {
  const auto areas = stage_panes(frame.join, stage);
  const bool two_plans = frame.join == Join::beside;
  const Area& own = two_plans ? areas.front() : areas.back();
  const Area& others = two_plans ? areas.back() : areas.front();
  Drawn wanted;
  wanted.size = whole_size(own);
  if (frame.join == Join::ghost) {
    wanted.panes = frame.panes;
    wanted.ghost_opacity = frame.ghost_opacity;
  } else {
    wanted.panes = {frame.main()};
  }
  placed_ = {{Place::main, origin_of(own, window), wanted.size, std::nullopt}};
  double drawing_ms = draw_at(Place::main, wanted);
  if (frame.join != Join::ghost && frame.panes.size() == 2) {
    Drawn other = wanted;
    other.panes = {two_plans ? frame.panes.back() : frame.panes.front()};
    other.size = whole_size(others);
    drawing_ms += draw_at(Place::other, other);
    placed_.push_back({Place::other, origin_of(others, window), other.size, std::nullopt});
    if (frame.join == Join::wipe) placed_.back().wipe = frame.wipe;
  }
  if (old_times_ > 0 && drawing_ms > 0.0) {
    --old_times_;
  } else {
    const QualityStep before = steps_.step();
    steps_.add_frame(drawing_ms);
    if (steps_.step() != before && !software_) old_times_ = kLateTimes;
  }
}

double ModelView::rest_in_s(bool moving) const {
  bool finished = true;
  for (const Placed& placed : placed_) {
    const auto& canvas = canvases_[static_cast<std::size_t>(placed.place)];
    finished = finished && canvas->finished;
  }
  if (finished) return std::numeric_limits<double>::infinity();
  const double since = std::chrono::duration<double>(std::chrono::steady_clock::now() - changed_).count();
  return std::max(0.0, (moving ? kRestWhileMovingS : kRestS) - since);
}

bool ModelView::refine() {
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    turn_ = (turn_ + 1) % placed_.size();
    Canvas& here = canvas(placed_[turn_].place);
    if (here.finished) continue;
    if (!here.resting) here.renderer.begin_refining(here.view, here.drawn->size);
    here.resting = true;
    const render::Refined step = here.renderer.refine();
    here.finished = step == render::Refined::nothing;
    here.fresh = here.fresh || step == render::Refined::picture;
    if (!here.finished) return step == render::Refined::picture;
  }
  return false;
}

std::vector<render::PixelRect> ModelView::take_fresh(int window_height_px) {
  std::vector<render::PixelRect> fresh;
  if (placed_ != told_) {
    for (const auto* all : {&placed_, &told_})
      for (const Placed& placed : *all) fresh.push_back(placed.rect(window_height_px));
  } else {
    for (const Placed& placed : placed_)
      if (canvas(placed.place).fresh) fresh.push_back(placed.rect(window_height_px));
  }
  for (const auto& each : canvases_)
    if (each) each->fresh = false;
  told_ = placed_;
  return fresh;
}

void ModelView::present(const render::PixelRect& part, int window_height_px) {
  for (const Placed& placed : placed_) {
    if (render::shared_rect(placed.rect(window_height_px), part).empty()) continue;
    render::Renderer& renderer = canvas(placed.place).renderer;
    if (placed.wipe)
      renderer.present_columns(placed.origin, placed.size, 0.0f, static_cast<float>(*placed.wipe));
    else
      renderer.present(placed.origin, placed.size);
  }
}

}  // namespace app
