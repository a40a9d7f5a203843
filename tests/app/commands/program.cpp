#include "tests/app/commands/program.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>

#include "tests/app/scratch.h"

namespace {

std::string quoted(const std::string& text) {
  std::string shell = "'";
  for (const char c : text) shell += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return shell + "'";
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::pair<std::string, std::string>>& environment) {
  Scratch scratch;
  std::string command = "env FORESHOW_ASSETS=" + quoted(FORESHOW_BAKED);
  for (const auto& [name, value] : environment) command += " " + name + "=" + quoted(value);
  command += " " + quoted(FORESHOW_PROGRAM);
  for (const auto& argument : arguments) command += " " + quoted(argument);
  command += " > " + quoted((scratch / "out").string()) + " 2> " + quoted((scratch / "err").string());
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(scratch / "out"), text_of(scratch / "err")};
}

std::string example_plan(const std::string& name) {
  return std::string(FORESHOW_SOURCE) + "/assets/plans/" + name + ".json";
}

bool is_one_clear_line(const std::string& text) {
  return text.starts_with("foreshow: ") && text.size() > 20 && text.back() == '\n' &&
         std::count(text.begin(), text.end(), '\n') == 1;
}
