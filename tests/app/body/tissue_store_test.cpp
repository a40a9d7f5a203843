#include "app/body/tissue_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "app/files/file.h"
#include "app/files/leg_fields_file.h"
#include "tests/app/scratch.h"
#include "tests/simulation/calf/calf_body.h"

namespace app {
namespace {

using simulation::BodySide;

constexpr double kCellMm = 16.0;  // coarse, so that a leg takes a second

/// A leg's fields of the right form with numbers that tell where they are.
simulation::LegFields small_fields() {
  simulation::LegFields fields;
  fields.grid.cell_mm = 8.0;
  fields.grid.size = {2, 2, 1};
  fields.grid.free_points = {0, 3};
  fields.grid.held_points = {1, 2};
  fields.pairs = simulation::leg_parameter_pairs();
  const auto field = [](int i) {
    const auto v = static_cast<std::int16_t>(i);
    return simulation::PackedField{0.5F * static_cast<float>(i), {v, 1, 2, 3, 4, v}};
  };
  for (int i = 0; i < simulation::leg_parameters::kCount; ++i) fields.linear.push_back(field(i));
  for (std::size_t k = 0; k < fields.pairs.size(); ++k) fields.second.push_back(field(static_cast<int>(k)));
  return fields;
}

TEST(LegFieldsFile, ComesBackAsItWas) {
  const simulation::LegFields fields = small_fields();
  const auto back = leg_fields_from(leg_fields_bytes(fields, "key"), "key");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->grid.free_points, fields.grid.free_points);
  EXPECT_EQ(back->pairs, fields.pairs);
  ASSERT_EQ(back->second.size(), fields.second.size());
  EXPECT_EQ(back->second[7].steps, fields.second[7].steps);
  EXPECT_EQ(back->linear[3].scale_mm, fields.linear[3].scale_mm);
}

TEST(LegFieldsFile, RefusesWhatIsNotWholeOrNotThisLeg) {
  const std::string bytes = leg_fields_bytes(small_fields(), "key");
  EXPECT_FALSE(leg_fields_from(bytes, "another"));
  EXPECT_FALSE(leg_fields_from("", "key"));
  for (std::size_t cut = 1; cut < bytes.size(); cut += 97)
    EXPECT_FALSE(leg_fields_from(bytes.substr(0, bytes.size() - cut), "key")) << cut;
  for (std::size_t at = 0; at < bytes.size(); at += 41) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    EXPECT_FALSE(leg_fields_from(changed, "key")) << at;
  }
}

class KeptLegs : public testing::Test {
 protected:
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.folder() / "tissue"))
      out.push_back(entry.path());
    return out;
  }

  Scratch scratch_;
  CalfBody body_;
  simulation::Person person_;
  TissueStore store_{scratch_.folder() / "tissue", kCellMm};
};

TEST_F(KeptLegs, AreSolvedOnceAndReadBackTheSame) {
  EXPECT_FALSE(store_.kept(body_.surface, person_).left);
  double most = 0.0;
  const SolvedLegs first = store_.solved(body_.surface, person_, [&](double share) { most = share; });
  EXPECT_EQ(most, 1.0);
  EXPECT_EQ(files().size(), 2U);
  const SolvedLegs again = store_.kept(body_.surface, person_);
  ASSERT_TRUE(again.left && again.right);
  EXPECT_EQ(leg_fields_bytes(*again.left, "k"), leg_fields_bytes(*first.left, "k"));
  EXPECT_EQ(leg_fields_bytes(*again.right, "k"), leg_fields_bytes(*first.right, "k"));
}

TEST_F(KeptLegs, ABrokenFileIsSolvedAgainAndReplaced) {
  const SolvedLegs first = store_.solved(body_.surface, person_);
  for (const auto& file : files()) std::ofstream(file, std::ios::trunc) << "not a leg";
  EXPECT_FALSE(store_.kept(body_.surface, person_).left);
  const SolvedLegs again = store_.solved(body_.surface, person_);
  EXPECT_EQ(leg_fields_bytes(*again.left, "k"), leg_fields_bytes(*first.left, "k"));
  EXPECT_TRUE(store_.kept(body_.surface, person_).left);
}

TEST_F(KeptLegs, AnotherPersonIsAnotherLeg) {
  simulation::Person other = person_;
  other.calf.fat_mm += 1.0;
  EXPECT_NE(leg_key(body_.surface, person_, BodySide::left, kCellMm),
            leg_key(body_.surface, other, BodySide::left, kCellMm));
  EXPECT_NE(leg_key(body_.surface, person_, BodySide::left, kCellMm),
            leg_key(body_.surface, person_, BodySide::right, kCellMm));
}

TEST_F(KeptLegs, AFolderThatCannotBeWrittenOnlyCostsTime) {
  const TissueStore nowhere({}, kCellMm);
  EXPECT_TRUE(nowhere.solved(body_.surface, person_).left);
  EXPECT_FALSE(nowhere.kept(body_.surface, person_).left);
}

TEST_F(KeptLegs, ListenersMayStopTheWork) {
  struct Stop {};
  EXPECT_THROW(store_.solved(body_.surface, person_,
                             [](double share) {
                               if (share > 0.1) throw Stop();
                             }),
               Stop);
}

}  // namespace
}  // namespace app
