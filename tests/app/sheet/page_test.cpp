#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "app/sheet/sheet_file.h"

namespace app {
namespace {

using testing::HasSubstr;

Paths paths() {
  return {FORESHOW_SHARE, FORESHOW_BAKED};
}

Sheet plain_sheet() {
  Sheet sheet;
  sheet.iso_date = "2026-11-28";
  sheet.maker = "foreshow";
  sheet.title = "A title";
  sheet.subtitle = "A plan";
  sheet.date = "28 November 2026";
  sheet.curve.title = "A curve";
  for (int week = 0; week <= 39; ++week) {
    const double effect = -week * (39.0 - week) / 400.0;
    sheet.curve.points.push_back({static_cast<double>(week), 2 * effect, effect, 0.2 * effect});
  }
  sheet.curve.low = -2.2;
  sheet.curve.high = 0.2;
  sheet.plan_title = "The plan";
  sheet.plan = {{"Week 0:", "20 U"}};
  sheet.expect = {{"Before", "Ask."}, {"After", "Wait."}};
  sheet.risks_treated = "Treated";
  sheet.risks_untreated = "Not treated";
  sheet.risks = {{"a droop", "From a trial.", {1, 5}, "1 to 5", SheetCount{0, 0}, "0"}};
  sheet.decide = {"Take your time.", "Ask."};
  sheet.label = "A label.";
  for (int i = 0; i < 3; ++i)
    sheet.pictures.push_back({render::make_image(90, 80, {90, 120, 150, 255}), "A week", ""});
  return sheet;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Page, IsTheSameBytesTwiceAndHoldsEveryPictureAsItIs) {
  const std::string bytes = sheet_pdf(plain_sheet(), paths());
  EXPECT_TRUE(bytes.starts_with("%PDF-1.5"));
  EXPECT_EQ(bytes, sheet_pdf(plain_sheet(), paths()));
  EXPECT_EQ(count(bytes, "/DCTDecode"), 3u);
}

TEST(Page, LeavesPicturesOutBeforeItCutsWords) {
  Sheet sheet = plain_sheet();
  for (int i = 0; i < 20; ++i) sheet.plan.push_back({"Week 1:", "20 U of a product in all, at both sides"});
  // As the words grow, type gets smaller with all pictures there, and then a picture goes before words do.
  std::size_t pictures = 3;
  for (int rows = 0; pictures == 3; ++rows) {
    sheet.expect.push_back({"A week", "Words."});
    ASSERT_NO_THROW(pictures = count(sheet_pdf(sheet, paths()), "/DCTDecode")) << rows;
  }
  EXPECT_GE(pictures, 1u);
}

TEST(Page, SaysSoWhereNothingHelps) {
  Sheet sheet = plain_sheet();
  for (int i = 0; i < 1400; ++i) sheet.subtitle += " words";
  try {
    sheet_pdf(sheet, paths());
    FAIL();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("do not fit on one page"));
  }
}

TEST(Page, AMissingLibraryOrFontIsToldByItsFile) {
  Paths elsewhere = paths();
  elsewhere.share = "/nowhere/share";
  try {
    sheet_pdf(plain_sheet(), elsewhere);
    FAIL();
  } catch (const AssetError& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/libforeshow_sheet.so"));
  }
}

}  // namespace
}  // namespace app
