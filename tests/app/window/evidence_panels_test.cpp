// Cards of numbers tell what their range holds; the page of trials the model did not see.
#include <gtest/gtest.h>

#include "app/window/panels/held_out_page.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;

struct Desk : PanelHarness {
  Desk() : PanelHarness(sample_session(Mode::consultant), ImVec2(1600, 1400), false) {
    for (Curve& curve : data.curves)
      for (CurvePoint& point : curve.points) point.spread = {0.3, 0.4, 0.5};
    history.now.view().week = 10.0;
    frame();
    frame();
  }
};

/// Made up for this test.
std::vector<HeldOutStudy> studies() {
  PublishedRow row;
  row.id = "T1";
  row.area = "calf";
  row.measure = "max_girth_change";
  row.unit = "cm";
  row.value = -0.5;
  row.units = 100.0;
  HeldOutRow inside{row, {-0.9, -0.4, -0.1, 2.0}, {-0.3, -0.2, -0.1, 6.0}};
  HeldOutRow outside = inside;
  outside.row.value = -2.0;
  return {{{"Someone 2020", "A title"}, {inside, outside}}};
}

TEST(EvidenceCard, OfANumberTellsThePartsOfItsRange) {
  Desk desk;
  desk.press("info/girth");
  EXPECT_EQ(desk.history.now.overlay.quantity, "calf.left.max_girth_change");
  const std::string told = desk.told();
  for (const char* part : {"What the range holds Calf girth, left · Week 10", "How people differ 18 %",
                           "What the tape adds 32 %", "What is not known 50 %"})
    EXPECT_NE(told.find(part), std::string::npos) << part << "\n" << told;
  desk.press("overlay.close");
  desk.press("info/timeline");  // of the whole curve, not of one number
  EXPECT_EQ(desk.told().find("What the range holds"), std::string::npos);
}

TEST(EvidenceCard, OfTheResponderTellsTheMainQuantity) {
  Desk desk;
  desk.press("info/responder");
  EXPECT_NE(desk.told().find("What the range holds Calf girth, left"), std::string::npos);
}

TEST(HeldOutPage, IsOneTapFromEvidenceAndCountsWhatLiesInside) {
  Desk desk;
  desk.data.held_out = studies();
  desk.history = apply(std::move(desk.history), action::OpenCard{"push_off"});  // short: its end is seen
  desk.frame();
  desk.frame();
  ASSERT_TRUE(desk.has("card.held_out"));
  desk.press("card.held_out");
  EXPECT_EQ(desk.history.now.overlay.card, kHeldOutCard);
  const std::string told = desk.told();
  for (const char* part : {"50 % 1 of 2 figures", "Before: 0 of 2", "Before: 6.0", "Someone 2020",
                           "Calf: change of girth", "−2.00"})
    EXPECT_NE(told.find(part), std::string::npos) << part << "\n" << told;
}

TEST(HeldOutPage, IsNotOfferedWithoutFigures) {
  Desk desk;
  desk.history = apply(std::move(desk.history), action::OpenCard{"push_off"});
  desk.frame();
  desk.frame();
  EXPECT_FALSE(desk.has("card.held_out"));
}

/// Any figure that a fit can leave out has words for its measure.
TEST(HeldOutPage, EveryMeasureThatIsFittedHasWords) {
  const Texts texts = read_texts(std::string(FORESHOW_ASSETS_SOURCE) + "/texts/en.json");
  int fitted = 0;
  for (const PublishedRow& row :
       read_published(std::string(FORESHOW_ASSETS_SOURCE) + "/clinical/published.csv")) {
    if (row.use != PublishedUse::fit) continue;
    ++fitted;
    EXPECT_TRUE(texts.has("held_out.measure." + row.measure)) << row.measure;
  }
  EXPECT_GT(fitted, 20);
}

}  // namespace
