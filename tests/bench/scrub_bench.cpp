// A new week: muscle states -> positions and normals of every shown part, against copying the same bytes.
#include <benchmark/benchmark.h>

#include <cstring>

#include "tests/bench/bench_plans.h"

namespace {

/// Its weeks are known before any is timed.
std::shared_ptr<const app::Outcome> worked_out(const char* plan) {
  const auto outcome = bench::example_outcome(plan);
  outcome->work_out();
  return outcome;
}

const app::Outcome& calf() {
  static const auto outcome = worked_out("calf-standard.json");
  return *outcome;
}

const app::Outcome& face() {
  static const auto outcome = worked_out("face-glabella.json");
  return *outcome;
}

/// Every muscle of the upper face treated.
const app::Outcome& full_face() {
  static const auto outcome = worked_out("face-full.json");
  return *outcome;
}

void scrub(benchmark::State& state, const app::Outcome& outcome, simulation::Expression expression) {
  double week = 0.0;
  app::Surface surface;
  for (auto _ : state) {
    week = week > 38.0 ? 0.3 : week + 0.7;
    outcome.surface({week, simulation::Responder::typical, expression, 1.0}, surface);
    benchmark::ClobberMemory();
  }
}

void copy(benchmark::State& state, const app::Outcome& outcome) {
  const app::Surface surface = outcome.surface({12.0});
  app::Surface target = surface;
  for (auto _ : state) {
    for (std::size_t i = 0; i < surface.parts.size(); ++i) {
      const auto& from = surface.parts[i];
      auto& to = target.parts[i];
      std::memcpy(to.positions_mm.data(), from.positions_mm.data(),
                  from.positions_mm.size() * sizeof(glm::vec3));
      std::memcpy(to.normals.data(), from.normals.data(), from.normals.size() * sizeof(glm::vec3));
    }
    benchmark::ClobberMemory();
  }
}

void calf_scrub(benchmark::State& state) {
  scrub(state, calf(), simulation::Expression::neutral);
}
void calf_copy(benchmark::State& state) {
  copy(state, calf());
}
void face_scrub(benchmark::State& state) {
  scrub(state, face(), simulation::Expression::frown);
}
void full_face_scrub(benchmark::State& state) {
  scrub(state, full_face(), simulation::Expression::smile);
}
void face_copy(benchmark::State& state) {
  copy(state, face());
}

/// Depths of all facial lines, a part of face_scrub.
void face_lines(benchmark::State& state) {
  const simulation::LineMap& lines = *face().body().lines();
  double week = 0.0;
  for (auto _ : state) {
    week = week > 38.0 ? 0.3 : week + 0.7;
    benchmark::DoNotOptimize(lines.depths_mm(face().state({week}), simulation::Expression::frown, 1.0,
                                             face().body().person().face));
  }
}

BENCHMARK(calf_scrub)->Unit(benchmark::kMillisecond);
BENCHMARK(calf_copy)->Unit(benchmark::kMillisecond);
BENCHMARK(face_scrub)->Unit(benchmark::kMillisecond);
BENCHMARK(full_face_scrub)->Unit(benchmark::kMillisecond);
BENCHMARK(face_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(face_copy)->Unit(benchmark::kMillisecond);

}  // namespace
