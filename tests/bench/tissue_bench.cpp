// Solving a leg once and for all, against one solve of the same system; and how both grow with the lattice.
#include <benchmark/benchmark.h>

#include "tests/simulation/calf/solved_leg.h"

namespace {

struct Leg {
  CalfBody body;
  LegParts parts{body, simulation::BodySide::left};
};

const Leg& leg() {
  static const Leg leg;
  return leg;
}

double cell_mm(const benchmark::State& state) {
  return static_cast<double>(state.range(0));
}

/// Lattice, factorisation, and the back-solve of one direction.
void tissue_one_solve(benchmark::State& state) {
  for (auto _ : state) {
    const simulation::Lattice lattice = leg().parts.tissue.lattice(cell_mm(state));
    const simulation::TissueSystem system(lattice, simulation::leg_drive_kinds());
    const Eigen::VectorXd rest = Eigen::VectorXd::Zero(system.unknown_count());
    const simulation::TissueFactor factor(
        system.hessian(rest, simulation::DriveValues::Zero(system.drive_count())));
    benchmark::DoNotOptimize(
        simulation::response_fields(system, factor, simulation::leg_parameter_directions().leftCols(1), {}));
    state.counters["unknowns"] = system.unknown_count();
  }
}

/// All fields of a leg, as at a person's first start.
void tissue_prepare(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(simulation::prepare_leg_fields(leg().parts.tissue, cell_mm(state)));
}

BENCHMARK(tissue_one_solve)->Arg(12)->Arg(10)->Arg(8)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(tissue_prepare)->Arg(12)->Arg(10)->Arg(8)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
