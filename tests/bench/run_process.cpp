#include "tests/bench/run_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

[[noreturn]] void become(const std::vector<std::string>& command, const std::string& display) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  if (!display.empty()) ::setenv("DISPLAY", display.c_str(), 1);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execvp(words.front(), words.data());
  ::_exit(127);
}

double middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

ProcessCost run_process(const std::vector<std::string>& command, const std::string& display) {
  const auto from = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) return {};
  if (child == 0) become(command, display);
  int status = 0;
  rusage used{};
  if (::wait4(child, &status, 0, &used) != child) return {};
  ProcessCost cost;
  cost.ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  cost.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
  cost.processor_s = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  cost.page_faults = static_cast<double>(used.ru_minflt);
  rusage own{};
  ::getrusage(RUSAGE_SELF, &own);
  if (used.ru_maxrss > own.ru_maxrss) cost.peak_mb = static_cast<double>(used.ru_maxrss) * 1024.0 / 1e6;
  return cost;
}

bool is_installed(const std::string& program) {
  return run_process({"sh", "-c", "command -v " + program}).ok;
}

std::vector<ProcessCost> run_in_turns(const std::vector<std::vector<std::string>>& commands, int turns,
                                      const std::string& display) {
  std::vector<std::vector<ProcessCost>> all(commands.size());
  for (int turn = -1; turn < turns; ++turn)
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const ProcessCost cost = run_process(commands[i], display);
      if (turn >= 0) all[i].push_back(cost);
    }
  std::vector<ProcessCost> middles;
  for (const std::vector<ProcessCost>& costs : all) {
    const auto of = [&](double ProcessCost::*figure) {
      std::vector<double> values;
      for (const ProcessCost& cost : costs) values.push_back(cost.*figure);
      return middle(values);
    };
    middles.push_back({std::all_of(costs.begin(), costs.end(), [](const ProcessCost& c) { return c.ok; }),
                       of(&ProcessCost::wall_s), of(&ProcessCost::processor_s), of(&ProcessCost::page_faults),
                       of(&ProcessCost::peak_mb)});
  }
  return middles;
}

}  // namespace bench
