#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace app {

/// A lock that one process on this machine holds. It ends with the process, however that ends.
class FileLock {
 public:
  /// Makes the file (mode 0600) and locks it; empty when another holds it, or it cannot be made.
  static std::optional<FileLock> take(const std::filesystem::path& file);
  /// Gives the lock back; the file goes as well.
  ~FileLock();
  FileLock(FileLock&& other) noexcept
      : file_(std::move(other.file_)), handle_(std::exchange(other.handle_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(handle_, other.handle_);
    return *this;
  }

  const std::filesystem::path& file() const { return file_; }

 private:
  FileLock(std::filesystem::path file, int handle) : file_(std::move(file)), handle_(handle) {}
  std::filesystem::path file_;
  int handle_;
};

/// The lock in `folder` of whoever has `file` open to write it. Empty as take() is.
std::optional<FileLock> lock_of(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace app
