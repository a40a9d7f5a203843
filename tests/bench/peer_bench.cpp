// Our program against F3D, a viewer of meshes that also draws to a file: from the start of the process to the
// picture on the disk, same mesh, same size, in turns. F3D draws one material under one light with its own
// smoothing and occlusion; our still has four samples per pixel and the whole set of passes. Skipped where
// F3D (Debian package f3d) is not installed.
#include <benchmark/benchmark.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "app/files/paths.h"
#include "tests/app/scratch.h"
#include "tests/bench/display.h"

namespace {

namespace fs = std::filesystem;

constexpr int kTurns = 3;

std::string quoted(const fs::path& path) {
  return "'" + path.string() + "'";
}

bool runs(const std::string& command) {
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Seconds until the command has ended and left that file; negative: it has not.
double seconds(const std::string& command, const fs::path& file) {
  fs::remove(file);
  const auto from = std::chrono::steady_clock::now();
  const bool ended = runs(command);
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
  return ended && fs::exists(file) && fs::file_size(file) > 0 ? took : -1.0;
}

double middle(std::array<double, kTurns> values) {
  std::sort(values.begin(), values.end());
  return values[kTurns / 2];
}

void against_f3d(benchmark::State& state, int width, int height) {
  if (!runs("command -v f3d")) return state.SkipWithError("f3d is not installed; it is an optional peer");
  const bench::Display display;
  if (display.name().empty())
    return state.SkipWithError("f3d needs an X display, and Xvfb cannot be started");
  const app::Paths paths = app::find_paths();
  const Scratch scratch;
  const std::string program = quoted(paths.share.parent_path() / "foreshow");
  const std::string plan = quoted(paths.share / "plans/face-untreated.json");
  const fs::path mesh = scratch / "head.obj", ours = scratch / "head.png", theirs = scratch / "f3d.png";
  if (!runs(program + " export " + plan + " --week 0 -o " + quoted(mesh)))
    return state.SkipWithError("`foreshow export` cannot write the mesh; are program and assets built?");
  const std::string across = std::to_string(width), down = std::to_string(height);
  const std::string our_command = program + " capture " + plan + " -o " + quoted(scratch / ".") +
                                  " --weeks 0 --views front --name head --size " + across + "x" + down;
  const std::string their_command = "DISPLAY=" + display.name() +
                                    " f3d --dry-run --quiet --fxaa --ssao --resolution " + across + "," +
                                    down + " --output " + quoted(theirs) + " " + quoted(mesh);
  // One turn each that does not count fills the caches of disk and driver.
  if (seconds(our_command, ours) < 0.0) return state.SkipWithError("`foreshow capture` makes no picture");
  if (seconds(their_command, theirs) < 0.0) return state.SkipWithError("f3d makes no picture");
  std::array<double, kTurns> our_s{}, their_s{};
  std::size_t turn = 0;
  for (auto _ : state) {
    our_s.at(turn) = seconds(our_command, ours);
    their_s.at(turn) = seconds(their_command, theirs);
    if (our_s.at(turn) < 0.0 || their_s.at(turn) < 0.0) return state.SkipWithError("a picture is missing");
    state.SetIterationTime(our_s.at(turn));
    ++turn;
  }
  state.counters["f3d_s"] = middle(their_s);
  state.counters["times_f3d"] = middle(our_s) / middle(their_s);
}

void still_4k(benchmark::State& state) {
  against_f3d(state, 3840, 2160);
}
void start_to_picture(benchmark::State& state) {
  against_f3d(state, 640, 480);
}

BENCHMARK(still_4k)->Iterations(kTurns)->UseManualTime()->Unit(benchmark::kSecond);
BENCHMARK(start_to_picture)->Iterations(kTurns)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace
