#include <gtest/gtest.h>

#include "tests/app/window/panel_harness.h"

namespace app {
namespace {

struct SheetDesk : PanelHarness {
  SheetDesk(ImVec2 window = ImVec2(1440, 900))
      : PanelHarness(sample_session(Mode::consultant), window, false) {
    data = sample_data();
    data.sheet_folders = {"/home/a/Documents", "/home/a/plans"};
    frame();
    frame();
    press("top.sheet");
    frame();
    frame();
  }
};

TEST(SheetPanel, PaperAndPlaceAreChosenAndStayChosen) {
  SheetDesk desk;
  EXPECT_NE(desk.told().find("/home/a/Documents"), std::string::npos);
  desk.press("sheet.paper/1");
  EXPECT_EQ(desk.history.now.sheet.paper, Paper::letter);
  desk.press("sheet.place/1");
  EXPECT_EQ(desk.history.now.sheet, (SheetChoice{Paper::letter, SheetPlace::here}));
  EXPECT_NE(desk.told().find("/home/a/plans"), std::string::npos);
  EXPECT_TRUE(desk.history.past.empty());  // nothing to undo
}

TEST(SheetPanel, SaveAndPrintAskForOneSheetEach) {
  SheetDesk desk;
  desk.press("sheet.save");
  EXPECT_EQ(desk.history.now.sheet_request, (SheetRequest{1, SheetUse::save}));
  desk.press("sheet.print");
  EXPECT_EQ(desk.history.now.sheet_request, (SheetRequest{2, SheetUse::print}));
}

TEST(SheetPanel, WhatBecameOfItIsToldInTheMenuAndInTheBar) {
  SheetDesk desk(ImVec2(1600, 1000));
  desk.data.sheet_news = "Sheet saved: /home/a/Documents/foreshow_calf_sheet_1.pdf";
  desk.data.cases.note = desk.data.sheet_news;
  const std::string told = desk.told();
  const std::size_t first = told.find("foreshow_calf_sheet_1.pdf");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(told.find("foreshow_calf_sheet_1.pdf", first + 1), std::string::npos);
}

TEST(SheetPanel, AKioskMakesNone) {
  EXPECT_FALSE(allowed(Mode::kiosk, action::MakeSheet{SheetUse::save}));
  EXPECT_FALSE(allowed(Mode::kiosk, action::SetSheet{}));
}

}  // namespace
}  // namespace app
