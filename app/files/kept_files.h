#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "app/base/checksum.h"
#include "app/files/paths.h"

namespace app {

/// The bytes of a kept file, mapped into memory: pages come from the disk's cache when they are first read.
class MappedBytes {
 public:
  MappedBytes(const std::byte* data, std::size_t size) : data_(data), size_(size) {}
  ~MappedBytes();
  MappedBytes(const MappedBytes&) = delete;
  MappedBytes& operator=(const MappedBytes&) = delete;
  std::span<const std::byte> all() const { return {data_, size_}; }
  /// They are not needed for now: their memory goes back to the system until they are read again.
  void release() const;

 private:
  const std::byte* data_;
  std::size_t size_;
};

/// What was kept under a key; `bytes` lives as long as `owner`.
struct KeptBytes {
  std::shared_ptr<const MappedBytes> owner;
  std::span<const std::byte> bytes;  // starts at kKeptAlignment
  explicit operator bool() const { return owner != nullptr; }
};

/// KeptBytes bytes start at such an address and file position.
inline constexpr std::size_t kKeptAlignment = 64;

/// Takes the bytes of a file that is being kept, in order.
class KeptSink {
 public:
  explicit KeptSink(std::FILE* file) : file_(file) {}
  void add(std::span<const std::byte> bytes);
  /// Zeros up to the next multiple of kKeptAlignment, counted from the first byte added.
  void align();
  std::uint64_t finish() { return sum_.value(); }

 private:
  std::FILE* file_;
  Checksum sum_;
  std::size_t count_ = 0;
};

/// One kind of file that the program makes for itself and can make again at any time, in a folder of the
/// cache. A file has its key in it, and a checksum at its end: one that is cut short, changed, of another
/// version or of another key is as good as none. Files are written whole or not at all, so that several
/// threads and processes may use the folder at once, and anybody may delete any of them. The oldest go when
/// there are too many. Nothing here throws: a folder that cannot be read or written, or none (empty), only
/// costs the time to work things out again.
class KeptFiles {
 public:
  /// `extension` with its dot tells the kind; at most `most` of it stay.
  KeptFiles(std::filesystem::path folder, std::string extension, std::size_t most, CacheUse use)
      : folder_(std::move(folder)), extension_(std::move(extension)), most_(most), use_(use) {}

  /// Reads the file once to check it, about 10 milliseconds for 14 MB, and maps it. Null when there is none.
  KeptBytes open(std::string_view key) const;
  /// Keeps what `fill` adds; nothing when it throws or the folder is read only. `key` names all that the
  /// bytes depend on: a SHA-256 in hexadecimal digits.
  void keep(std::string_view key, const std::function<void(KeptSink&)>& fill) const;
  bool writes() const { return use_ == CacheUse::read_and_write && !folder_.empty(); }
  std::filesystem::path file_of(std::string_view key) const;

 private:
  void forget_oldest() const;

  std::filesystem::path folder_;
  std::string extension_;
  std::size_t most_;
  CacheUse use_;
};

}  // namespace app
