#include "app/files/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "app/base/error.h"

namespace app {
namespace fs = std::filesystem;

namespace {
constexpr std::size_t kFirstPiece = 64U << 10U;  // of what does not tell its size
}  // namespace

void fail_file(FileOwner owner, const fs::path& path, const std::string& message) {
  const std::string text = path.string() + ": " + message;
  if (owner == FileOwner::user) throw InputError(text);
  throw AssetError(text);
}

std::string read_file(const fs::path& path, FileOwner owner, std::size_t max_bytes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) fail_file(owner, path, "no such file");
  if (status.type() == fs::file_type::directory) fail_file(owner, path, "is a folder, expected a file");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) fail_file(owner, path, std::string("cannot be opened: ") + std::strerror(errno));
  // What the file says of its size is a start: a pipe has none, and a file may grow while it is read. One
  // byte beyond it, so that most files end within the first piece.
  const std::uintmax_t told = fs::file_size(path, error);
  std::size_t piece = error || told == 0
                          ? kFirstPiece
                          : static_cast<std::size_t>(std::min<std::uintmax_t>(told, max_bytes)) + 1;
  std::string bytes;
  while (stream && bytes.size() <= max_bytes) {
    piece = std::min(piece, max_bytes + 1 - bytes.size());
    const std::size_t before = bytes.size();
    bytes.resize(before + piece);
    stream.read(bytes.data() + before, static_cast<std::streamsize>(piece));
    if (stream.bad()) fail_file(owner, path, "cannot be read");
    bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    piece = std::max(kFirstPiece, bytes.size());
  }
  if (bytes.empty()) fail_file(owner, path, "the file is empty");
  if (bytes.size() > max_bytes)
    fail_file(owner, path,
              "larger than " + std::to_string(max_bytes / 1024) + " kB, not a file of this kind");
  return bytes;
}

fs::path temporary_name(const fs::path& path) {
  // The extension is kept because writers choose the format by it.
  return path.parent_path() / (path.stem().string() + ".part" + path.extension().string());
}

namespace {

[[noreturn]] void fail_writing(const fs::path& path, int number) {
  if (number == ENOSPC || number == EDQUOT)
    fail_file(FileOwner::user, path, "cannot be written (is the disk full?)");
  fail_file(FileOwner::user, path, std::string("cannot be written: ") + std::strerror(number));
}

/// 0, or errno.
int write_all(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// A file that is there and can be replaced by another, or none; not a device or a pipe.
bool is_replaceable(const fs::path& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found ||
         type == fs::file_type::directory;
}

void write_into(const fs::path& path, std::string_view bytes) {
  // A pipe that nobody reads is told at once instead of waiting for a reader.
  const int handle = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (handle < 0) fail_writing(path, errno);
  ::fcntl(handle, F_SETFL, 0);
  const int failed = write_all(handle, bytes);
  if (::close(handle) != 0 || failed) fail_writing(path, failed ? failed : errno);
}

/// The file itself, where `path` is a link to one that need not be there yet.
fs::path end_of_links(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, error); ++i)
    path = path.parent_path() / fs::read_symlink(path, error);
  return path;
}

/// A new file in the folder of `path` under a name that no other has; gone at the end unless it was placed.
class Part {
 public:
  Part(const fs::path& path, mode_t mode) : path_(path) {
    static std::atomic<unsigned> count{0};
    do {
      name_ =
          path.parent_path() / (".foreshow-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
      handle_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    } while (handle_ < 0 && errno == EEXIST);
    if (handle_ < 0) fail_writing(path, errno);
  }
  ~Part() {
    if (handle_ >= 0) ::close(handle_);
    std::error_code error;
    if (!placed_) fs::remove(name_, error);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  void take_mode(mode_t mode) { ::fchmod(handle_, mode); }
  void fill(std::string_view bytes, bool to_disk) {
    const int failed = write_all(handle_, bytes);
    if (failed) fail_writing(path_, failed);
    if (to_disk && ::fsync(handle_) != 0 && errno != EINVAL) fail_writing(path_, errno);
    if (::close(std::exchange(handle_, -1)) != 0) fail_writing(path_, errno);
  }
  void place() {
    if (::rename(name_.c_str(), path_.c_str()) != 0) fail_writing(path_, errno);
    placed_ = true;
  }

 private:
  fs::path path_, name_;
  int handle_ = -1;
  bool placed_ = false;
};

}  // namespace

void write_file(const fs::path& path, std::string_view bytes, FileReaders readers) {
  if (!is_replaceable(path)) return write_into(path, bytes);
  const fs::path file = end_of_links(path);
  require_writable_file(file);
  const bool owner = readers == FileReaders::owner;
  constexpr mode_t kOwner = S_IRUSR | S_IWUSR, kUsual = kOwner | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
  Part part(file, owner ? kOwner : kUsual);
  struct stat about {};
  if (!owner && ::stat(file.c_str(), &about) == 0) part.take_mode(about.st_mode & 07777);
  part.fill(bytes, owner);
  part.place();
}

void require_writable_folder(const fs::path& folder) {
  std::error_code error;
  fs::path existing = folder.empty() ? fs::path(".") : folder;
  while (!fs::exists(existing, error)) {
    const fs::path above = existing.parent_path();
    if (above == existing) break;
    existing = above.empty() ? fs::path(".") : above;
  }
  if (!fs::is_directory(existing, error))
    fail_file(FileOwner::user, folder, existing.string() + " is not a folder, expected a folder to write to");
  // Trying is the only sure answer: mode bits say little on read-only and network disks.
  std::string probe = (existing / ".foreshow-XXXXXX").string();
  const int handle = ::mkstemp(probe.data());
  if (handle < 0)
    fail_file(FileOwner::user, folder, std::string("the folder cannot be written: ") + std::strerror(errno));
  ::close(handle);
  fs::remove(probe, error);
}

void require_writable_file(const fs::path& path) {
  std::error_code error;
  if (path.filename().empty() || fs::is_directory(path, error))
    fail_file(FileOwner::user, path, "is a folder, expected a file name");
  if (!is_replaceable(path)) return;
  if (!path.parent_path().empty() && !fs::exists(path.parent_path(), error))
    fail_file(FileOwner::user, path, "the folder " + path.parent_path().string() + " does not exist");
  require_writable_folder(path.parent_path());
}

void require_other_file(const fs::path& written, const fs::path& read) {
  std::error_code error;
  if (fs::equivalent(written, read, error))
    fail_file(FileOwner::user, written,
              "is itself read here and would be lost, expected another name to write to");
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail_file(FileOwner::user, folder, "the folder cannot be made: " + error.message());
}

}  // namespace app
