#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/window/panel_harness.h"

namespace app {
namespace {

using action::AskCase, action::CaseStep;
using testing::HasSubstr;

struct CasePanels : PanelHarness {
  explicit CasePanels(ImVec2 window = ImVec2(1280, 720), float text_scale = 1.0f)
      : PanelHarness(sample_session(Mode::consultant), window, false, text_scale) {}
  /// Presses and gives back what was asked of the window, in order.
  std::vector<CaseStep> asks(const std::string& name) {
    const WidgetRect where = rect(name);
    move_to((where.left + where.right) / 2, (where.top + where.bottom) / 2);
    std::vector<CaseStep> asked;
    for (const bool down : {true, false}) {
      ImGui::GetIO().AddMouseButtonEvent(0, down);
      for (int i = 0; i < 2; ++i) {
        frame();
        for (const Action& one : last_actions)
          if (const auto* ask = std::get_if<AskCase>(&one)) asked.push_back(ask->step);
      }
    }
    return asked;
  }
  std::vector<CaseStep> key_asks(ImGuiKey pressed, bool control = false, bool shift = false) {
    ImGuiIO& io = ImGui::GetIO();
    if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
    if (control) io.AddKeyEvent(ImGuiMod_Ctrl, true);
    io.AddKeyEvent(pressed, true);
    frame();
    std::vector<CaseStep> asked;
    for (const Action& one : last_actions)
      if (const auto* ask = std::get_if<AskCase>(&one)) asked.push_back(ask->step);
    io.AddKeyEvent(pressed, false);
    if (control) io.AddKeyEvent(ImGuiMod_Ctrl, false);
    if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
    frame();
    return asked;
  }
  void show(CaseDialog dialog) {
    data.cases.dialog = dialog;
    for (int i = 0; i < 3; ++i) frame();
  }
};

TEST(CasePanels, TheNameOfTheProductOpensTheMenu) {
  CasePanels desk;
  desk.data.cases.recent = {"/home/a/one.json", "/home/b/two.json"};
  for (const auto& [name, step] : {std::pair("case.new", CaseStep::ask_new),
                                   {"case.open", CaseStep::choose_open},
                                   {"case.save", CaseStep::save},
                                   {"case.save_as", CaseStep::choose_save},
                                   {"case.notes", CaseStep::show_notes},
                                   {"case.recent/1", CaseStep::open},
                                   {"case.recent_kept", CaseStep::drop_recent}}) {
    desk.press("top.case");
    desk.frame();
    ASSERT_TRUE(desk.has(name)) << name;
    EXPECT_EQ(desk.asks(name), std::vector{step}) << name;
  }
}

TEST(CasePanels, KeysAskTheSame) {
  CasePanels desk;
  EXPECT_EQ(desk.key_asks(ImGuiKey_N, true), std::vector{CaseStep::ask_new});
  EXPECT_EQ(desk.key_asks(ImGuiKey_O, true), std::vector{CaseStep::choose_open});
  EXPECT_EQ(desk.key_asks(ImGuiKey_S, true), std::vector{CaseStep::save});
  EXPECT_EQ(desk.key_asks(ImGuiKey_S, true, true), std::vector{CaseStep::choose_save});
  EXPECT_EQ(desk.key_asks(ImGuiKey_PageDown, true), std::vector{CaseStep::next});
}

TEST(CasePanels, TheTitleIsTypedInTheMenu) {
  CasePanels desk;
  desk.press("top.case");
  desk.frame();
  desk.press("##case.title");
  for (const char letter : std::string("Peak"))
    ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
  desk.frame();
  desk.frame();
  EXPECT_EQ(desk.history.now.calf.words.title, "Peak");
  EXPECT_EQ(desk.history.now.calf.plan.title, "Sample") << "the plan keeps its own";
  desk.data.cases.changed = true;
  EXPECT_THAT(desk.told(), HasSubstr("Peak · not saved"));
}

TEST(CasePanels, EveryQuestionHasItsAnswers) {
  CasePanels desk;
  const std::pair<CaseDialog, std::vector<std::pair<std::string, CaseStep>>> questions[] = {
      {CaseDialog::make_new,
       {{"case.answer/calf", CaseStep::make_new}, {"case.answer/face", CaseStep::make_new}}},
      {CaseDialog::unsaved,
       {{"case.answer/save", CaseStep::answer_save}, {"case.answer/discard", CaseStep::answer_discard}}},
      {CaseDialog::changed_file,
       {{"case.answer/replace", CaseStep::answer_replace}, {"case.answer/save_as", CaseStep::choose_save}}},
      {CaseDialog::file_in_use,
       {{"case.answer/replace", CaseStep::answer_replace}, {"case.answer/save_as", CaseStep::choose_save}}},
      {CaseDialog::file_there,
       {{"case.answer/replace", CaseStep::answer_replace}, {"case.answer/save_as", CaseStep::choose_save}}},
      {CaseDialog::left_behind,
       {{"case.answer/recover", CaseStep::recover}, {"case.answer/forget", CaseStep::forget}}},
      {CaseDialog::elsewhere, {}}};
  for (const auto& [dialog, answers] : questions) {
    desk.show(dialog);
    for (const auto& [name, step] : answers) {
      ASSERT_TRUE(desk.has(name)) << name;
      EXPECT_EQ(desk.asks(name), std::vector{step}) << name;
    }
    EXPECT_EQ(desk.asks("case.answer/cancel"), std::vector{CaseStep::cancel});
    EXPECT_EQ(desk.key_asks(ImGuiKey_Escape), std::vector{CaseStep::cancel});
  }
}

TEST(CasePanels, NothingElseIsDoneWhileAQuestionIsOpen) {
  CasePanels desk;
  desk.show(CaseDialog::unsaved);
  const Undone before = desk.history.now;
  for (const ImGuiKey one : {ImGuiKey_M, ImGuiKey_RightArrow, ImGuiKey_F}) desk.key(one);
  EXPECT_TRUE(desk.key_asks(ImGuiKey_S, true).empty());
  EXPECT_EQ(static_cast<const Undone&>(desk.history.now), before);
  EXPECT_EQ(desk.key_asks(ImGuiKey_Enter), std::vector{CaseStep::answer_save}) << "the usual answer";
}

TEST(CasePanels, RecoveryShowsNoTitleAndNoFile) {
  CasePanels desk;
  desk.data.cases.about = "2026-11-28 10:15";
  desk.show(CaseDialog::left_behind);
  EXPECT_THAT(desk.told(),
              HasSubstr("A calf case was not saved when Foreshow ended. It was kept on 2026-11-28"));
}

TEST(CasePanels, OurChooserPicksAndTakesAName) {
  CasePanels desk;
  desk.data.cases.chooser.folder = "/home/a";
  desk.data.cases.chooser.entries = {{"deep", true}, {"one.json", false}};
  desk.show(CaseDialog::chooser);
  EXPECT_EQ(desk.asks("chooser.entry/0"), std::vector{CaseStep::folder});
  EXPECT_EQ(desk.asks("chooser.entry/1"), std::vector{CaseStep::name});
  desk.data.cases.chooser.name = "one.json";
  desk.frame();
  EXPECT_EQ(desk.asks("chooser.take"), std::vector{CaseStep::take});
  EXPECT_EQ(desk.asks("chooser.up"), std::vector{CaseStep::folder});
}

TEST(CasePanels, AFailedSaveIsToldInTheBarBelow) {
  CasePanels desk;
  desk.data.cases.note = "Picture not saved. The folder cannot be written.";
  desk.data.cases.failed = true;
  EXPECT_THAT(desk.told(), HasSubstr("Picture not saved. The folder cannot be written."));
}

/// Dialogs lie inside the window at every size and text scale, and the label stays free.
TEST(CasePanels, DialogsFitEverySize) {
  for (const auto& [size, scale] : {std::pair(ImVec2(1280, 720), 1.0f),
                                    {ImVec2(1280, 720), 2.0f},
                                    {ImVec2(800, 560), 1.0f},
                                    {ImVec2(3840, 2160), 2.0f}}) {
    CasePanels desk(size, scale);
    desk.data.cases.about = "a file with a rather long name, as people give them.json";
    desk.data.cases.chooser.folder = "/home/somebody/Documents/a/very/deep/folder/with/a/long/name";
    for (const CaseDialog dialog :
         {CaseDialog::make_new, CaseDialog::notes, CaseDialog::unsaved, CaseDialog::changed_file,
          CaseDialog::file_in_use, CaseDialog::file_there, CaseDialog::left_behind, CaseDialog::chooser}) {
      desk.show(dialog);
      for (const std::string& name : desk.targets()) {
        if (!name.starts_with("case.answer") && !name.starts_with("chooser.take")) continue;
        const WidgetRect where = desk.rect(name);
        EXPECT_GE(where.left, 24 * scale) << name;
        EXPECT_LE(where.right, size.x - 24 * scale) << name;
        EXPECT_LE(where.bottom, size.y - 30 * scale) << name;
      }
    }
  }
}

}  // namespace
}  // namespace app
