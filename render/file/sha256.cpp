#include "render/file/sha256.h"

#include <algorithm>
#include <cstring>

#include "render/file/sha256_blocks.h"

namespace render {
namespace {

void take_blocks(std::array<std::uint32_t, 8>& state, const std::uint8_t* bytes, std::size_t count) {
  static const Sha256Blocks fast = sha256_blocks_of_processor();
  (fast ? fast : sha256_blocks_plain)(state, bytes, count);
}

}  // namespace

Sha256::Sha256()
    : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19} {
}

void Sha256::add(std::span<const std::byte> bytes) {
  total_ += bytes.size();
  if (pending_size_ > 0) {
    const std::size_t take = std::min(pending_.size() - pending_size_, bytes.size());
    std::memcpy(pending_.data() + pending_size_, bytes.data(), take);
    pending_size_ += take;
    bytes = bytes.subspan(take);
    if (pending_size_ < pending_.size()) return;
    take_blocks(state_, pending_.data(), 1);
    pending_size_ = 0;
  }
  const std::size_t whole = bytes.size() / pending_.size();
  take_blocks(state_, reinterpret_cast<const std::uint8_t*>(bytes.data()), whole);
  bytes = bytes.subspan(whole * pending_.size());
  if (!bytes.empty()) std::memcpy(pending_.data(), bytes.data(), bytes.size());
  pending_size_ = bytes.size();
}

std::string Sha256::finish() {
  const std::uint64_t bits = total_ * 8;
  const std::byte one{0x80};
  const std::byte zero{0};
  add({&one, 1});
  while (pending_size_ != 56) add({&zero, 1});
  std::array<std::byte, 8> length;
  for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<std::byte>(bits >> (56 - 8 * i));
  add(length);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : state_)
    for (int shift = 28; shift >= 0; shift -= 4) text += kDigits[(word >> shift) & 15u];
  return text;
}

std::string sha256_of_bytes(std::span<const std::uint8_t> bytes) {
  Sha256 hash;
  hash.add_values(bytes);
  return hash.finish();
}

std::string sha256_of_text(std::string_view text) {
  Sha256 hash;
  hash.add_text(text);
  return hash.finish();
}

}  // namespace render
