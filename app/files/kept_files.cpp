#include "app/files/kept_files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "app/files/file.h"

namespace app {
namespace fs = std::filesystem;
namespace {

// Counted up when the form of kept files changes.
constexpr std::string_view kMagic = "FORESHOW KEPT 1\n";
constexpr std::size_t kStart = 2 * kKeptAlignment;  // of the bytes kept, after magic and key
constexpr std::size_t kEnd = sizeof(std::uint64_t);
constexpr std::size_t kMostBytes = 256U << 20U;     // more is no file of this kind
constexpr std::size_t kPiece = 128U << 10U;         // read at once: small, so that checking needs no memory
constexpr auto kAbandoned = std::chrono::hours(1);  // a file still being written after that never will be

class Handle {
 public:
  explicit Handle(int number) : number_(number) {}
  ~Handle() {
    if (number_ >= 0) ::close(number_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

std::string header_of(std::string_view key) {
  std::string header(kMagic);
  header += key;
  header.resize(kStart, '\0');
  return header;
}

/// Reads all but the end of the file; true when it starts as it should and its checksum is right.
bool is_whole(int file, std::size_t size, std::string_view key) {
  const std::string header = header_of(key);
  std::array<std::byte, kPiece> piece;
  Checksum sum;
  for (std::size_t at = 0; at < size - kEnd;) {
    const std::size_t wanted = std::min(kPiece, size - kEnd - at);
    const ssize_t got = ::pread(file, piece.data(), wanted, static_cast<off_t>(at));
    if (got <= 0) return false;
    const auto bytes = std::span(piece).first(static_cast<std::size_t>(got));
    if (at == 0) {
      const auto start = std::as_bytes(std::span(header));
      if (bytes.size() < start.size() || !std::equal(start.begin(), start.end(), bytes.begin())) return false;
    }
    sum.add(bytes);
    at += bytes.size();
  }
  std::uint64_t told = 0;
  return ::pread(file, &told, kEnd, static_cast<off_t>(size - kEnd)) == static_cast<ssize_t>(kEnd) &&
         told == sum.value();
}

/// A file under a name of its own that is gone at the end unless it was given its place.
class NewFile {
 public:
  explicit NewFile(const fs::path& folder) : name_((folder / "new-XXXXXX").string()) {
    const int number = ::mkstemp(name_.data());
    if (number < 0) throw std::runtime_error("the folder cannot be written");
    // What is prepared at set-up is read by whoever runs the program later.
    ::fchmod(number, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    stream_ = ::fdopen(number, "wb");
    if (!stream_) ::close(number);
  }
  ~NewFile() {
    if (stream_) std::fclose(stream_);
    std::error_code error;
    if (!placed_) fs::remove(name_, error);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  std::FILE* stream() const { return stream_; }
  void place(const fs::path& path) {
    if (std::fclose(std::exchange(stream_, nullptr)) != 0) throw std::runtime_error("cannot be written");
    fs::rename(name_, path);
    placed_ = true;
  }

 private:
  std::string name_;
  std::FILE* stream_ = nullptr;
  bool placed_ = false;
};

}  // namespace

MappedBytes::~MappedBytes() {
  ::munmap(const_cast<std::byte*>(data_), size_);
}

void MappedBytes::release() const {
  // A hint: where it is not followed nothing is lost.
  ::madvise(const_cast<std::byte*>(data_), size_, MADV_DONTNEED);
}

void KeptSink::add(std::span<const std::byte> bytes) {
  if (!file_ || std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
    throw std::runtime_error("cannot be written");
  sum_.add(bytes);
  count_ += bytes.size();
}

void KeptSink::align() {
  constexpr std::array<std::byte, kKeptAlignment> kZeros{};
  const std::size_t over = count_ % kKeptAlignment;
  if (over > 0) add(std::span(kZeros).first(kKeptAlignment - over));
}

fs::path KeptFiles::file_of(std::string_view key) const {
  return folder_ / (std::string(key.substr(0, 32)) + extension_);
}

KeptBytes KeptFiles::open(std::string_view key) const {
  if (folder_.empty()) return {};
  const Handle file(::open(file_of(key).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about {};
  if (file.get() < 0 || ::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode)) return {};
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size < kStart + kEnd || size > kMostBytes || !is_whole(file.get(), size, key)) return {};
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) return {};
  auto owner = std::make_shared<const MappedBytes>(static_cast<const std::byte*>(memory), size);
  const auto bytes = owner->all().subspan(kStart, size - kStart - kEnd);
  return {std::move(owner), bytes};
}

void KeptFiles::keep(std::string_view key, const std::function<void(KeptSink&)>& fill) const {
  if (!writes()) return;
  try {
    make_folder(folder_);
    NewFile file(folder_);
    KeptSink sink(file.stream());
    const std::string header = header_of(key);
    sink.add(std::as_bytes(std::span(header)));
    fill(sink);
    const std::uint64_t sum = sink.finish();
    KeptSink(file.stream()).add(std::as_bytes(std::span(&sum, 1)));
    file.place(file_of(key));
    forget_oldest();
  } catch (const std::exception&) {
    // A full or read-only disk costs time at the next start, nothing else.
  }
}

/// Others may add and remove files meanwhile: one that is gone is none to forget.
void KeptFiles::forget_oldest() const {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const auto written = entry.last_write_time(error);
    if (error) continue;
    if (entry.path().extension() == extension_) files.emplace_back(written, entry.path());
    if (entry.path().filename().string().starts_with("new-") &&
        written < fs::file_time_type::clock::now() - kAbandoned)
      fs::remove(entry.path(), error);
  }
  if (files.size() <= most_) return;
  std::sort(files.begin(), files.end());
  files.resize(files.size() - most_);
  for (const auto& [time, path] : files) fs::remove(path, error);
}

}  // namespace app
