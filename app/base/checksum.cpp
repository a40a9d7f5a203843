#include "app/base/checksum.h"

#include <algorithm>
#include <cstring>

namespace app {

void Checksum::groups(const std::byte* bytes, std::size_t count) {
  std::array<std::uint64_t, 8> word;
  static_assert(sizeof word == kGroup);
  for (std::size_t i = 0; i < count; ++i) {
    std::memcpy(word.data(), bytes + i * kGroup, kGroup);
    for (std::size_t lane = 0; lane < word.size(); ++lane) {
      sums_[lane] += word[lane];
      sums_of_sums_[lane] += sums_[lane];
    }
  }
}

void Checksum::add(std::span<const std::byte> bytes) {
  total_ += bytes.size();
  if (pending_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), kGroup - pending_size_);
    std::copy_n(bytes.begin(), taken, pending_.begin() + static_cast<std::ptrdiff_t>(pending_size_));
    pending_size_ += taken;
    bytes = bytes.subspan(taken);
    if (pending_size_ < kGroup) return;
    groups(pending_.data(), 1);
    pending_size_ = 0;
  }
  const std::size_t whole = bytes.size() / kGroup;
  groups(bytes.data(), whole);
  bytes = bytes.subspan(whole * kGroup);
  std::copy(bytes.begin(), bytes.end(), pending_.begin());
  pending_size_ = bytes.size();
}

std::uint64_t Checksum::finish() {
  std::fill(pending_.begin() + static_cast<std::ptrdiff_t>(pending_size_), pending_.end(), std::byte{0});
  groups(pending_.data(), 1);
  // Odd multipliers lose nothing; that of Knuth's multiplicative hashing spreads the bits.
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
  std::uint64_t out = total_;
  for (const auto* lanes : {&sums_, &sums_of_sums_})
    for (const std::uint64_t sum : *lanes) out = (out ^ sum ^ (out >> 29U)) * kSpread;
  return out;
}

}  // namespace app
