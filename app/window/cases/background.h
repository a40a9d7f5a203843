#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace app {

/// A thread that does what it is given, one after another, so that no frame waits for a disk. What is given
/// must not throw. All of it is done before the end.
class Background {
 public:
  Background() : thread_([this] { work(); }) {}
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void add(std::function<void()> work);
  /// Waits until all is done that was given so far.
  void finish();

 private:
  void work();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool busy_ = false;
  bool stop_ = false;
  std::thread thread_;  // last: it begins with the rest in place
};

}  // namespace app
