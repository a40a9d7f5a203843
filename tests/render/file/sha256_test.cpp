#include "render/file/sha256.h"

#include <gtest/gtest.h>

#include "render/file/sha256_blocks.h"

namespace render {
namespace {

// Test vectors of FIPS 180-4.
TEST(Sha256, KnownValues) {
  EXPECT_EQ(sha256_of_text(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of_text("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_of_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_of_text(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesEqualTheWhole) {
  Sha256 hash;
  for (int i = 0; i < 1000; ++i) hash.add_text("0123456");
  std::string whole;
  for (int i = 0; i < 1000; ++i) whole += "0123456";
  EXPECT_EQ(hash.finish(), sha256_of_text(whole));
}

TEST(Sha256, TheProcessorsInstructionsAgreeWithThePlainRounds) {
  const Sha256Blocks fast = sha256_blocks_of_processor();
  if (!fast) GTEST_SKIP() << "the processor has no instructions for SHA-256";
  std::array<std::uint8_t, 5 * 64> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * 167 + i / 7);
  std::array<std::uint32_t, 8> plain{1, 2, 3, 0x80000000, 0xffffffff, 6, 7, 8};
  std::array<std::uint32_t, 8> other = plain;
  sha256_blocks_plain(plain, bytes.data(), 5);
  fast(other, bytes.data(), 5);
  EXPECT_EQ(other, plain);
}

}  // namespace
}  // namespace render
