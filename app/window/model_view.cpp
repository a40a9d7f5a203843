#include "app/window/model_view.h"

#include <chrono>
#include <cmath>

#include "app/studio/picture.h"
#include "app/window/panels/panes.h"
#include "app/window/results.h"
#include "render/image/compose.h"

namespace app {
namespace {

bool same_camera(const render::Camera& a, const render::Camera& b) {
  return a.eye_mm == b.eye_mm && a.target_mm == b.target_mm && a.up == b.up &&
         a.orthographic == b.orthographic && a.ortho_height_mm == b.ortho_height_mm &&
         a.vertical_fov_rad == b.vertical_fov_rad;
}

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

bool two_panes(const Session& session) {
  return session.compare == Compare::side_by_side || session.compare == Compare::wipe;
}

}  // namespace

struct ModelView::Pane {
  render::Renderer renderer;
  Presenter presenter;
  std::optional<Shown> shown;
  explicit Pane(const Paths& paths) : renderer(paths.share / "shaders"), presenter(renderer, paths) {}
};

ModelView::ModelView(const Paths& paths, bool software)
    : paths_(paths), software_(software), steps_(software ? QualityStep::half : QualityStep::full) {}
ModelView::~ModelView() = default;

ModelView::Pane& ModelView::pane(Stage place) {
  auto& pane = panes_[static_cast<std::size_t>(place)];
  if (!pane) pane = std::make_unique<Pane>(paths_);
  return *pane;
}

bool ModelView::up_to_date(const Pane& pane, const Shown& wanted) const {
  const auto& shown = pane.shown;
  return shown && shown->stage == wanted.stage && shown->outcome == wanted.outcome &&
         shown->moment == wanted.moment && same_camera(shown->camera, wanted.camera) &&
         shown->layer == wanted.layer && shown->ghost == wanted.ghost && shown->opacity == wanted.opacity &&
         shown->size == wanted.size && shown->quality == wanted.quality && shown->tape_t == wanted.tape_t &&
         shown->points == wanted.points && shown->light == wanted.light &&
         shown->highlighted == wanted.highlighted;
}

render::SceneView ModelView::scene(Stage place, const Shown& wanted) {
  Presenter& presenter = pane(place).presenter;
  const Stage stage = wanted.stage;
  presenter.set_light(wanted.light);
  presenter.show(stage, *wanted.outcome, wanted.moment, wanted.layer);
  presenter.lay_tape(stage, wanted.tape_t);
  presenter.lay_points(stage, wanted.points);
  presenter.highlight(wanted.highlighted);
  if (!wanted.ghost) return presenter.view(stage, wanted.layer, wanted.camera);
  presenter.show(Stage::before, *wanted.outcome, wanted.moment, wanted.layer);
  presenter.lay_tape(Stage::before, std::nullopt);
  presenter.lay_points(Stage::before, nullptr);
  return presenter.ghost_view(wanted.layer, wanted.camera, static_cast<float>(wanted.opacity));
}

double ModelView::draw_pane(Stage place, const Shown& wanted) {
  Pane& drawn = pane(place);
  if (up_to_date(drawn, wanted)) return 0.0;
  drawn.renderer.set_quality(spending(software_, wanted.quality));
  const render::SceneView view = scene(place, wanted);
  // With timing the renderer waits for the driver: without, the time would be that of giving orders.
  const auto from = std::chrono::steady_clock::now();
  drawn.renderer.set_timing(true);
  drawn.renderer.draw(view, wanted.size);
  drawn.shown = wanted;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

ModelView::Shown ModelView::wanted_of(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                      glm::ivec2 size, std::optional<double> tape_t,
                                      const std::shared_ptr<const InjectionMap>& points) const {
  return {Stage::now,
          outcome,
          moment_of(session),
          session.view().camera,
          session.layer,
          session.compare == Compare::ghost,
          session.ghost_opacity,
          size,
          QualityStep::full,
          tape_t,
          points,
          session.light,
          std::nullopt};
}

bool ModelView::draw(const Session& session, const std::shared_ptr<const Outcome>& outcome, const Area& stage,
                     glm::ivec2 window, bool moving, std::optional<double> tape_t,
                     const std::shared_ptr<const InjectionMap>& points,
                     const std::shared_ptr<const Outcome>& beside) {
  if (!outcome || session.view().framing.height_mm <= 0.0) return false;
  const auto areas = stage_panes(session.compare, stage);
  const bool two_plans = session.compare == Compare::beside;
  const Area& own = two_plans ? areas.front() : areas.back();
  Shown wanted = wanted_of(session, outcome, whole_size(own), tape_t, points);
  if (session.tapped) wanted.highlighted = {session.tapped->structure, session.tapped->side};
  if (moving) wanted.quality = steps_.step();
  double drawing_ms = draw_pane(Stage::now, wanted);
  if (two_panes(session)) {
    // The untreated body does not change with the week.
    Shown before = wanted;
    before.stage = Stage::before;
    before.moment.week = 0.0;
    before.size = whole_size(areas.front());
    drawing_ms += draw_pane(Stage::before, before);
  }
  if (session.compare == Compare::side_by_side)
    pane(Stage::before).renderer.present(origin_of(areas[0], window), whole_size(areas[0]));
  pane(Stage::now).renderer.present(origin_of(own, window), whole_size(own));
  if (two_plans && beside) {
    Shown other = wanted;
    other.outcome = beside;
    other.size = whole_size(areas.back());
    drawing_ms += draw_pane(Stage::before, other);
    pane(Stage::before).renderer.present(origin_of(areas.back(), window), other.size);
  }
  if (session.compare == Compare::wipe)
    pane(Stage::before)
        .renderer.present_columns(origin_of(stage, window), whole_size(stage), 0.0f,
                                  static_cast<float>(session.wipe));
  if (moving) steps_.add_frame(drawing_ms);
  shown_quality_ = wanted.quality;
  return wanted.quality != QualityStep::full;
}

render::Image ModelView::with_other(const Session& session, const Shown& wanted, const Shown& other,
                                    const render::SceneView& view, render::Image image) {
  const bool two_plans = session.compare == Compare::beside;
  const render::SceneView beside = scene(Stage::before, other);
  const auto shot = [&](Stage place, Stage stage, const render::SceneView& taken) {
    return Shot{taken,          wanted.size,  session.expression,
                session.effort, session.pose, pane(place).presenter.materials(stage)};
  };
  require_comparable(shot(Stage::before, other.stage, beside), shot(Stage::now, wanted.stage, view));
  const render::Image second = pane(Stage::before).renderer.capture(beside, wanted.size);
  const int height = wanted.size.y;
  if (session.compare == Compare::wipe)
    return render::wipe(second, image, session.wipe, std::max(1, height / 400));
  const render::Image pair[] = {two_plans ? image : second, two_plans ? second : image};
  return render::side_by_side(pair, std::max(1, height / 200), {255, 255, 255, 255});
}

render::Image ModelView::capture(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                 int height, std::optional<double> tape_t,
                                 const std::shared_ptr<const InjectionMap>& points,
                                 const std::shared_ptr<const Outcome>& beside) {
  const glm::ivec2 size(std::max(1, static_cast<int>(std::lround(height * session.aspect))), height);
  const Shown wanted = wanted_of(session, outcome, size, tape_t, points);
  const render::SceneView view = scene(Stage::now, wanted);
  render::Image image = pane(Stage::now).renderer.capture(view, size);
  // What was uploaded for the still is what the window shows as well.
  Shown other = wanted;
  if (two_panes(session)) {
    other.stage = Stage::before;
  } else if (session.compare == Compare::beside && beside) {
    other.outcome = beside;
  } else {
    return image;
  }
  return with_other(session, wanted, other, view, std::move(image));
}

}  // namespace app
