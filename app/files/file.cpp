#include "app/files/file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <system_error>

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

void write_file(const fs::path& path, std::string_view bytes) {
  require_writable_file(path);
  const fs::path part = temporary_name(path);
  std::ofstream stream(part, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code error;
  if (!stream) {
    fs::remove(part, error);
    fail_file(FileOwner::user, path, "cannot be written (is the disk full?)");
  }
  fs::rename(part, path, error);
  if (!error) return;
  const std::string reason = error.message();
  fs::remove(part, error);
  fail_file(FileOwner::user, path, "cannot be written: " + reason);
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
