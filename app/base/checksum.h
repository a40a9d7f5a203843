#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace app {

/// Fletcher's checksum with sums of 64 bits in eight lanes, fed in pieces. It finds what crashes and disks do
/// to a file, not what somebody does to it on purpose; megabytes cost less than reading them.
class Checksum {
 public:
  void add(std::span<const std::byte> bytes);
  /// Of all bytes added and their number. Call once, last.
  std::uint64_t finish();

 private:
  static constexpr std::size_t kGroup = 64;
  void groups(const std::byte* bytes, std::size_t count);

  std::array<std::uint64_t, 8> sums_{};
  std::array<std::uint64_t, 8> sums_of_sums_{};
  std::array<std::byte, kGroup> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace app
