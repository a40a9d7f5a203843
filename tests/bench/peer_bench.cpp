// Our program against F3D, a viewer of meshes that also draws to a file: from the start of the process to the
// picture on the disk, the same mesh as GLB, the same size, in turns, F3D under an X server that runs
// already. F3D draws one material under one light; our still has four samples per pixel and the whole set of
// passes, shapes the person and foretells 2,000 people. Skipped where F3D (Debian package f3d) is not
// installed.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "app/files/paths.h"
#include "tests/app/scratch.h"
#include "tests/bench/display.h"
#include "tests/bench/run_process.h"

namespace {

constexpr int kTurns = 5;

struct Shown {
  const char* name;
  const char* plan;
  const char* view;
};
constexpr Shown kCalf{"calf", "calf-standard.json", "back"};
constexpr Shown kFace{"face", "face-glabella.json", "front"};

using Command = std::vector<std::string>;

Command ours(const Shown& shown, const Scratch& scratch, const std::string& size, const std::string& weeks) {
  const app::Paths paths = app::find_paths();
  return {(paths.share.parent_path() / "foreshow").string(),
          "capture",
          (paths.share / "plans" / shown.plan).string(),
          "-o",
          (scratch / "ours").string(),
          "--weeks",
          weeks,
          "--views",
          shown.view,
          "--size",
          size};
}

/// Ends the benchmark with the reason where something is missing; true when it may go on.
bool may_run(benchmark::State& state, const bench::Display& display) {
  if (!bench::is_installed("f3d")) state.SkipWithError("f3d is not installed; it is an optional peer");
  if (display.name().empty()) state.SkipWithError("f3d needs an X display, and Xvfb cannot be started");
  return !state.error_occurred();
}

void against_f3d(benchmark::State& state, const Shown& shown, int width, int height) {
  const bench::Display display;
  if (!may_run(state, display)) return;
  const app::Paths paths = app::find_paths();
  const Scratch scratch;
  const std::string mesh = (scratch / "mesh.glb").string();
  if (!bench::run_process({(paths.share.parent_path() / "foreshow").string(), "export",
                           (paths.share / "plans" / shown.plan).string(), "--week", "12", "-o", mesh})
           .ok)
    return state.SkipWithError("`foreshow export` cannot write the mesh; are program and assets built?");
  const std::string across = std::to_string(width), down = std::to_string(height);
  const Command theirs{"f3d",
                       "--dry-run",
                       "--quiet",
                       "--resolution",
                       across + "," + down,
                       "--output",
                       (scratch / "f3d.png").string(),
                       mesh};
  for (auto _ : state) {
    const auto costs = bench::run_in_turns({ours(shown, scratch, across + "x" + down, "12"), theirs}, kTurns,
                                           display.name());
    if (!costs[0].ok || !costs[1].ok) return state.SkipWithError("a program made no picture");
    state.SetIterationTime(costs[0].wall_s);
    state.counters["f3d_s"] = costs[1].wall_s;
    state.counters["times_f3d"] = costs[0].wall_s / costs[1].wall_s;
    state.counters["cpu_s"] = costs[0].processor_s;
    state.counters["f3d_cpu_s"] = costs[1].processor_s;
    state.counters["times_f3d_cpu"] = costs[0].processor_s / costs[1].processor_s;
    state.counters["faults"] = costs[0].page_faults;
    if (costs[0].peak_mb > 0.0) state.counters["peak_mb"] = costs[0].peak_mb;
  }
}

/// Processor time of a still after the first, against F3D's of one picture.
void further_still(benchmark::State& state, const Shown& shown) {
  const Scratch scratch;
  constexpr int kMore = 4;
  for (auto _ : state) {
    const auto costs = bench::run_in_turns(
        {ours(shown, scratch, "1280x720", "12"), ours(shown, scratch, "1280x720", "12,14,16,18,20")}, kTurns);
    if (!costs[0].ok || !costs[1].ok) return state.SkipWithError("`foreshow capture` makes no picture");
    state.SetIterationTime((costs[1].processor_s - costs[0].processor_s) / kMore);
  }
}

const bool kRegistered = [] {
  const auto once = [](benchmark::internal::Benchmark* entry) {
    entry->Iterations(1)->UseManualTime()->Unit(benchmark::kSecond);
  };
  for (const Shown& shown : {kCalf, kFace}) {
    const std::string name = shown.name;
    once(benchmark::RegisterBenchmark(
        ("peer/start_to_picture/" + name).c_str(),
        [shown](benchmark::State& state) { against_f3d(state, shown, 1280, 720); }));
    once(benchmark::RegisterBenchmark(("peer/still_4k/" + name).c_str(), [shown](benchmark::State& state) {
      against_f3d(state, shown, 3840, 2160);
    }));
    once(benchmark::RegisterBenchmark(("still/further/" + name).c_str(),
                                      [shown](benchmark::State& state) { further_still(state, shown); }));
  }
  return true;
}();

}  // namespace
