// What a frame of the window costs, pass by pass, at 1920x1080 on whatever OpenGL the machine gives: the real
// calf (skin and x-ray) and the real face (skin). Every frame shows another week or expression. The driver is
// waited for between two passes: a software driver's own timers leave out the work of its threads. `whole` is
// a frame as the window draws it, with one wait at its end. `orbit` keeps the shape and turns the person
// under the light a little before every frame, drawn as it is while it moves at full resolution (in software
// without the last subdivision where that is small); it counts the processor time of all threads, so that a
// busy machine hardly shows in it.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <exception>

#include "app/files/paths.h"
#include "app/studio/presenter.h"
#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/scene/renderer.h"
#include "tests/bench/bench_plans.h"

namespace {

constexpr glm::ivec2 kSize{1920, 1080};
constexpr int kFrames = 5;
constexpr double kOrbitStepRad = 0.05;

/// Of this process, all threads: user and system.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Shown {
  const char* name;
  const char* plan;
  render::Layer layer;
  render::StandardView view;
  simulation::Expression expression;
};
constexpr Shown kCalf{"calf", "calf-standard.json", render::Layer::skin, render::StandardView::back,
                      simulation::Expression::neutral};
constexpr Shown kCalfXray{"calf_xray", "calf-standard.json", render::Layer::xray, render::StandardView::back,
                          simulation::Expression::neutral};
constexpr Shown kFace{"face", "face-glabella.json", render::Layer::skin, render::StandardView::front,
                      simulation::Expression::frown};

/// A renderer with one body on its stage.
class Set {
 public:
  explicit Set(const Shown& shown)
      : shown_(shown),
        outcome_(bench::example_outcome(shown.plan)),
        paths_(app::find_paths()),
        context_(render::make_offscreen_context()),
        renderer_(paths_.share / "shaders"),
        presenter_(renderer_, paths_) {
    next_week();
    render::Camera camera = render::standard_camera(shown.view, app::framing_of(outcome_->body()),
                                                    static_cast<double>(kSize.x) / kSize.y);
    view_ = presenter_.view(app::Stage::now, shown.layer, camera);
    draw_ms();
  }

  /// Uploads another shape.
  void next_week() {
    week_ = week_ > 38.0 ? 1.0 : week_ + 3.0;
    presenter_.show(app::Stage::now, *outcome_,
                    {week_, simulation::Responder::typical, shown_.expression, 1.0}, shown_.layer);
  }
  /// Turns the camera round the person.
  void next_side() { view_.camera = render::orbit(view_.camera, kOrbitStepRad, 0.0); }
  double draw_ms() {
    render::gl::finish();
    const auto from = std::chrono::steady_clock::now();
    renderer_.draw(view_, kSize);
    render::gl::finish();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
  }
  render::Renderer& renderer() { return renderer_; }
  std::string device() const { return context_->description(); }

 private:
  Shown shown_;
  std::shared_ptr<const app::Outcome> outcome_;
  app::Paths paths_;
  std::unique_ptr<render::Context> context_;
  render::Renderer renderer_;
  app::Presenter presenter_;
  render::SceneView view_;
  double week_ = 0.0;
};

/// Null, and the benchmark skipped with the reason, where there is no OpenGL or no baked body.
std::unique_ptr<Set> set_up(benchmark::State& state, const Shown& shown) {
  try {
    return std::make_unique<Set>(shown);
  } catch (const std::exception& problem) {
    state.SkipWithError(problem.what());
    return nullptr;
  }
}

void whole(benchmark::State& state, const Shown& shown) {
  const auto set = set_up(state, shown);
  if (!set) return;
  for (auto _ : state) {
    set->next_week();
    state.SetIterationTime(set->draw_ms() / 1000.0);
  }
  state.SetLabel(set->device());
}

void orbit(benchmark::State& state, const Shown& shown) {
  const auto set = set_up(state, shown);
  if (!set) return;
  for (auto _ : state) {
    set->next_side();
    const double from = processor_seconds();
    set->draw_ms();
    state.SetIterationTime(processor_seconds() - from);
  }
  state.SetLabel(set->device());
}

void pass(benchmark::State& state, const Shown& shown, const char* name) {
  const auto set = set_up(state, shown);
  if (!set) return;
  // In software the window leaves occlusion as it is while the shape changes; here it is always brought up.
  set->renderer().set_live_occlusion(true);
  set->renderer().set_timing(render::Timing::passes);
  for (auto _ : state) {
    set->next_week();
    set->draw_ms();
    bool met = false;
    for (const render::PassTime& time : set->renderer().pass_times()) {
      if (time.pass != name) continue;
      state.SetIterationTime(time.milliseconds / 1000.0);
      met = true;
    }
    if (!met) return state.SkipWithError("the renderer has no such pass");
  }
  state.SetLabel(set->device());
}

const bool kRegistered = [] {
  for (const Shown& shown : {kCalf, kCalfXray, kFace}) {
    const std::string frame = std::string("frame/") + shown.name + "/";
    const auto timed = [](benchmark::internal::Benchmark* entry) {
      entry->Iterations(kFrames)->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    timed(benchmark::RegisterBenchmark((frame + "whole").c_str(),
                                       [shown](benchmark::State& state) { whole(state, shown); }));
    timed(benchmark::RegisterBenchmark((frame + "orbit").c_str(),
                                       [shown](benchmark::State& state) { orbit(state, shown); }));
    for (const char* name : {"lines", "shadow", "occlusion", "floor", "solid", "see-through", "composite"})
      timed(benchmark::RegisterBenchmark(
          (frame + name).c_str(), [shown, name](benchmark::State& state) { pass(state, shown, name); }));
  }
  return true;
}();

}  // namespace
