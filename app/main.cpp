#include <iostream>
#include <variant>

#include "app/commands/run_command.h"
#include "app/error.h"
#include "app/version.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(app::run_command(app::parse_command_line(argc, argv)));
  } catch (...) {
    const app::Failure failure = app::describe(std::current_exception());
    std::cerr << app::kProgramName << ": " << failure.message << std::endl;
    return static_cast<int>(failure.code);
  }
}
