#include "app/body/spread_words.h"

#include <gtest/gtest.h>

#include "app/body/quantity_words.h"
#include "tests/simulation/prediction/rows.h"

namespace app {
namespace {

using simulation::PredictionRow;

Texts english() {
  return read_texts(std::string(FORESHOW_ASSETS_SOURCE) + "/texts/en.json");
}

const simulation::Quantity& girth() {
  return quantity_of("calf.left.max_girth_change");
}
const simulation::Quantity& grade() {
  return quantity_of("face.glabella.grade_effort");
}

std::string words(double value) {
  return quantity_value(english(), girth(), value);
}

PredictionRow tape_row() {
  PredictionRow row;
  row.p10 = -1.3;
  row.p50 = -0.5;
  row.p90 = 0.2;
  row.people_p10 = -0.9;
  row.people_p90 = -0.1;
  row.sd_people = 0.3;
  row.sd_reading = 0.4;
  row.sd_unknown = 0.1;
  return row;
}

TEST(RangeOf, PeopleAreWithoutTheReadingWhereARowTellsThem) {
  const PredictedRange read = range_of(tape_row()).value();
  EXPECT_EQ(read.people.low, -0.9);
  EXPECT_EQ(read.people.high, -0.1);
  EXPECT_EQ(read.read.low, -1.3);
  EXPECT_EQ(read.read.high, 0.2);
  PredictionRow plain = tape_row();
  plain.people_p10.reset();
  plain.people_p90.reset();
  EXPECT_EQ(range_of(plain)->people.low, -1.3);
  EXPECT_EQ(range_of(plain)->people.high, 0.2);
  plain.p10.reset();
  EXPECT_FALSE(range_of(plain));  // a share of people
}

TEST(RangeWords, MostPeopleAreThePeopleAndTheTapeIsToldApart) {
  const PredictedRange range = range_of(tape_row()).value();
  EXPECT_EQ(range_words(english(), girth(), range, words),
            "Most people " + words(-0.9) + " to " + words(-0.1));
  EXPECT_EQ(reading_words(english(), girth(), range, words),
            "With the tape " + words(-1.3) + " to " + words(0.2));
}

TEST(RangeWords, OneValueIsToldOnceAndAReadingThatChangesNothingNotAtAll) {
  PredictedRange range = range_of(tape_row()).value();
  range.people = {-0.52, -0.48};
  EXPECT_EQ(range_words(english(), girth(), range, words), "Most people " + words(-0.5));
  range.read = range.people;
  EXPECT_EQ(reading_words(english(), girth(), range, words), "");
}

TEST(RangeWords, WhatIsNotTreatedIsNotToldOfPeople) {
  PredictedRange range{{0.0, 0.0}, {-0.6, 0.6}, {0.0, 0.43, 0.0}};
  EXPECT_EQ(range_words(english(), girth(), range, words),
            "Not treated, a tape reads " + words(-0.6) + " to " + words(0.6));
  EXPECT_EQ(reading_words(english(), girth(), range, words), "");
  range.spread = {};  // before anything is read there is no error either
  EXPECT_EQ(range_words(english(), girth(), range, words), "Most people " + words(0.0));
}

TEST(SpreadParts, AreSharesOfVarianceThatAddUpTo100) {
  const Texts texts = english();
  const auto parts = spread_parts(texts, girth(), {0.3, 0.4, 0.1});  // 9 : 16 : 1
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].percent, 35);  // of 34.6, 61.5 and 3.8: the second lost least
  EXPECT_EQ(parts[1].percent, 61);
  EXPECT_EQ(parts[2].percent, 4);
  EXPECT_EQ(parts[1].name, "What the tape adds");
  EXPECT_NE(parts[1].meaning.find("weight, water"), std::string::npos);
  EXPECT_EQ(spread_line(texts, parts),
            "Spread: people\u00A035\u00A0%, tape\u00A061\u00A0%, not\u00A0known\u00A04\u00A0%");
  for (const double people : {0.01, 0.2, 0.7, 3.0}) {
    int sum = 0;
    for (const SpreadPart& part : spread_parts(texts, girth(), {people, 0.4, 0.37})) sum += part.percent;
    EXPECT_EQ(sum, 100) << people;
  }
}

TEST(SpreadParts, OnlyThoseThatAreThere) {
  const Texts texts = english();
  EXPECT_TRUE(spread_parts(texts, girth(), {}).empty());
  EXPECT_EQ(spread_line(texts, {}), "");
  const auto untreated = spread_parts(texts, girth(), {0.0, 0.43, 0.0});
  ASSERT_EQ(untreated.size(), 1u);
  EXPECT_EQ(untreated[0].kind, SpreadPart::Kind::reading);
  EXPECT_EQ(untreated[0].percent, 100);
  EXPECT_EQ(spread_parts(texts, grade(), {0.5, 0.4, 0.3})[1].name, "What the rater adds");
}

/// A leg without a dose: people do not differ in it and nothing about it is open; a tape still errs, and
/// girth drifts.
TEST(UntreatedLeg, HasABandOfTheReadingAlone) {
  const auto rows = clinical::predict(clinical::calf(100.0, simulation::Side::left), 13.0, 39.0, 400);
  int read = 0;
  for (const PredictionRow& row : rows) {
    if (!row.quantity.starts_with("calf.right.") || row.week == 0.0) continue;
    EXPECT_NEAR(*row.sd_people, 0.0, 1e-9) << row.quantity;
    EXPECT_NEAR(*row.sd_unknown, 0.0, 1e-9) << row.quantity;
    if (quantity_of(row.quantity).told != simulation::Told::tape) continue;
    ++read;
    EXPECT_TRUE(only_read(range_of(row)->spread)) << row.quantity;
    EXPECT_GT(range_of(row)->read.high, range_of(row)->people.high) << row.quantity;
  }
  EXPECT_EQ(read, 2 * 3);
  EXPECT_FALSE(only_read(range_of(clinical::row(rows, "calf.left.max_girth_change", 13.0))->spread));
}

}  // namespace
}  // namespace app
