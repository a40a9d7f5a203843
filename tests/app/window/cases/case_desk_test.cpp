#include "app/window/cases/case_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/app/scratch.h"
#include "tests/app/window/cases/desk_in_memory.h"

namespace app {
namespace {

using action::CaseStep;
using simulation::Region;
using testing::HasSubstr;

class CaseDeskTest : public testing::Test {
 protected:
  CaseDeskTest() { ::setenv("FORESHOW_CHOOSER", "window", 1); }
  /// A desk whose case is saved as `name` with these notes.
  void save_as(DeskInMemory& desk, const std::string& name, const std::string& notes) {
    desk.act(action::SetNotes{notes});
    desk.ask(CaseStep::choose_save);
    desk.choose(name);
  }
  std::size_t recovery_files() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(scratch / "state"))
      count += entry.path().filename().string().starts_with("run-") && entry.path().extension() == ".json";
    return count;
  }
  Scratch scratch;
};

TEST_F(CaseDeskTest, SavingAsksWhereOnceAndThenKnows) {
  DeskInMemory desk(scratch.folder());
  EXPECT_FALSE(desk.status().changed) << "an example that nobody touched";
  desk.act(action::SetNotes{"one"});
  EXPECT_TRUE(desk.status().changed);
  desk.ask(CaseStep::save);
  ASSERT_EQ(desk.status().dialog, CaseDialog::chooser);
  EXPECT_EQ(desk.status().chooser.folder, scratch.folder().string());
  desk.choose("mine");
  EXPECT_EQ(desk.status().dialog, CaseDialog::none);
  EXPECT_EQ(desk.status().file, "mine.json");
  EXPECT_FALSE(desk.status().changed);
  EXPECT_EQ(desk.status().note, "Saved: mine.json");
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "one");
  desk.act(action::SetNotes{"two"});
  desk.ask(CaseStep::save);
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "two");
  desk.act(action::EndGesture{});
  desk.act(action::SetNotes{"three"});
  desk.act(action::Undo{});
  EXPECT_FALSE(desk.status().changed) << "back at what is saved";
}

TEST_F(CaseDeskTest, APlanThatWasOpenedIsNeverWrittenOver) {
  const std::string plan = R"({ "foreshow_plan": 1, "region": "calf", "title": "P" })";
  const auto file = scratch.write("plan.json", plan);
  DeskInMemory desk(scratch.folder(), file);
  EXPECT_EQ(desk.history.now.plan().title, "P");
  desk.act(action::SetNotes{"x"});
  desk.ask(CaseStep::save);
  EXPECT_EQ(desk.status().dialog, CaseDialog::chooser);
  desk.choose("plan.json");
  EXPECT_EQ(desk.status().dialog, CaseDialog::file_there);
  desk.ask(CaseStep::cancel);
  EXPECT_EQ(text_of(file), plan);
}

TEST_F(CaseDeskTest, AFileThatChangedOnTheDiskIsNotLostWithoutAQuestion) {
  DeskInMemory desk(scratch.folder());
  save_as(desk, "mine.json", "one");
  Case others = read_case(scratch / "mine.json");
  others.notes = "from another machine";
  write_case(scratch / "mine.json", others);
  desk.act(action::SetNotes{"two"});
  desk.ask(CaseStep::save);
  EXPECT_EQ(desk.status().dialog, CaseDialog::changed_file);
  EXPECT_EQ(desk.status().about, "mine.json");
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "from another machine");
  desk.ask(CaseStep::answer_replace);
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "two");
}

TEST_F(CaseDeskTest, TwoWindowsDoNotOverwriteEachOther) {
  DeskInMemory first(scratch.folder());
  save_as(first, "mine.json", "one");
  DeskInMemory second(scratch.folder(), scratch / "mine.json");
  EXPECT_TRUE(second.status().failed);
  EXPECT_EQ(second.status().note, "mine.json is open in another window as well. Saving asks first.");
  second.act(action::SetNotes{"two"});
  second.ask(CaseStep::save);
  EXPECT_EQ(second.status().dialog, CaseDialog::file_in_use);
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "one");
  second.ask(CaseStep::choose_save);
  second.choose("other.json");
  EXPECT_EQ(read_case(scratch / "other.json").notes, "two");
  second.act(action::SetNotes{"three"});
  second.ask(CaseStep::save);
  EXPECT_EQ(second.status().dialog, CaseDialog::none) << "the other name is its own";
  first.act(action::SetNotes{"still mine"});
  first.ask(CaseStep::save);
  EXPECT_EQ(read_case(scratch / "mine.json").notes, "still mine");
}

TEST_F(CaseDeskTest, LeavingAsksForEachCaseWithChanges) {
  DeskInMemory desk(scratch.folder());
  desk.act(action::SetNotes{"calf"});
  desk.act(action::SetRegion{Region::face});
  desk.act(action::SetNotes{"face"});
  desk.leave();
  EXPECT_EQ(desk.status().dialog, CaseDialog::unsaved);
  EXPECT_EQ(desk.status().region, Region::calf);
  desk.ask(CaseStep::cancel);
  EXPECT_FALSE(desk.history.now.quit);
  desk.leave();
  desk.ask(CaseStep::answer_save);
  desk.choose("calf");
  EXPECT_EQ(read_case(scratch / "calf.json").notes, "calf") << "though the face is on screen";
  EXPECT_EQ(desk.status().dialog, CaseDialog::unsaved);
  EXPECT_EQ(desk.status().region, Region::face);
  EXPECT_FALSE(desk.history.now.quit);
  desk.wait(3);
  EXPECT_EQ(recovery_files(), 1u);
  desk.ask(CaseStep::answer_discard);
  EXPECT_TRUE(desk.history.now.quit);
  EXPECT_EQ(recovery_files(), 0u) << "a clean end leaves nothing behind";
}

TEST_F(CaseDeskTest, WithoutChangesNothingIsAsked) {
  DeskInMemory desk(scratch.folder());
  desk.act(action::SetWeek{12});
  desk.leave();
  EXPECT_TRUE(desk.history.now.quit);
}

TEST_F(CaseDeskTest, AChooserThatIsClosedKeepsTheProgramOpen) {
  DeskInMemory desk(scratch.folder());
  desk.act(action::SetNotes{"calf"});
  desk.leave();
  desk.ask(CaseStep::answer_save);
  desk.ask(CaseStep::cancel);
  save_as(desk, "later", "calf");
  EXPECT_FALSE(desk.history.now.quit) << "it was given up";
}

TEST_F(CaseDeskTest, OpeningAsksForTheCaseOfItsRegionAlone) {
  DeskInMemory desk(scratch.folder());
  const auto face = scratch.write("face", R"({ "foreshow_plan": 1, "region": "face", "title": "F" })");
  const auto calf = scratch.write("calf", R"({ "foreshow_plan": 1, "region": "calf", "title": "C" })");
  desk.act(action::SetNotes{"calf"});
  desk.ask(CaseStep::open, face.string());
  EXPECT_EQ(desk.history.now.plan().title, "F");
  desk.ask(CaseStep::open, calf.string());
  EXPECT_EQ(desk.status().dialog, CaseDialog::unsaved);
  EXPECT_EQ(desk.history.now.plan().title, "F");
  desk.ask(CaseStep::answer_discard);
  EXPECT_EQ(desk.history.now.plan().title, "C");
  EXPECT_EQ(desk.history.now.view().words.notes, "");
  desk.act(action::SetNotes{"again"});
  desk.ask(CaseStep::make_new, "calf");
  EXPECT_EQ(desk.status().dialog, CaseDialog::unsaved);
  desk.ask(CaseStep::answer_discard);
  EXPECT_EQ(desk.history.now.view().words.notes, "");
  EXPECT_FALSE(desk.status().changed);
  EXPECT_EQ(desk.status().file, "");
}

TEST_F(CaseDeskTest, WhatCannotBeReadIsToldAndChangesNothing) {
  DeskInMemory desk(scratch.folder());
  const Session before = desk.history.now;
  const auto bad = scratch.write("bad.json", R"({ "foreshow_plan": 1, "region": "elbow" })");
  desk.ask(CaseStep::open, bad.string());
  EXPECT_TRUE(desk.status().failed);
  EXPECT_THAT(desk.status().note, HasSubstr("Not opened. bad.json: region: \"elbow\" is not known"));
  EXPECT_EQ(static_cast<const Undone&>(desk.history.now), static_cast<const Undone&>(before));
}

TEST_F(CaseDeskTest, AFailedSaveSaysSoAndTheCaseStaysUnsaved) {
  DeskInMemory desk(scratch.folder());
  desk.act(action::SetNotes{"x"});
  desk.leave();
  desk.ask(CaseStep::answer_save);
  desk.choose("no such folder/mine.json");
  EXPECT_TRUE(desk.status().failed);
  EXPECT_THAT(desk.status().note, HasSubstr("Not saved. mine.json: the folder"));
  EXPECT_TRUE(desk.status().changed);
  EXPECT_FALSE(desk.history.now.quit) << "what could not be saved is not left";
}

TEST_F(CaseDeskTest, UnsavedWorkIsKeptEveryFewSecondsUntilItIsSaved) {
  DeskInMemory desk(scratch.folder());
  desk.wait(10);
  EXPECT_EQ(recovery_files(), 0u) << "nothing to keep";
  desk.act(action::SetNotes{"x"});
  desk.wait(CaseDesk::kKeepEveryS);
  EXPECT_EQ(recovery_files(), 1u);
  save_as(desk, "mine.json", "x");
  desk.wait(0.1);
  EXPECT_EQ(recovery_files(), 0u);
}

TEST_F(CaseDeskTest, AfterACrashOneQuestionBringsTheWorkBack) {
  {
    Unsaved left;
    left.value.notes = "left behind";
    const Recovery former(scratch / "state");
    ASSERT_TRUE(former.keep(left));
  }
  DeskInMemory desk(scratch.folder());
  ASSERT_EQ(desk.status().dialog, CaseDialog::left_behind);
  EXPECT_THAT(desk.status().about, testing::MatchesRegex("20..-..-.. ..:..")) << "a time, no title";
  desk.ask(CaseStep::recover);
  EXPECT_EQ(desk.history.now.view().words.notes, "left behind");
  EXPECT_TRUE(desk.status().changed);
  desk.wait(3);
  EXPECT_EQ(recovery_files(), 1u) << "kept on, under this program's name";
  desk.leave();
  EXPECT_EQ(desk.status().dialog, CaseDialog::unsaved);
  desk.ask(CaseStep::answer_discard);
  EXPECT_EQ(recovery_files(), 0u);
}

TEST_F(CaseDeskTest, TheListOfRecentCasesCanBeSwitchedOff) {
  DeskInMemory desk(scratch.folder());
  save_as(desk, "mine.json", "x");
  desk.wait(0.1);
  EXPECT_THAT(desk.status().recent, testing::ElementsAre((scratch / "mine.json").string()));
  desk.ask(CaseStep::drop_recent);
  EXPECT_THAT(text_of(scratch / "state/recent.json"), testing::Not(HasSubstr("mine")));
  save_as(desk, "second.json", "y");
  desk.wait(0.1);
  EXPECT_TRUE(desk.status().recent.empty());
  EXPECT_THAT(text_of(scratch / "state/recent.json"), testing::Not(HasSubstr("second")));
  DeskInMemory later(scratch.folder());
  EXPECT_FALSE(later.status().recent_kept);
}

TEST_F(CaseDeskTest, TheNextCaseOfTheFolderIsOneStepAway) {
  DeskInMemory desk(scratch.folder());
  for (const char* name : {"a.json", "c.json", "e.json"}) save_as(desk, name, name);
  scratch.write("b.json", "{}");
  scratch.write("d.json", R"({ "foreshow_plan": 1, "region": "calf" })");
  desk.ask(CaseStep::open, (scratch / "a.json").string());
  desk.ask(CaseStep::next);
  EXPECT_EQ(desk.status().file, "c.json");
  desk.ask(CaseStep::next);
  EXPECT_EQ(desk.status().file, "e.json");
  desk.ask(CaseStep::next);
  EXPECT_EQ(desk.status().file, "e.json");
  desk.ask(CaseStep::previous);
  EXPECT_EQ(desk.status().file, "c.json");
}

TEST_F(CaseDeskTest, OurOwnChooserWalksThroughFolders) {
  DeskInMemory desk(scratch.folder());
  std::filesystem::create_directories(scratch / "deep/er");
  scratch.write("deep/plan.json", R"({ "foreshow_plan": 1, "region": "calf", "title": "D" })");
  scratch.write("deep/.hidden.json", "{}");
  scratch.write("deep/text.txt", "");
  desk.ask(CaseStep::choose_open);
  desk.ask(CaseStep::folder, (scratch / "deep").string());
  EXPECT_TRUE(desk.status().chooser.reading);
  desk.wait(0.1);
  EXPECT_THAT(desk.status().chooser.entries,
              testing::ElementsAre(FolderEntry{"er", true}, FolderEntry{"plan.json", false}));
  desk.choose("plan.json");
  EXPECT_EQ(desk.history.now.plan().title, "D");
  desk.ask(CaseStep::choose_open);
  desk.ask(CaseStep::folder, (scratch / "none").string());
  desk.wait(0.1);
  EXPECT_NE(desk.status().chooser.problem, "");
}

/// The desktop's chooser, played by a script.
class DesktopChooserTest : public CaseDeskTest {
 protected:
  DesktopChooserTest() : path_(::getenv("PATH")) {
    ::unsetenv("FORESHOW_CHOOSER");
    ::setenv("DISPLAY", ":none", 1);
    ::setenv("PATH", (scratch.folder().string() + ":" + path_).c_str(), 1);
  }
  ~DesktopChooserTest() override { ::setenv("PATH", path_.c_str(), 1); }
  void play(const std::string& script) {
    const auto file = scratch.write("zenity", "#!/bin/sh\n" + script + "\n");
    ::chmod(file.c_str(), 0755);
  }
  void until(DeskInMemory& desk, CaseDialog left) {
    for (int i = 0; i < 1000 && desk.status().dialog == left; ++i) {
      desk.wait(0.0);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_NE(desk.status().dialog, left);
  }
  std::string path_;
};

TEST_F(DesktopChooserTest, GivesTheFileThatWasChosen) {
  scratch.write("plan.json", R"({ "foreshow_plan": 1, "region": "calf", "title": "D" })");
  play("echo \"$@\" > '" + (scratch / "asked").string() + "'; echo '" + (scratch / "plan.json").string() +
       "'");
  DeskInMemory desk(scratch.folder());
  desk.ask(CaseStep::choose_open);
  EXPECT_EQ(desk.status().dialog, CaseDialog::elsewhere);
  until(desk, CaseDialog::elsewhere);
  EXPECT_EQ(desk.history.now.plan().title, "D");
  EXPECT_THAT(text_of(scratch / "asked"), HasSubstr("--file-selection --title=Open a plan"));
}

TEST_F(DesktopChooserTest, CancelledThereNothingHappens) {
  play("exit 1");
  DeskInMemory desk(scratch.folder());
  desk.act(action::SetNotes{"x"});
  desk.ask(CaseStep::save);
  until(desk, CaseDialog::elsewhere);
  EXPECT_EQ(desk.status().dialog, CaseDialog::none);
  EXPECT_TRUE(desk.status().changed);
}

TEST_F(DesktopChooserTest, CancelledHereItIsClosed) {
  play("echo $$ > '" + (scratch / "pid").string() + "'; exec sleep 600");
  DeskInMemory desk(scratch.folder());
  desk.ask(CaseStep::choose_open);
  while (text_of(scratch / "pid").empty()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  desk.ask(CaseStep::cancel);
  EXPECT_EQ(desk.status().dialog, CaseDialog::none);
  EXPECT_NE(::kill(std::stoi(text_of(scratch / "pid")), 0), 0);
}

TEST_F(DesktopChooserTest, WhereItFailsOurOwnTakesItsPlace) {
  play("exit 255");
  DeskInMemory desk(scratch.folder());
  desk.ask(CaseStep::choose_save);
  until(desk, CaseDialog::elsewhere);
  EXPECT_EQ(desk.status().dialog, CaseDialog::chooser);
  EXPECT_TRUE(desk.status().chooser.saving);
}

}  // namespace
}  // namespace app
