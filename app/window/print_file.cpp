#include "app/window/print_file.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace app {
namespace {

/// Both hand over and end at once; a print queue that does not answer must not hold the window.
constexpr std::chrono::milliseconds kLongest{4000}, kPause{20};

/// Whether the program, found on the PATH, was started and did not fail within the time. Its own words go
/// nowhere: they would be on the terminal alone.
bool run(std::vector<std::string> words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int failed =
      ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return false;
  for (std::chrono::milliseconds waited{0}; waited < kLongest; waited += kPause) {
    int status = 0;
    if (::waitpid(process, &status, WNOHANG) == process) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::this_thread::sleep_for(kPause);
  }
  // Still at work: whoever takes it up ends on a thread of its own.
  std::thread([process] { ::waitpid(process, nullptr, 0); }).detach();
  return true;
}

}  // namespace

Printed print_file(const std::filesystem::path& file, Paper paper) {
  const std::string media = paper == Paper::a4 ? "media=A4" : "media=Letter";
  if (run({"lp", "-o", media, file.string()})) return Printed::sent;
  return run({"xdg-open", file.string()}) ? Printed::opened : Printed::failed;
}

}  // namespace app
