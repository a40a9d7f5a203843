#include "tests/bench/display.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

extern char** environ;

namespace bench {
namespace {

constexpr int kStartMs = 10'000;

/// The number that a starting server writes, without its line end; empty when none comes.
std::string number_from(int pipe) {
  std::string number;
  pollfd waiting{pipe, POLLIN, 0};
  for (char c = 0; ::poll(&waiting, 1, kStartMs) > 0 && ::read(pipe, &c, 1) == 1 && c != '\n';) number += c;
  return number;
}

}  // namespace

Display::Display() {
  if (const char* given = std::getenv("DISPLAY"); given && *given) {
    name_ = given;
    return;
  }
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 6> words{"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"};
  std::array<char*, 7> pointers{};
  for (std::size_t i = 0; i < words.size(); ++i) pointers[i] = words[i].data();
  const int failed = ::posix_spawnp(&server_, "Xvfb", &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed != 0) server_ = -1;
  const std::string number = failed == 0 ? number_from(ends[0]) : std::string();
  ::close(ends[0]);
  if (!number.empty()) name_ = ":" + number;
}

Display::~Display() {
  if (server_ < 0) return;
  ::kill(server_, SIGTERM);
  ::waitpid(server_, nullptr, 0);
}

}  // namespace bench
