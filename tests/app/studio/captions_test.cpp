#include "app/studio/captions.h"

#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using Words = std::vector<std::string>;

Texts english() {
  return read_texts(std::filesystem::path(FORESHOW_SHARE) / "texts/en.json");
}

Pane pane(double week = 6.0) {
  static const auto outcome = example_face();
  Pane one;
  one.outcome = outcome;
  one.moment.week = week;
  return one;
}

TEST(Captions, SayWeekAndResponderOrThatNothingWasDone) {
  const Texts texts = english();
  EXPECT_EQ(caption_of(pane(), texts), "Week 6, typical responder");
  Pane low = pane(4.25);
  low.moment.responder = simulation::Responder::low;
  EXPECT_EQ(caption_of(low, texts), "Week 4.3, low responder");
  EXPECT_EQ(caption_of(pane(0.0), texts), "Before treatment");
  EXPECT_EQ(caption_of(untreated(pane()), texts), "Before treatment");
}

TEST(Captions, ComparisonsAlwaysSayWhatTheyCompare) {
  const Texts texts = english();
  for (const bool captioned : {false, true}) {
    for (const Join join : {Join::side, Join::wipe})
      EXPECT_EQ(captions_of(joined(join, pane()), captioned, texts),
                (Words{"Before treatment", "Week 6, typical responder"}));
    EXPECT_EQ(captions_of(joined(Join::ghost, pane()), captioned, texts),
              Words{"Week 6, typical responder, over before treatment"});
    EXPECT_EQ(captions_of(joined(Join::ghost, pane(0.0)), captioned, texts), Words{"Before treatment"});
  }
  EXPECT_EQ(captions_of(joined(Join::one, pane()), false, texts), Words{});
  EXPECT_EQ(captions_of(joined(Join::one, pane()), true, texts), Words{"Week 6, typical responder"});
}

TEST(Captions, TwoPlansAreToldByLetterAndTitle) {
  const Words words = captions_of(joined(Join::beside, pane(), example_face("face-full")), false, english());
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0], "A: " + pane().outcome->plan().title + "\nWeek 6, typical responder");
  EXPECT_EQ(words[1].substr(0, 3), "B: ");
}

TEST(PermanentLabel, CannotBeTakenOutOfTheTexts) {
  const Scratch scratch;
  EXPECT_EQ(permanent_label(english()), "Simulation - a model, not a patient. Results vary.");
  for (const char* text : {"{}", R"({"simulation_label": ""})", R"({"simulation_label": " \n "})"}) {
    const auto file = scratch.write("en.json", text);
    EXPECT_NE(message_of<AssetError>([&] { read_texts(file); }), "") << text;
  }
}

}  // namespace
}  // namespace app
