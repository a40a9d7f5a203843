#include "app/commands/run_command.h"

#include <iostream>

#include "app/commands/check.h"
#include "app/files/paths.h"

namespace app {
namespace {

struct Runner {
  Paths paths = find_paths();

  ExitCode operator()(const TextOutput& output) const {
    std::cout << output.text;
    return ExitCode::ok;
  }
  ExitCode operator()(const CheckArguments& arguments) const { return run_check(arguments, paths, std::cout); }
  template <typename T>
  ExitCode operator()(const T&) const { return ExitCode::ok; }
};

}  // namespace

ExitCode run_command(const Command& command) { return std::visit(Runner{}, command); }

}  // namespace app
