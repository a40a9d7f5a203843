#include "render/file/baked_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/error.h"
#include "render/file/whole_file.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kKind = "TEST THINGS";
const std::vector<float> kFloats{1.5f, -2.0f, 0.25f};
const std::vector<std::uint32_t> kNumbers{7, 8};

std::vector<std::uint8_t> made() {
  BakedFileWriter out(kKind, 3, 2);
  out.add_text("legs");
  out.add_number(42);
  out.add_array(0, std::span<const float>(kFloats));
  out.add_array(1, std::span<const std::uint32_t>(kNumbers));
  out.add_array(1, std::span<const float>());
  return out.finish();
}

class BakedFiles : public testing::Test {
 protected:
  std::shared_ptr<const BakedFile> open(const std::vector<std::uint8_t>& bytes, std::uint32_t version = 3) {
    write_whole_file(path_, bytes);
    return BakedFile::open(path_, kKind, version);
  }
  /// What is told of these bytes; empty where nothing is wrong.
  std::string complaint(const std::vector<std::uint8_t>& bytes) {
    try {
      const auto file = open(bytes);
      file->verify(0);
      file->verify(1);
    } catch (const AssetError& error) {
      return error.what();
    }
    return "";
  }

  ScratchFolder folder_;
  const std::filesystem::path path_ = folder_ / "some.baked";
};

TEST_F(BakedFiles, ComeBackAsTheyWereWritten) {
  const auto file = open(made());
  file->verify(0);
  file->verify(1);
  BakedFileReader in(file);
  EXPECT_EQ(in.text(), "legs");
  EXPECT_EQ(in.number(), 42u);
  const auto floats = in.array<float>();
  EXPECT_THAT(floats, ElementsAre(1.5f, -2.0f, 0.25f));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(floats.data()) % BakedFileWriter::kAlignment, 0u);
  EXPECT_THAT(in.array<std::uint32_t>(), ElementsAre(7u, 8u));
  EXPECT_TRUE(in.array<float>().empty());
  EXPECT_THROW(in.number(), AssetError);
}

TEST_F(BakedFiles, ArraysOutliveTheirFile) {
  SharedArray<float> floats;
  {
    BakedFileReader in(open(made()));
    in.text();
    in.number();
    floats = in.array<float>();
  }
  EXPECT_THAT(floats, ElementsAre(1.5f, -2.0f, 0.25f));
}

TEST_F(BakedFiles, AReleasedSectionIsReadAgain) {
  const auto file = open(made());
  file->verify(1);
  BakedFileReader in(file);
  in.text();
  in.number();
  in.array<float>();
  const auto numbers = in.array<std::uint32_t>();
  file->release(1);
  EXPECT_THAT(numbers, ElementsAre(7u, 8u));
}

TEST_F(BakedFiles, SameCallsSameBytes) {
  EXPECT_EQ(made(), made());
}

TEST_F(BakedFiles, AnotherKindOrVersionIsNamed) {
  EXPECT_THAT(complaint({'n', 'o'}), HasSubstr("some.baked: is cut short"));
  EXPECT_THAT(complaint(std::vector<std::uint8_t>(5000, 'x')),
              HasSubstr("some.baked: is not a file of the kind"));
  EXPECT_THROW(open(made(), 4), AssetError);
  write_whole_file(path_, {});
  EXPECT_THROW(BakedFile::open(path_, kKind, 3), AssetError);
  EXPECT_THROW(BakedFile::open(folder_ / "none", kKind, 3), AssetError);
  EXPECT_THROW(BakedFile::open(std::filesystem::temp_directory_path(), kKind, 3), AssetError);
}

TEST_F(BakedFiles, EveryCutIsFound) {
  const std::vector<std::uint8_t> whole = made();
  for (std::size_t size = 1; size < whole.size(); size += 61)
    EXPECT_THAT(complaint({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}),
                HasSubstr("some.baked"))
        << size;
}

TEST_F(BakedFiles, EveryByteThatCountsIsChecked) {
  const std::vector<std::uint8_t> whole = made();
  std::size_t unseen = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::vector<std::uint8_t> changed = whole;
    changed[i] ^= 0x10;
    if (complaint(changed).empty()) ++unseen;
  }
  // Between header, sections and directory there is nothing to read: 0 to the next page.
  const std::size_t used =
      56 + kFloats.size() * 4 + kNumbers.size() * 4 + (whole.size() - 2 * 4096 - BakedFileWriter::kAlignment);
  EXPECT_LE(unseen, whole.size() - used);
  EXPECT_GT(unseen, 0u);
}

TEST_F(BakedFiles, ADamagedSectionIsToldWhenItIsWanted) {
  std::vector<std::uint8_t> bytes = made();
  bytes[4096 * 2] ^= 1;
  const auto file = open(bytes);
  EXPECT_NO_THROW(file->verify(0));
  EXPECT_THROW(file->verify(1), AssetError);
  EXPECT_THROW(file->verify(1), AssetError);
}

}  // namespace
}  // namespace render
