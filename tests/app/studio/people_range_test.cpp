#include "app/studio/people_range.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/number_text.h"
#include "app/files/texts.h"
#include "simulation/prediction/main_quantity.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using simulation::PredictionRow;
using testing::HasSubstr;

Texts english() {
  return read_texts(std::filesystem::path(FORESHOW_SHARE) / "texts/en.json");
}

std::shared_ptr<const Outcome> face() {
  static const auto outcome = example_face();
  return outcome;
}

Pane pane(double week, const std::shared_ptr<const Outcome>& outcome = face()) {
  Pane one;
  one.outcome = outcome;
  one.moment.week = week;
  return one;
}

std::vector<std::string> lines(const Frame& frame) {
  PeopleRanges ranges;
  return ranges.lines(frame, english());
}

PredictionRow row(double week, double low, double high) {
  PredictionRow one;
  one.week = week;
  one.quantity = "a";
  one.p10 = low;
  one.p90 = high;
  return one;
}

TEST(RangeAt, IsTheRowsRangeAndLinearBetweenThem) {
  const std::vector<PredictionRow> rows{row(0, 0, 0), row(4, -2, 1), row(8, -6, 3)};
  EXPECT_EQ(range_at(rows, "a", 4.0).people.low, -2.0);
  EXPECT_EQ(range_at(rows, "a", 4.0).people.high, 1.0);
  EXPECT_DOUBLE_EQ(range_at(rows, "a", 5.0).people.low, -3.0);
  EXPECT_DOUBLE_EQ(range_at(rows, "a", 9.0).people.high, 3.0);
  EXPECT_THROW(range_at(rows, "b", 4.0), std::invalid_argument);
}

TEST(PeopleRanges, TellPredictsRangeOfThePlansMainQuantity) {
  const auto told = lines(joined(Join::one, pane(6.0)));
  ASSERT_EQ(told.size(), 1u);
  const ValueRange range =
      range_at(face()->predict({}), simulation::main_quantity(face()->plan()), 6.0).people;
  ASSERT_LT(range.low, range.high);
  EXPECT_EQ(told[0], "Frown lines: depth at full effort, week 6: most people " +
                         number_text(range.low, 0, true) + " to " + number_text(range.high, 0, true) + " %");
}

TEST(PeopleRanges, EveryComparisonHasOneAndTwoPlansHaveOneEach) {
  const auto one = lines(joined(Join::one, pane(6.0)));
  for (const Join join : {Join::side, Join::wipe, Join::ghost})
    EXPECT_EQ(lines(joined(join, pane(6.0))), one);
  const auto two = lines(joined(Join::beside, pane(6.0), example_face("face-full")));
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0], "A: " + one[0]);
  EXPECT_THAT(two[1], HasSubstr("B: Frown lines: depth at full effort, week 6: most people"));
}

TEST(PeopleRanges, AnUntreatedBodyAndFillerAloneHaveNone) {
  EXPECT_TRUE(lines(joined(Join::one, pane(0.0))).empty());
  EXPECT_TRUE(lines(joined(Join::one, untreated(pane(6.0)))).empty());
  Pane filler = pane(6.0, example_face("face-filler"));
  filler.moment.treatment = Treatment::filler;
  EXPECT_TRUE(lines(joined(Join::one, filler)).empty());
}

TEST(PeopleRanges, TheRangeIsThatOfPeopleWhoeverIsShown) {
  Pane low = pane(6.0);
  low.moment.responder = simulation::Responder::low;
  EXPECT_EQ(lines(joined(Join::one, low)), lines(joined(Join::one, pane(6.0))));
}

TEST(PeopleRanges, OfAClipAreThoseOfStillsAtWeeksOfTheGrid) {
  PeopleRanges clip;
  clip.prepare(face());
  for (const double week : {0.5, 3.0, 20.5}) {
    const Frame frame = joined(Join::one, pane(week));
    EXPECT_EQ(clip.lines(frame, english()), lines(frame)) << week;
  }
  EXPECT_EQ(clip.lines(joined(Join::one, pane(3.3)), english()).size(), 1u);
}

}  // namespace
}  // namespace app
