#include "app/files/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

TEST(File, ReadsAllBytes) {
  Scratch scratch;
  const std::string bytes("a\0b\n", 4);
  EXPECT_EQ(read_file(scratch.write("f", bytes), FileOwner::user, 100), bytes);
}

TEST(File, TakesNoMoreMemoryThanItsSize) {
  Scratch scratch;
  const auto file = scratch.write("f", "small");
  EXPECT_LT(read_file(file, FileOwner::user, 64U << 20U).capacity(), 4096U);
}

TEST(File, TheLimitItselfIsNotTooLarge) {
  Scratch scratch;
  EXPECT_EQ(read_file(scratch.write("f", std::string(10, 'x')), FileOwner::user, 10).size(), 10U);
}

TEST(File, ReadsAPipeWhichDoesNotTellItsSize) {
  Scratch scratch;
  const auto pipe = scratch / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string bytes(300'000, 'x');
  std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
  EXPECT_EQ(read_file(pipe, FileOwner::user, 1U << 20U), bytes);
  writer.join();
}

TEST(File, SaysWhatIsWrong) {
  Scratch scratch;
  const auto fault = [](const std::filesystem::path& path) {
    return message_of<InputError>([&] { read_file(path, FileOwner::user, 10); });
  };
  EXPECT_NE(fault(scratch / "none").find("no such file"), std::string::npos);
  EXPECT_NE(fault(scratch.folder()).find("is a folder"), std::string::npos);
  EXPECT_NE(fault(scratch.write("empty", "")).find("empty"), std::string::npos);
  EXPECT_NE(fault(scratch.write("large", std::string(11, 'x'))).find("larger"), std::string::npos);
  EXPECT_THROW(read_file(scratch / "none", FileOwner::product, 10), AssetError);
}

TEST(File, WritesWholeFilesAndLeavesNoPart) {
  Scratch scratch;
  write_file(scratch / "out.txt", "one");
  write_file(scratch / "out.txt", "two");
  EXPECT_EQ(text_of(scratch / "out.txt"), "two");
  EXPECT_EQ(scratch.file_count(), 1u);
}

TEST(File, LeavesEveryOtherFileAlone) {
  Scratch scratch;
  // The name that was once used while `out.txt` was being written.
  scratch.write("out.part.txt", "mine");
  write_file(scratch / "out.txt", "new");
  EXPECT_EQ(text_of(scratch / "out.part.txt"), "mine");
  EXPECT_EQ(scratch.file_count(), 2u);
}

TEST(File, WritesWhatALinkLeadsToAndKeepsItsMode) {
  Scratch scratch;
  std::filesystem::create_directory(scratch / "deep");
  const auto target = scratch.write("deep/out.txt", "old");
  ASSERT_EQ(::chmod(target.c_str(), 0640), 0);
  std::filesystem::create_symlink("deep/out.txt", scratch / "link");
  std::filesystem::create_symlink("link", scratch / "link of link");
  write_file(scratch / "link of link", "new");
  EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link"));
  EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link of link"));
  EXPECT_EQ(text_of(target), "new");
  struct stat about {};
  ASSERT_EQ(::stat(target.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 07777, 0640u);
  std::filesystem::create_symlink("deep/later.txt", scratch / "ahead");
  write_file(scratch / "ahead", "made");
  EXPECT_EQ(text_of(scratch / "deep" / "later.txt"), "made");
}

TEST(File, WritesIntoAPipeInsteadOfReplacingIt) {
  Scratch scratch;
  const auto pipe = scratch / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THROW(write_file(pipe, "nobody reads"), InputError);
  EXPECT_TRUE(std::filesystem::is_fifo(pipe));
  std::string got;
  std::thread reader([&] { got = read_file(pipe, FileOwner::user, 1U << 20U); });
  const std::string bytes(200'000, 'x');
  // The reader may not have opened it yet.
  while (!message_of<InputError>([&] { write_file(pipe, bytes); }).empty()) std::this_thread::yield();
  reader.join();
  EXPECT_EQ(got, bytes);
  EXPECT_TRUE(std::filesystem::is_fifo(pipe));
}

TEST(File, RefusesFoldersAndMissingParents) {
  Scratch scratch;
  EXPECT_THROW(write_file(scratch.folder(), "x"), InputError);
  EXPECT_THROW(write_file(scratch / "no/such/out.txt", "x"), InputError);
  EXPECT_EQ(scratch.file_count(), 0u);
}

TEST(File, FolderThatCanBeMadeIsWritableAndNotMadeYet) {
  Scratch scratch;
  EXPECT_NO_THROW(require_writable_folder(scratch / "a/b/c"));
  EXPECT_EQ(scratch.file_count(), 0u);
}

TEST(File, FolderBelowAFileIsNotWritable) {
  Scratch scratch;
  const auto file = scratch.write("file", "x");
  EXPECT_THROW(require_writable_folder(file), InputError);
  EXPECT_THROW(require_writable_folder(file / "folder"), InputError);
  EXPECT_THROW(require_writable_folder("/proc/foreshow"), InputError);
}

TEST(File, TemporaryNameKeepsTheExtension) {
  EXPECT_EQ(temporary_name("a/clip.mp4"), std::filesystem::path("a/clip.part.mp4"));
}

}  // namespace
}  // namespace app
