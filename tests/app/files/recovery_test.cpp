#include "app/files/recovery.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/base/error.h"
#include "app/files/opened_file.h"
#include "app/files/recent_files.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using simulation::Region;

Unsaved unsaved(Region region, const std::string& notes) {
  Unsaved one;
  one.value.plan.region = region;
  one.value.notes = notes;
  one.file = "/home/somebody/my case.json";
  one.as_read = std::string(64, 'a');
  return one;
}

/// Another program keeps it and is then killed; or ends as it should.
void in_another(const std::filesystem::path& folder, const Unsaved& one) {
  const pid_t child = ::fork();
  if (child == 0) {
    const Recovery recovery(folder);
    const bool kept = recovery.keep(one);
    ::kill(::getpid(), kept ? SIGKILL : SIGTERM);
  }
  int how = 0;
  ::waitpid(child, &how, 0);
  ASSERT_EQ(WTERMSIG(how), SIGKILL);
}

TEST(Recovery, FindsWhatAKilledProgramLeft) {
  Scratch scratch;
  in_another(scratch.folder(), unsaved(Region::calf, "kept"));
  Recovery recovery(scratch.folder());
  const auto left = recovery.left_behind();
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].unsaved, unsaved(Region::calf, "kept"));
  struct stat about {};
  ASSERT_EQ(::stat(left[0].kept.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 07777, 0600u);
}

TEST(Recovery, WhatIsForgottenIsGoneAndWhatIsNotIsFoundAgain) {
  Scratch scratch;
  in_another(scratch.folder(), unsaved(Region::calf, "kept"));
  {
    Recovery recovery(scratch.folder());
    EXPECT_EQ(recovery.left_behind().size(), 1u);  // "not now"
  }
  {
    Recovery recovery(scratch.folder());
    const auto left = recovery.left_behind();
    ASSERT_EQ(left.size(), 1u);
    recovery.forget(left[0]);
  }
  EXPECT_EQ(Recovery(scratch.folder()).left_behind().size(), 0u);
  EXPECT_EQ(scratch.file_count(), 0u) << "nothing stays after clean ends";
}

TEST(Recovery, LeavesWhatBelongsToARunningProgram) {
  Scratch scratch;
  const Recovery running(scratch.folder());
  ASSERT_TRUE(running.keep(unsaved(Region::face, "mine")));
  Recovery other(scratch.folder());
  EXPECT_TRUE(other.left_behind().empty());
  ASSERT_TRUE(other.keep(unsaved(Region::face, "its own")));
  other.forget(Region::face);
  EXPECT_EQ(scratch.file_count(), 3u) << "two locks and the first one's file";
}

TEST(Recovery, TakesTheNewestOfEachRegionAndBothRegions) {
  Scratch scratch;
  in_another(scratch.folder(), unsaved(Region::calf, "old"));
  ::usleep(20'000);
  in_another(scratch.folder(), unsaved(Region::calf, "new"));
  in_another(scratch.folder(), unsaved(Region::face, "face"));
  Recovery recovery(scratch.folder());
  auto left = recovery.left_behind();
  ASSERT_EQ(left.size(), 2u);
  for (const LeftBehind& one : left) {
    EXPECT_EQ(one.unsaved.value.notes, one.unsaved.value.plan.region == Region::calf ? "new" : "face");
    recovery.forget(one);
  }
  Recovery later(scratch.folder());
  EXPECT_TRUE(later.left_behind().empty()) << "the older one is still in the hands of the first";
}

TEST(Recovery, ABrokenFileIsLeftAloneAndNoFolderKeepsNothing) {
  Scratch scratch;
  scratch.write("run-1-1.calf.json", "{ half");
  Recovery recovery(scratch.folder());
  EXPECT_TRUE(recovery.left_behind().empty());
  EXPECT_EQ(text_of(scratch / "run-1-1.calf.json"), "{ half");
  Recovery nowhere{std::filesystem::path()};
  EXPECT_FALSE(nowhere.keep(unsaved(Region::calf, "x")));
  EXPECT_TRUE(nowhere.left_behind().empty());
}

TEST(FileLock, IsHeldByOneAndEndsWithItsProcess) {
  Scratch scratch;
  {
    const auto first = lock_of(scratch.folder(), scratch / "a.json");
    ASSERT_TRUE(first);
    EXPECT_FALSE(lock_of(scratch.folder(), scratch / "./a.json")) << "by another name as well";
    EXPECT_TRUE(lock_of(scratch.folder(), scratch / "b.json"));
  }
  EXPECT_TRUE(lock_of(scratch.folder(), scratch / "a.json"));
  EXPECT_EQ(scratch.file_count(), 0u);
}

TEST(RecentFiles, NewestFirstEachOnceAndNoneWhenOff) {
  Scratch scratch;
  RecentFiles recent = read_recent(scratch.folder());
  EXPECT_EQ(recent, RecentFiles{});
  for (int i = 0; i < 12; ++i) recent.add("/c/" + std::to_string(i) + ".json");
  recent.add("/c/7.json");
  write_recent(scratch.folder(), recent);
  recent = read_recent(scratch.folder());
  ASSERT_EQ(recent.files.size(), RecentFiles::kMost);
  EXPECT_EQ(recent.files[0], "/c/7.json");
  EXPECT_EQ(recent.files[1], "/c/11.json");
  write_recent(scratch.folder(), {false, {}});
  recent = read_recent(scratch.folder());
  recent.add("/c/1.json");
  EXPECT_EQ(recent, (RecentFiles{false, {}}));
  scratch.write("recent.json", "[");
  EXPECT_EQ(read_recent(scratch.folder()), RecentFiles{});
}

constexpr const char* kPlan = R"({ "foreshow_plan": 1, "region": "face" })";

TEST(OpenedFile, TheKindIsFoundByContent) {
  Scratch scratch;
  EXPECT_EQ(kind_of(scratch.write("a.txt", kPlan)), FileKind::plan);
  EXPECT_EQ(kind_of(scratch.write("b", "{ \"foreshow_case\": 1, \"plan\": " + std::string(kPlan) + "}")),
            FileKind::case_file);
  EXPECT_EQ(kind_of(scratch.write("c.json", "#?RADIANCE\n")), FileKind::light_map);
  EXPECT_EQ(kind_of(scratch.write("d.json", "\x89PNG\r\n\x1a\n")), FileKind::picture);
  EXPECT_EQ(kind_of(scratch.write("e.png", "{ \"foreshow_picture\": 1 }")), FileKind::sidecar);
  EXPECT_EQ(kind_of(scratch.write("f.json", "{}")), FileKind::other);
  EXPECT_EQ(kind_of(scratch / "none"), FileKind::other);
  EXPECT_EQ(kind_of(scratch.folder()), FileKind::other);
  EXPECT_EQ(read_opened(scratch / "a.txt").kind, FileKind::plan);
  EXPECT_EQ(read_opened(scratch / "b").value.plan.region, Region::face);
}

TEST(OpenedFile, APictureIsToldByItsSidecar) {
  Scratch scratch;
  const auto picture = scratch.write("p.png", "\x89PNG\r\n\x1a\n");
  EXPECT_NE(message_of<InputError>([&] { read_opened(picture); }).find("p.json that was saved beside it"),
            std::string::npos);
  scratch.write("p.json", R"({ "foreshow_picture": 1, "file": "p.png", "region": "face", "week": 4,
    "responder": "low", "view": "free", "layer": "muscle", "compare": "side", "expression": "frown", "effort": 0.5,
    "treatment": "both", "light": "room.hdr",
    "camera": { "eye_mm": [0, 0, 900], "target_mm": [0, 0, 0], "up": [0, 1, 0], "projection": "perspective",
      "vertical_field_of_view_rad": 0.3 },
    "size": { "width": 2000, "height": 1000 }, "scale": "true", "plan": )" +
                              std::string(kPlan) + "}");
  const OpenedFile opened = read_opened(picture);
  EXPECT_EQ(opened.kind, FileKind::picture);
  const CaseView& view = *opened.value.view;
  EXPECT_EQ(view.week, 4.0);
  EXPECT_EQ(view.expression, simulation::Expression::frown);
  EXPECT_EQ(view.compare, Join::side);
  EXPECT_FALSE(view.light) << "the map of a file is not kept with the picture";
  EXPECT_EQ(std::get<CaseCamera>(*view.camera).aspect, 1.0) << "of one half";
}

}  // namespace
}  // namespace app
