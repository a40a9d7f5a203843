#include "app/files/kept_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <thread>

#include "app/files/kept_values.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

namespace fs = std::filesystem;

const std::string kKey(64, 'a');
const std::string kOther = std::string(32, 'b') + std::string(32, 'a');

struct Inner {
  std::string name;
  std::vector<double> numbers;
  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.name, self.numbers);
  }
};

struct Outer {
  std::vector<Inner> inner;
  simulation::KeptArray<float> row;
  std::optional<int> maybe;
  simulation::Sided<Inner> sides;
  std::array<std::vector<int>, 2> two;
  std::vector<std::pair<int, int>> pairs;
  bool last = false;
  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.inner, self.row, self.maybe, self.sides, self.two, self.pairs, self.last);
  }
};

Outer example() {
  std::vector<float> row(1000);
  std::iota(row.begin(), row.end(), 0.5F);
  return {{{"one", {1.0, 2.0}}, {"", {}}},
          row,
          7,
          {{"left", {3.0}}, {"right", {}}},
          {{{1}, {2, 3}}},
          {{4, 5}},
          true};
}

class Keeps : public testing::Test {
 protected:
  KeptFiles files_with(CacheUse use = CacheUse::read_and_write, std::size_t most = 3) const {
    return {scratch_ / "kept", ".kind", most, use};
  }
  void keep_example() const { keep_values(files_with(), kKey, example()); }
  std::size_t count() const { return scratch_.file_count() - 1; }

  Scratch scratch_;
};

TEST_F(Keeps, GivesBackWhatWasKept) {
  EXPECT_FALSE(files_with().open(kKey));
  keep_example();
  EXPECT_EQ(count(), 1U);
  const KeptBytes kept = files_with().open(kKey);
  ASSERT_TRUE(kept);
  Outer back;
  KeptReader read(kept);
  read(back);
  EXPECT_TRUE(read.done());
  const Outer first = example();
  EXPECT_EQ(back.inner.size(), 2U);
  EXPECT_EQ(back.inner[0].name, "one");
  EXPECT_EQ(back.inner[0].numbers, first.inner[0].numbers);
  EXPECT_EQ(back.row, first.row);
  EXPECT_EQ(back.maybe, 7);
  EXPECT_EQ(back.sides.left.name, "left");
  EXPECT_EQ(back.two, first.two);
  EXPECT_EQ(back.pairs, first.pairs);
  EXPECT_TRUE(back.last);
}

TEST_F(Keeps, RowsStayInTheFileAndOutliveIt) {
  keep_example();
  Outer back;
  {
    const KeptBytes kept = files_with().open(kKey);
    KeptReader read(kept);
    read(back);
    const auto* row = reinterpret_cast<const std::byte*>(back.row.data());
    EXPECT_GE(row, kept.bytes.data());
    EXPECT_LT(row, kept.bytes.data() + kept.bytes.size());
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(row) % kKeptAlignment, 0U);
  }
  fs::remove_all(scratch_ / "kept");
  EXPECT_EQ(back.row, example().row);
}

TEST_F(Keeps, ReleasedBytesAreReadAgain) {
  const std::vector<std::byte> bytes(100'000, std::byte{7});
  files_with().keep(kKey, [&](KeptSink& sink) { sink.add(bytes); });
  const KeptBytes kept = files_with().open(kKey);
  ASSERT_TRUE(kept);
  kept.owner->release();
  EXPECT_TRUE(std::ranges::equal(kept.bytes, bytes));
}

TEST_F(Keeps, RefusesWhatIsCutChangedOrOfAnotherKey) {
  keep_example();
  const fs::path file = files_with().file_of(kKey);
  const std::string bytes = text_of(file);
  const auto put = [&](const std::string& text) { std::ofstream(file, std::ios::binary) << text; };
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    put(bytes.substr(0, size));
    EXPECT_FALSE(files_with().open(kKey)) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); at += 41) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    put(changed);
    EXPECT_FALSE(files_with().open(kKey)) << at;
  }
  put(bytes + "more");
  EXPECT_FALSE(files_with().open(kKey));
  // A name is only half of a key.
  fs::rename(file, files_with().file_of(kOther));
  put(bytes);
  EXPECT_TRUE(files_with().open(kKey));
  fs::copy_file(file, files_with().file_of(kOther), fs::copy_options::overwrite_existing);
  EXPECT_FALSE(files_with().open(kOther));
  keep_example();
  EXPECT_TRUE(files_with().open(kKey));
}

TEST_F(Keeps, ReadingMoreThanThereIsFails) {
  keep_values(files_with(), kKey, 1);
  const KeptBytes kept = files_with().open(kKey);
  KeptReader read(kept);
  std::vector<double> many;
  EXPECT_THROW(read(many), std::runtime_error);
}

TEST_F(Keeps, WritesNothingWhenItMayOnlyRead) {
  const KeptFiles reader = files_with(CacheUse::read_only);
  keep_values(reader, kKey, 1);
  EXPECT_FALSE(fs::exists(scratch_ / "kept"));
  keep_example();
  EXPECT_TRUE(reader.open(kKey));
  keep_values(reader, kOther, 1);
  EXPECT_EQ(count(), 1U);
}

TEST_F(Keeps, IsAtPeaceWithAFolderThatCannotBe) {
  scratch_.write("file", "in the way");
  for (const fs::path& folder : {scratch_ / "file" / "kept", fs::path()}) {
    const KeptFiles files(folder, ".kind", 3, CacheUse::read_and_write);
    keep_values(files, kKey, 1);
    EXPECT_FALSE(files.open(kKey));
  }
}

TEST_F(Keeps, LeavesNothingOfAFileThatCouldNotBeFilled) {
  files_with().keep(kKey, [](KeptSink& sink) {
    sink.add(std::as_bytes(std::span("some")));
    throw std::runtime_error("full");
  });
  EXPECT_EQ(count(), 0U);
}

TEST_F(Keeps, TheOldestGo) {
  const auto key = [](int i) { return std::string(64, static_cast<char>('0' + i)); };
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 5; ++i) {
    keep_values(files_with(), key(i), i);
    fs::last_write_time(files_with().file_of(key(i)), now - std::chrono::minutes(10 - i));
  }
  scratch_.write("kept/of-another.sort", "stays");
  scratch_.write("kept/new-abandoned", "goes");
  fs::last_write_time(scratch_ / "kept/new-abandoned", now - std::chrono::hours(2));
  scratch_.write("kept/new-written", "stays");
  keep_values(files_with(), key(5), 5);
  for (int i = 0; i < 6; ++i) EXPECT_EQ(static_cast<bool>(files_with().open(key(i))), i > 2) << i;
  EXPECT_TRUE(fs::exists(scratch_ / "kept/of-another.sort"));
  EXPECT_TRUE(fs::exists(scratch_ / "kept/new-written"));
  EXPECT_FALSE(fs::exists(scratch_ / "kept/new-abandoned"));
}

TEST_F(Keeps, ReadersSeeNoHalfFileWhileOthersWrite) {
  keep_example();
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i) {
    writers.emplace_back([this] {
      for (int round = 0; round < 40; ++round) keep_example();
    });
  }
  for (int round = 0; round < 200; ++round) EXPECT_TRUE(files_with().open(kKey));
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(count(), 1U);
}

TEST(Checksum, IsThatOfTheBytesHoweverTheyCome) {
  std::vector<std::byte> bytes(1000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * i);
  Checksum whole;
  whole.add(bytes);
  const std::uint64_t sum = whole.value();
  whole.add({});
  EXPECT_EQ(whole.value(), sum);
  for (const std::size_t piece : {1U, 63U, 64U, 65U, 500U}) {
    Checksum pieces;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      pieces.add(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
    EXPECT_EQ(pieces.value(), sum) << piece;
  }
}

TEST(Checksum, SeesChangesSwapsAndZerosAtTheEnd) {
  std::vector<std::byte> bytes(1024);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * i + i / 64);
  const auto sum = [](std::span<const std::byte> all) {
    Checksum one;
    one.add(all);
    return one.value();
  };
  const std::uint64_t first = sum(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] ^= std::byte{1};
    EXPECT_NE(sum(changed), first);
  }
  auto swapped = bytes;
  std::swap_ranges(swapped.begin(), swapped.begin() + 64, swapped.begin() + 128);
  EXPECT_NE(sum(swapped), first);
  auto longer = bytes;
  longer.push_back(std::byte{0});
  EXPECT_NE(sum(longer), first);
}

}  // namespace
}  // namespace app
