#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace render {

/// The constants of SHA-256's 64 rounds (FIPS 180-4, 4.2.2).
extern const std::array<std::uint32_t, 64> kSha256Rounds;

/// Takes `count` blocks of 64 bytes into the eight words of a SHA-256.
using Sha256Blocks = void (*)(std::array<std::uint32_t, 8>& state, const std::uint8_t* bytes,
                              std::size_t count);

void sha256_blocks_plain(std::array<std::uint32_t, 8>& state, const std::uint8_t* bytes, std::size_t count);

/// By the processor's own instructions, about six times as fast; nullptr where it has none.
Sha256Blocks sha256_blocks_of_processor();

}  // namespace render
