#include <malloc.h>

#include <iostream>
#include <variant>

#include "app/base/error.h"
#include "app/base/version.h"
#include "app/commands/capture.h"
#include "app/commands/check.h"
#include "app/commands/command_line.h"
#include "app/commands/export.h"
#include "app/commands/predict.h"
#include "app/commands/sheet.h"
#include "app/files/paths.h"
#include "app/window/run_window.h"

namespace {

using namespace app;

/// Runs what was asked; output goes to standard output. Here alone windows and commands meet.
struct Runner {
  Paths paths = find_paths();

  ExitCode operator()(const TextOutput& output) const {
    std::cout << output.text;
    return ExitCode::ok;
  }
  ExitCode operator()(const WindowArguments& arguments) const {
    return run_consultant(arguments.plan, arguments.beside, paths);
  }
  ExitCode operator()(const KioskArguments& arguments) const {
    return arguments.prepare ? prepare_kiosk(paths) : run_kiosk(arguments.config, paths);
  }
  ExitCode operator()(const CaptureArguments& arguments) const {
    run_capture(arguments, paths, std::cerr);
    return ExitCode::ok;
  }
  ExitCode operator()(const PredictArguments& arguments) const {
    run_predict(arguments, paths, std::cout, std::cerr);
    return ExitCode::ok;
  }
  ExitCode operator()(const CheckArguments& arguments) const {
    return run_check(arguments, paths, std::cout);
  }
  ExitCode operator()(const ExportArguments& arguments) const {
    run_export(arguments, paths);
    return ExitCode::ok;
  }
  ExitCode operator()(const SheetArguments& arguments) const {
    run_sheet(arguments, paths);
    return ExitCode::ok;
  }
};

/// A start takes and gives back large pieces again and again, ours and the software driver's. Without this
/// each goes to the system and comes back page by page, and each thread keeps a heap of its own: a face takes
/// 30,000 page faults and 60 MB more, at the same speed.
void keep_freed_memory() {
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 128 << 20);
  ::mallopt(M_TOP_PAD, 1 << 20);
  ::mallopt(M_ARENA_MAX, 1);
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  try {
    return static_cast<int>(std::visit(Runner{}, parse_command_line(argc, argv)));
  } catch (...) {
    const Failure failure = describe(std::current_exception());
    std::cerr << kProgramName << ": " << failure.message << std::endl;
    return static_cast<int>(failure.code);
  }
}
