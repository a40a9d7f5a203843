#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace render {

/// SHA-256 (FIPS 180-4), fed in pieces.
class Sha256 {
 public:
  Sha256();
  void add(std::span<const std::byte> bytes);
  template <typename T>
  void add_values(std::span<const T> values) {
    add(std::as_bytes(values));
  }
  void add_text(std::string_view text) { add(std::as_bytes(std::span(text.data(), text.size()))); }
  /// 64 lower-case hexadecimal digits. Call once, last.
  std::string finish();

 private:
  std::array<std::uint32_t, 8> state_;
  std::array<std::uint8_t, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

std::string sha256_of_text(std::string_view text);
std::string sha256_of_bytes(std::span<const std::uint8_t> bytes);

}  // namespace render
