#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <new>
#include <random>
#include <string>
#include <vector>

#include "tests/app/scratch.h"
#include "tests/app/window/cases/desk_in_memory.h"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMostLostS = 5.0;
constexpr int kMostEdits = 100'000;
constexpr int kAtOnce = 20;

double now_s() {
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

/// When each edit was made, told to the one who kills.
struct Diary {
  volatile int edits = 0;
  double made_s[kMostEdits] = {};
};

/// Types, saves now and then, and never stops by itself.
[[noreturn]] void work(const std::filesystem::path& folder, Diary& diary, unsigned seed) {
  ::setenv("FORESHOW_CHOOSER", "window", 1);
  DeskInMemory desk(folder);
  std::mt19937 random(seed);
  // So long that writing takes its time.
  const std::string ballast(8000, 'x');
  for (int n = 1; n < kMostEdits; ++n) {
    desk.act(action::SetNotes{std::to_string(n) + " " + ballast});
    diary.made_s[n] = now_s();
    diary.edits = n;
    // Half of them hardly ever: what they did is only kept against the end.
    if (random() % (seed % 2 == 0 ? 40 : 1000) == 0) {
      desk.ask(action::CaseStep::save);
      if (desk.status().dialog == CaseDialog::chooser) desk.choose("case.json");
    }
    desk.take(desk.cases.follow(desk.history.now, now_s()));
    ::usleep(20'000);
  }
  ::_exit(0);
}

int edit_of(const Case& value) {
  return value.notes.empty() ? 0 : std::atoi(value.notes.c_str());
}

/// The newest edit that the next start finds: in the file, or among what is offered. Both are whole.
int newest_edit(const std::filesystem::path& folder) {
  int newest = 0;
  const auto file = folder / "case.json";
  if (std::filesystem::exists(file)) newest = edit_of(read_case(file));
  DeskInMemory next(folder);
  if (next.status().dialog != CaseDialog::left_behind) return newest;
  next.ask(action::CaseStep::recover);
  return std::max(newest, edit_of(case_of(next.history.now, next.history.now.region)));
}

TEST(KilledDesk, LosesAtMostTheLastSeconds) {
  const char* full = std::getenv("FORESHOW_FULL");
  const int moments = full && std::string(full) == "1" ? 200 : 20;
  std::mt19937 random(7);
  double worst_s = 0.0;
  int files = 0;
  for (int done = 0; done < moments; done += kAtOnce) {
    struct Worker {
      Scratch scratch;
      Diary* diary = nullptr;
      pid_t process = 0;
      double kill_at_s = 0.0;
    };
    std::vector<Worker> workers(kAtOnce);
    const double start_s = now_s();
    for (Worker& one : workers) {
      void* shared =
          ::mmap(nullptr, sizeof(Diary), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
      ASSERT_NE(shared, MAP_FAILED);
      one.diary = new (shared) Diary;
      one.kill_at_s = start_s + std::uniform_real_distribution<>(0.5, 9.0)(random);
      const unsigned seed = random();
      one.process = ::fork();
      if (one.process == 0) work(one.scratch.folder(), *one.diary, seed);
    }
    std::vector<Worker*> order;
    for (Worker& one : workers) order.push_back(&one);
    std::sort(order.begin(), order.end(),
              [](const Worker* a, const Worker* b) { return a->kill_at_s < b->kill_at_s; });
    for (Worker* one : order) {
      ::usleep(static_cast<useconds_t>(std::max(0.0, one->kill_at_s - now_s()) * 1e6));
      ::kill(one->process, SIGKILL);
      const double killed_s = now_s();
      ::waitpid(one->process, nullptr, 0);
      const int last = one->diary->edits;
      const int found = newest_edit(one->scratch.folder());
      files += std::filesystem::exists(one->scratch / "case.json");
      // The first edit that is gone was made so long before the end.
      const double lost_s = found >= last ? 0.0 : killed_s - one->diary->made_s[found + 1];
      worst_s = std::max(worst_s, lost_s);
      EXPECT_LE(lost_s, kMostLostS) << last << " edits, " << found << " found";
      ::munmap(one->diary, sizeof(Diary));
    }
  }
  EXPECT_GT(files, moments / 4) << "too few were killed after a save to tell anything";
  std::cout << moments << " moments, at most " << worst_s << " s lost, " << files << " had saved before\n";
}

}  // namespace
}  // namespace app
