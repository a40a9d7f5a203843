#include "simulation/anatomy/atlas.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>
#include <set>

#include "simulation/face/unit_fields.h"
#include "simulation/plan/protocol.h"
#include "simulation/response/muscle_sheet.h"
#include "tests/simulation/clinical.h"
#include "tests/simulation/face/mask.h"

namespace simulation {
namespace {

TEST(Atlas, HasOneRowForEveryMuscleAndEveryStructure) {
  std::set<std::string_view> keys;
  std::multiset<Muscle> muscles;
  std::multiset<Structure> structures;
  for (const AtlasRow& row : atlas()) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    EXPECT_FALSE(row.term.empty()) << row.key;
    EXPECT_TRUE(row.muscle || row.structure) << row.key;
    if (row.muscle) muscles.insert(*row.muscle);
    if (row.structure) structures.insert(*row.structure);
  }
  for (std::size_t m = 0; m <= kMuscleCount; ++m) EXPECT_EQ(muscles.count(static_cast<Muscle>(m)), 1u) << m;
  for (int s = 0; s < kStructureCount; ++s) EXPECT_EQ(structures.count(static_cast<Structure>(s)), 1u) << s;
  EXPECT_EQ(muscles.size(), kMuscleCount + 1);
  EXPECT_EQ(structures.size(), static_cast<std::size_t>(kStructureCount));
}

TEST(Atlas, EveryMuscleWithAStateHasAllThatTheModelAsksFor) {
  for (const AtlasRow& row : atlas()) {
    if (!row.muscle || columns_of(*row.muscle).front() != *row.muscle) continue;
    EXPECT_EQ(row.sheet.has_value(), row.region == Region::face) << row.key;
    EXPECT_EQ(row.movement.has_value(), row.region == Region::face) << row.key;
    EXPECT_EQ(row.calf_sheet.has_value(), row.region == Region::calf) << row.key;
    EXPECT_GE(row.protocol.points, 1) << row.key;
    EXPECT_LE(row.protocol.rows, row.protocol.points) << row.key;
  }
}

TEST(Atlas, NamesLeadBackToTheirMuscle) {
  for (const AtlasRow& row : atlas()) {
    EXPECT_EQ(muscle_named(row.key), row.muscle) << row.key;
    if (row.muscle) {
      EXPECT_EQ(name(*row.muscle), row.key);
    }
  }
  EXPECT_FALSE(muscle_named("tongue"));
}

TEST(Atlas, AGroupIsItsColumns) {
  const auto columns = columns_of(Muscle::frontalis);
  EXPECT_EQ(
      std::vector<Muscle>(columns.begin(), columns.end()),
      (std::vector<Muscle>{Muscle::frontalis_medial, Muscle::frontalis_medial, Muscle::frontalis_lateral}));
  EXPECT_TRUE(is_part_of(Muscle::frontalis_lateral, Muscle::frontalis));
  EXPECT_FALSE(is_part_of(Muscle::corrugator, Muscle::frontalis));
  EXPECT_EQ(structure_of(Muscle::frontalis_medial), Structure::frontalis);
  EXPECT_TRUE(columns_of(Structure::skull).empty());
}

TEST(Atlas, UnitsOfAPoseAreDifferentAndAskForNoMoreThanFullEffort) {
  std::set<std::string> units;
  for (const AtlasRow& row : atlas()) {
    if (!row.movement) continue;
    EXPECT_TRUE(units.insert(unit_name(*row.movement, BodySide::left)).second) << row.key;
    EXPECT_EQ(units.insert(unit_name(*row.movement, BodySide::right)).second, !row.midline) << row.key;
    for (const double intent : row.movement->intent) {
      // What always pulls can be let go as well: the lifter of the lid, for a shut eye.
      EXPECT_GE(intent, row.movement->tone == Tone::always_on ? -4.0 : 0.0) << row.key;
      EXPECT_LE(intent, 1.0) << row.key;
    }
  }
}

FaceLandmarks resized(double by) {
  FaceLandmarks l = mask::landmarks();
  for (Sided<glm::dvec3>* pair :
       {&l.eye, &l.brow_medial, &l.brow_middle, &l.brow_lateral, &l.cheek_upper, &l.mouth_corner}) {
    pair->left *= by;
    pair->right *= by;
  }
  l.nose_base *= by;
  l.jaw *= by;
  return l;
}

TEST(Atlas, SheetsOfALargerHeadAreThoseOfASmallerOneInProportion) {
  const auto rest = face_sheets(mask::landmarks(), clinical::model());
  for (const double by : {0.9, 1.1}) {
    const auto sized = face_sheets(resized(by), clinical::model());
    ASSERT_EQ(sized.size(), rest.size());
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const auto muscle = name(rest[i].muscle);
      EXPECT_LT(glm::length(sized[i].centre_mm - by * rest[i].centre_mm), 1e-9) << muscle;
      EXPECT_LT(glm::length(sized[i].along - rest[i].along), 1e-9) << muscle;
      EXPECT_LT(glm::length(sized[i].across - rest[i].across), 1e-9) << muscle;
      EXPECT_NEAR(sized[i].length_mm, by * rest[i].length_mm, 1e-9) << muscle;
      EXPECT_NEAR(sized[i].width_mm, by * rest[i].width_mm, 1e-9) << muscle;
    }
  }
}

TEST(Atlas, AMuscleMovesALargerHeadAsASmallerOneInProportion) {
  const auto rest = unit_fields(mask::landmarks());
  for (const double by : {0.9, 1.1}) {
    const auto sized = unit_fields(resized(by));
    ASSERT_EQ(sized.size(), rest.size());
    for (std::size_t i = 0; i < rest.size(); ++i) {
      ASSERT_EQ(sized[i].name, rest[i].name);
      for (const glm::vec3& at : mask::points()) {
        const glm::dvec3 p(at);
        for (std::size_t s = 0; s < rest[i].sources.size(); ++s)
          ASSERT_NEAR(sized[i].sources[s].share(by * p), rest[i].sources[s].share(p), 1e-9) << rest[i].name;
        if (!rest[i].own) continue;
        ASSERT_LT(glm::length(sized[i].own(by * p) - by * rest[i].own(p)), 1e-9) << rest[i].name;
      }
    }
  }
}

}  // namespace
}  // namespace simulation
