#include "app/files/file_hash.h"

#include <gtest/gtest.h>

#include "app/base/error.h"
#include "render/file/sha256.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

TEST(FileHash, IsThatOfItsBytes) {
  Scratch scratch;
  EXPECT_EQ(sha256_of_file(scratch.write("f", "abc")), render::sha256_of_text("abc"));
  EXPECT_THROW(sha256_of_file(scratch / "none"), AssetError);
}

}  // namespace
}  // namespace app
