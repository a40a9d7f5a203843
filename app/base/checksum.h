#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace app {

/// CRC-32 (zlib's) and length of bytes that come in pieces. It finds what crashes and disks do to a file, not
/// what somebody does to it on purpose.
class Checksum {
 public:
  void add(std::span<const std::byte> bytes);
  std::uint64_t value() const { return total_ << 32U | crc_; }

 private:
  std::uint32_t crc_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace app
