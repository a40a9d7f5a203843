#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// What a file chooser is asked for.
struct ChooserWish {
  bool saving = false;
  std::string title;
  std::filesystem::path start;  // a folder to open in; a file name in it when saving
};

/// The desktop's own file chooser, as a program of its own (zenity or kdialog) beside ours: no frame waits
/// for it, and it goes when this goes.
class DesktopChooser {
 public:
  struct Answer {
    std::filesystem::path file;  // empty: none was chosen
    bool failed = false;         // the program did not run as it should
  };

  /// Null where the desktop has none, there is no display, or FORESHOW_CHOOSER says `window`. `on_news` is
  /// called from another thread once there is an answer.
  static std::unique_ptr<DesktopChooser> open(const ChooserWish& wish, std::function<void()> on_news);
  ~DesktopChooser();
  DesktopChooser(const DesktopChooser&) = delete;
  DesktopChooser& operator=(const DesktopChooser&) = delete;

  /// Once it has come.
  std::optional<Answer> answer() const;

 private:
  DesktopChooser(int process, int output, std::function<void()> on_news);
  void listen(int output, const std::function<void()>& on_news);

  int process_;
  mutable std::mutex mutex_;
  std::optional<Answer> answer_;
  std::thread thread_;
};

}  // namespace app
