#include "simulation/prediction/quantities.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/simulation/prediction/rows.h"

namespace simulation {
namespace {

constexpr Region kRegions[] = {Region::calf, Region::face};

TEST(Quantities, EveryRowIsWhole) {
  const std::set<std::string_view> units{"cm", "mm", "%", "fraction", "grade", "% of people"};
  std::set<std::string_view> keys;
  for (const Region region : kRegions) {
    std::set<int> turns;
    for (const Quantity& quantity : quantities(region)) {
      EXPECT_TRUE(keys.insert(quantity.key).second) << quantity.key;
      EXPECT_TRUE(quantity.key.starts_with(region == Region::calf ? "calf." : "face.")) << quantity.key;
      EXPECT_TRUE(units.contains(quantity.unit)) << quantity.key;
      EXPECT_NE(quantity.formula, nullptr) << quantity.key;
      EXPECT_FALSE(quantity.words.empty() || quantity.card.empty()) << quantity.key;
      EXPECT_EQ(quantity.is_change, quantity.key.ends_with("_change")) << quantity.key;
      EXPECT_EQ(quantity.told == Told::share, quantity.unit == "% of people") << quantity.key;
      EXPECT_EQ(quantity.told == Told::grade, quantity.unit == "grade") << quantity.key;
      if (quantity.timeline > 0) {
        EXPECT_TRUE(turns.insert(quantity.timeline).second) << quantity.key;
      }
    }
    EXPECT_EQ(*turns.rbegin(), static_cast<int>(turns.size()));  // no turn is left out
  }
}

TEST(Quantities, EveryPredictedKeyIsThatOfItsRowAndPlace) {
  std::set<std::string_view> used;
  for (const Plan& plan : {clinical::calf(80.0), clinical::glabella(20.0)})
    for (const PredictionRow& row : clinical::predict(plan, 8.0, 8.0, 5)) {
      const auto named = quantity_named(row.quantity);
      ASSERT_TRUE(named) << row.quantity;
      EXPECT_EQ(key_of(*named->quantity, named->place), row.quantity);
      EXPECT_EQ(row.unit, named->quantity->unit);
      used.insert(named->quantity->key);
    }
  for (const Region region : kRegions)
    for (const Quantity& quantity : quantities(region))
      EXPECT_TRUE(used.contains(quantity.key)) << quantity.key;
}

TEST(Quantities, AKeyNamesRowAndPlace) {
  const auto jaw = quantity_named("face.masseter.right.thickness_change");
  ASSERT_TRUE(jaw);
  EXPECT_EQ(jaw->quantity->key, "face.MUSCLE.SIDE.thickness_change");
  EXPECT_EQ(jaw->place.muscle, Muscle::masseter);
  EXPECT_EQ(jaw->place.side, BodySide::right);
  EXPECT_EQ(quantity_named("face.crows_feet.grade_rest")->place.line, FaceLine::crows_feet);
  EXPECT_EQ(key_of("calf.SIDE.max_girth", {.side = BodySide::right}), "calf.right.max_girth");
  for (const char* key : {"", "calf", "calf.left", "calf.middle.max_girth", "calf.left.max_girth.more",
                          "calf.SIDE.max_girth", "face.soleus.left.block", "face.tongue.left.block"})
    EXPECT_FALSE(quantity_named(key)) << key;
  EXPECT_EQ(quantity_row("calf.left.max_girth"), nullptr);
  EXPECT_THROW(key_of("calf.SIDE.weight", {}), std::invalid_argument);
}

/// A response moves every quantity as its row says.
TEST(Quantities, MoreResponseLiesWhereTheRowSays) {
  for (const Plan& plan : {clinical::calf(80.0), clinical::glabella(20.0)}) {
    const auto rows = clinical::predict(plan, 8.0, 8.0, 500);
    std::map<std::string, double> start;
    for (const PredictionRow& row : rows) {
      if (row.week == 0.0) {
        start[row.quantity] = row.mean;
        continue;
      }
      const Response response = quantity_named(row.quantity)->quantity->response;
      const double moved = row.mean - start.at(row.quantity);
      EXPECT_FALSE(response == Response::falls && moved > 0.0) << row.quantity;
      EXPECT_FALSE(response == Response::rises && moved < 0.0) << row.quantity;
    }
  }
}

}  // namespace
}  // namespace simulation
