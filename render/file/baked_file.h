#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "render/file/shared_array.h"

namespace render {

/// A file that set-up makes ready for this machine and the program maps and uses where it lies: nothing is
/// decoded or copied. It holds sections of arrays, each with a checksum (CRC-32), and a directory of texts,
/// numbers and places of arrays. It names its kind and version; another kind, version, size or checksum is an
/// AssetError `FILE: what is wrong; how to make it anew`. Little-endian, as every machine we build for.
///
///     64 bytes   kind (16, padded with 0), version u32, sections u32, file size u64, directory offset u64
///     and
///                size u64, checksum of the directory u32, of these 52 bytes u32, 0
///     sections   from a multiple of 4096 on; arrays in them from a multiple of 64 on
///     directory  per section: offset u64, size u64, checksum u64; then what add() was called with, in order
class BakedFileWriter {
 public:
  BakedFileWriter(std::string_view kind, std::uint32_t version, std::size_t sections);

  void add_number(std::uint64_t number);
  void add_text(std::string_view text);
  template <typename T>
  void add_array(std::size_t section, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
    add_bytes(section, std::as_bytes(values), values.size());
  }
  /// The whole file. The same calls give the same bytes.
  std::vector<std::uint8_t> finish() const;

  static constexpr std::size_t kAlignment = 64;

 private:
  void add_bytes(std::size_t section, std::span<const std::byte> bytes, std::size_t count);

  std::string kind_;
  std::uint32_t version_;
  std::vector<std::vector<std::uint8_t>> sections_;
  std::vector<std::uint8_t> directory_;
};

/// Such a file, mapped. Arrays read from it keep it open.
class BakedFile : public std::enable_shared_from_this<BakedFile> {
 public:
  /// Checks header and directory; sections are checked when first wanted. Throws AssetError.
  static std::shared_ptr<const BakedFile> open(const std::filesystem::path& path, std::string_view kind,
                                               std::uint32_t version);
  BakedFile(const BakedFile&) = delete;
  BakedFile& operator=(const BakedFile&) = delete;
  ~BakedFile();

  /// Throws AssetError unless the section holds what was written. Reads it once, whatever is called how often
  /// from how many threads.
  void verify(std::size_t section) const;
  /// The section is not needed for now: its memory goes back to the system until it is read again.
  void release(std::size_t section) const;
  [[noreturn]] void fail(const std::string& what) const;

 private:
  friend class BakedFileReader;
  struct Section {
    std::span<const std::byte> bytes;
    std::uint32_t checksum = 0;
    mutable std::once_flag verified;
  };

  BakedFile(std::filesystem::path path, std::span<const std::byte> bytes);
  void read_header(std::string_view kind, std::uint32_t version);

  std::filesystem::path path_;
  std::span<const std::byte> bytes_;
  std::vector<Section> sections_;
  std::span<const std::byte> directory_;  // after the sections' entries
};

/// Reads the directory in the order in which it was written. Throws AssetError past its end.
class BakedFileReader {
 public:
  explicit BakedFileReader(std::shared_ptr<const BakedFile> file)
      : file_(std::move(file)), rest_(file_->directory_) {}

  std::uint64_t number();
  std::string text();
  /// Of a section that may not be verified yet: not to be read before that.
  template <typename T>
  SharedArray<T> array() {
    const std::span<const std::byte> bytes = array_bytes(sizeof(T));
    return SharedArray<T>(
        file_, std::span<const T>(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)));
  }

 private:
  std::span<const std::byte> take(std::size_t size);
  std::span<const std::byte> array_bytes(std::size_t value_size);

  std::shared_ptr<const BakedFile> file_;
  std::span<const std::byte> rest_;
};

}  // namespace render
