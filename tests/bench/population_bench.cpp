// A population against one person: weekly rows of every quantity of the calf, or of a face whose doses spread
// to all muscles about them.
#include <benchmark/benchmark.h>

#include "app/body/free_points.h"
#include "simulation/prediction/prediction.h"
#include "tests/bench/bench_plans.h"

namespace {

void population_of(benchmark::State& state, const char* file_name) {
  const simulation::Plan plan = bench::example_plan(file_name);
  const simulation::ResponseModel model = bench::response_model();
  const auto outcome = bench::example_outcome(file_name);
  const simulation::DoseReach reach = app::reach_of(plan, outcome->body(), model);
  simulation::PredictionOptions options;
  options.people = static_cast<int>(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(simulation::predict(plan, model, outcome->body().response(), options, reach));
  state.SetComplexityN(state.range(0));
}

void population(benchmark::State& state) {
  population_of(state, "calf-standard.json");
}
void face_population(benchmark::State& state) {
  population_of(state, "face-full.json");
}
BENCHMARK(population)
    ->Arg(1)
    ->Arg(250)
    ->Arg(500)
    ->Arg(1000)
    ->Arg(2000)
    ->Arg(4000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

BENCHMARK(face_population)->Arg(1)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
