// A population against one person: 40 weekly rows of every quantity of the calf.
#include <benchmark/benchmark.h>

#include "simulation/prediction/prediction.h"
#include "tests/bench/bench_plans.h"

namespace {

void population(benchmark::State& state) {
  const simulation::Plan plan = bench::example_plan("calf-standard.json");
  const simulation::ResponseModel model = bench::response_model();
  const simulation::RegionResponse region = bench::example_outcome("calf-standard.json")->body().response();
  simulation::PredictionOptions options;
  options.people = static_cast<int>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(simulation::predict(plan, model, region, options));
  state.SetComplexityN(state.range(0));
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

}  // namespace
