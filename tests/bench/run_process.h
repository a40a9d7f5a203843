#pragma once

#include <string>
#include <vector>

namespace bench {

/// What a process cost from its start to its end, its own children included.
struct ProcessCost {
  bool ok = false;  // it ran and ended with 0
  double wall_s = 0.0;
  double processor_s = 0.0;  // user and system, all threads
  double page_faults = 0.0;  // that needed no disk
  /// Most memory at one time, 10^6 bytes. 0: not known, since Linux counts from the peak of whoever started
  /// the process, and that was higher; then run such benchmarks alone.
  double peak_mb = 0.0;
};

/// Runs a program by its name or path and waits for it; what it prints is dropped. `display`: its DISPLAY,
/// unless empty.
ProcessCost run_process(const std::vector<std::string>& command, const std::string& display = {});
bool is_installed(const std::string& program);

/// Runs commands in turns, so that a machine that slows down slows all of them, and gives the middle of each
/// figure for each command. One turn that does not count comes first: it fills the caches of disk and driver.
/// A command that fails once is not ok.
std::vector<ProcessCost> run_in_turns(const std::vector<std::vector<std::string>>& commands, int turns,
                                      const std::string& display = {});

}  // namespace bench
