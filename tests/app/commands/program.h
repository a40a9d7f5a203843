#pragma once

#include <string>
#include <utility>
#include <vector>

/// What one run of the built program did.
struct ProgramRun {
  int code = -1;
  std::string out;
  std::string err;
};

/// Starts the program with these arguments and environment additions and waits for it.
ProgramRun run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::pair<std::string, std::string>>& environment = {});

/// Path of an example plan.
std::string example_plan(const std::string& name);

/// True for one line that starts with `foreshow: ` and ends with a line end.
bool is_one_clear_line(const std::string& text);
