#include "app/window/cases/desktop_chooser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <string_view>

extern char** environ;

namespace app {
namespace fs = std::filesystem;
namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value;
}

fs::path in_path(const std::string& program) {
  std::istringstream folders(is_set("PATH") ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path file = fs::path(folder) / program;
    if (!folder.empty() && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

std::vector<std::string> command_for(const ChooserWish& wish) {
  const std::string start = wish.saving ? wish.start.string() : (wish.start / "").string();
  if (const fs::path zenity = in_path("zenity"); !zenity.empty()) {
    std::vector<std::string> words = {zenity.string(), "--file-selection", "--title=" + wish.title,
                                      "--filename=" + start};
    // Whether a file of that name may go is asked by us.
    if (wish.saving) words.emplace_back("--save");
    return words;
  }
  if (const fs::path kdialog = in_path("kdialog"); !kdialog.empty())
    return {kdialog.string(), "--title", wish.title, wish.saving ? "--getsavefilename" : "--getopenfilename",
            start};
  return {};
}

/// Starts a program whose output comes through `output`. 0 where it cannot be started.
pid_t start(const std::vector<std::string>& words, int& output) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return 0;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t process = 0;
  const int failed = ::posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed) {
    ::close(ends[0]);
    return 0;
  }
  output = ends[0];
  return process;
}

std::string all_of(int input) {
  constexpr std::size_t kMost = 64U << 10U;
  std::string text;
  std::array<char, 4096> piece;
  for (;;) {
    const ssize_t got = ::read(input, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    if (text.size() < kMost) text.append(piece.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::unique_ptr<DesktopChooser> DesktopChooser::open(const ChooserWish& wish, std::function<void()> on_news) {
  const char* told = std::getenv("FORESHOW_CHOOSER");
  if (told && std::string_view(told) == "window") return nullptr;
  if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) return nullptr;
  const std::vector<std::string> words = command_for(wish);
  if (words.empty()) return nullptr;
  int output = -1;
  const pid_t process = start(words, output);
  if (process == 0) return nullptr;
  return std::unique_ptr<DesktopChooser>(new DesktopChooser(process, output, std::move(on_news)));
}

DesktopChooser::DesktopChooser(int process, int output, std::function<void()> on_news)
    : process_(process), thread_([this, output, news = std::move(on_news)] { listen(output, news); }) {}

DesktopChooser::~DesktopChooser() {
  if (!answer()) ::kill(process_, SIGTERM);
  thread_.join();
}

std::optional<DesktopChooser::Answer> DesktopChooser::answer() const {
  const std::lock_guard lock(mutex_);
  return answer_;
}

void DesktopChooser::listen(int output, const std::function<void()>& on_news) {
  std::string text = all_of(output);
  ::close(output);
  // Its number is ours until it is waited for; an answer is there before, so that nobody is ended by mistake.
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
  }
  Answer answer;
  const bool ended = info.si_code == CLD_EXITED;
  if (ended && info.si_status == 0) {
    if (text.ends_with('\n')) text.pop_back();
    answer.file = text;
  }
  // 1: cancelled.
  answer.failed = !ended || info.si_status > 1;
  {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(answer);
  }
  ::waitpid(process_, nullptr, 0);
  on_news();
}

}  // namespace app
