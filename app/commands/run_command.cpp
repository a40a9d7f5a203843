#include "app/commands/run_command.h"

#include <iostream>

#include "app/commands/capture.h"
#include "app/commands/check.h"
#include "app/commands/export.h"
#include "app/commands/predict.h"
#include "app/files/paths.h"
#include "app/window/run_window.h"

namespace app {
namespace {

struct Runner {
  Paths paths = find_paths();

  ExitCode operator()(const TextOutput& output) const {
    std::cout << output.text;
    return ExitCode::ok;
  }
  ExitCode operator()(const WindowArguments& arguments) const { return run_consultant(arguments, paths); }
  ExitCode operator()(const KioskArguments& arguments) const { return run_kiosk(arguments, paths); }
  ExitCode operator()(const CaptureArguments& arguments) const {
    run_capture(arguments, paths);
    return ExitCode::ok;
  }
  ExitCode operator()(const PredictArguments& arguments) const {
    run_predict(arguments, paths, std::cout);
    return ExitCode::ok;
  }
  ExitCode operator()(const CheckArguments& arguments) const {
    return run_check(arguments, paths, std::cout);
  }
  ExitCode operator()(const ExportArguments& arguments) const {
    run_export(arguments, paths);
    return ExitCode::ok;
  }
};

}  // namespace

ExitCode run_command(const Command& command) {
  return std::visit(Runner{}, command);
}

}  // namespace app
