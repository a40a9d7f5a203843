#include "app/files/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <span>
#include <string>
#include <system_error>

#include "render/file/sha256.h"

namespace app {
namespace fs = std::filesystem;
namespace {

/// Whether the open file is still the one of that name: whoever gave the lock back has removed it.
bool is_still(int handle, const fs::path& file) {
  struct stat open {
  }, named{};
  return ::fstat(handle, &open) == 0 && ::stat(file.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
         open.st_dev == named.st_dev;
}

}  // namespace

std::optional<FileLock> FileLock::take(const fs::path& file) {
  for (;;) {
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (handle < 0) return std::nullopt;
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
      ::close(handle);
      return std::nullopt;
    }
    if (is_still(handle, file)) return FileLock(file, handle);
    ::close(handle);
  }
}

FileLock::~FileLock() {
  if (handle_ < 0) return;
  ::unlink(file_.c_str());
  ::close(handle_);
}

std::optional<FileLock> lock_of(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path whole = fs::weakly_canonical(file, error);
  const std::string name = error ? file.string() : whole.string();
  render::Sha256 hash;
  hash.add_values(std::span(name.data(), name.size()));
  return FileLock::take(folder / ("open-" + hash.finish().substr(0, 32) + ".lock"));
}

}  // namespace app
