// A new week from the plan to the vertex buffers, ready to be drawn: the state of the muscles, the surface,
// what hangs on it (lids, lashes, lines) and the upload, as the window does it. Processor time of all
// threads; beside it what copying the positions and normals of all parts takes.
#include <benchmark/benchmark.h>

#include <cstring>
#include <ctime>
#include <exception>

#include "app/files/paths.h"
#include "app/studio/presenter.h"
#include "render/context/context.h"
#include "render/gl/device.h"
#include "tests/bench/bench_plans.h"

namespace {

using simulation::Expression;

/// Of this process, all threads: user and system.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Copies every position and normal.
void copy(const app::Surface& from, app::Surface& to) {
  for (std::size_t i = 0; i < from.parts.size(); ++i) {
    const app::PartSurface& part = from.parts[i];
    std::memcpy(to.parts[i].positions_mm.data(), part.positions_mm.data(),
                part.positions_mm.size() * sizeof(glm::vec3));
    std::memcpy(to.parts[i].normals.data(), part.normals.data(), part.normals.size() * sizeof(glm::vec3));
  }
  benchmark::ClobberMemory();
}

void new_week(benchmark::State& state, const char* plan, Expression expression) {
  try {
    const app::Paths paths = app::find_paths();
    const auto outcome = bench::example_outcome(plan);
    const auto context = render::make_offscreen_context();
    render::Renderer renderer(paths.share / "shaders");
    app::Presenter presenter(renderer, paths);
    const app::Surface surface = outcome->surface({12.0});
    app::Surface target = surface;
    outcome->work_out();
    double week = 0.0, copied_s = 0.0, shown_s = 0.0;
    const auto show = [&] {
      week = week > 38.0 ? 0.3 : week + 0.7;
      presenter.show(app::Stage::now, *outcome, {week, simulation::Responder::typical, expression, 1.0},
                     render::Layer::skin);
    };
    show();
    show();
    render::gl::finish();
    for (auto _ : state) {
      const double from = processor_seconds();
      show();
      const double shown = processor_seconds();
      copy(surface, target);
      copied_s += processor_seconds() - shown;
      shown_s += shown - from;
      state.SetIterationTime(shown - from);
    }
    state.counters["copy_ms"] = benchmark::Counter(copied_s * 1000.0, benchmark::Counter::kAvgIterations);
    state.counters["times_copy"] = shown_s / copied_s;
  } catch (const std::exception& problem) {
    state.SkipWithError(problem.what());
  }
}

constexpr int kWeeks = 200;
BENCHMARK_CAPTURE(new_week, calf, "calf-standard.json", Expression::neutral)
    ->Name("week/calf")
    ->Iterations(kWeeks)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(new_week, face, "face-glabella.json", Expression::frown)
    ->Name("week/face")
    ->Iterations(kWeeks)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(new_week, full_face, "face-full.json", Expression::smile)
    ->Name("week/full_face")
    ->Iterations(kWeeks)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
