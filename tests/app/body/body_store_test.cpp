#include "app/body/body_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "app/files/kept_values.h"
#include "simulation/calf/leg_fields.h"
#include "tests/app/scratch.h"
#include "tests/simulation/calf/calf_body.h"

namespace app {
namespace {

using simulation::BodySide;

constexpr double kCellMm = 16.0;  // coarse, so that a leg takes a second

/// What a leg's fields are written as: equal for equal fields.
std::string bytes_of(const simulation::LegFields& fields) {
  const Scratch scratch;
  const KeptFiles files(scratch.folder(), ".leg", 1, CacheUse::read_and_write);
  keep_values(files, std::string(64, 'k'), fields);
  return text_of(files.file_of(std::string(64, 'k')));
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
  BodyStore store_{scratch_.folder() / "tissue", CacheUse::read_and_write, kCellMm};
};

TEST_F(KeptLegs, AreSolvedOnceAndReadBackTheSame) {
  EXPECT_FALSE(store_.kept(body_.surface, person_).left);
  double most = 0.0;
  const SolvedLegs first = store_.solved(body_.surface, person_, [&](double share) { most = share; });
  EXPECT_EQ(most, 1.0);
  EXPECT_EQ(files().size(), 2U);
  const SolvedLegs again = store_.kept(body_.surface, person_);
  ASSERT_TRUE(again.left && again.right);
  EXPECT_EQ(bytes_of(*again.left), bytes_of(*first.left));
  EXPECT_EQ(bytes_of(*again.right), bytes_of(*first.right));
}

TEST_F(KeptLegs, ABrokenFileIsSolvedAgainAndReplaced) {
  const SolvedLegs first = store_.solved(body_.surface, person_);
  for (const auto& file : files()) std::ofstream(file, std::ios::trunc) << "not a leg";
  EXPECT_FALSE(store_.kept(body_.surface, person_).left);
  const SolvedLegs again = store_.solved(body_.surface, person_);
  EXPECT_EQ(bytes_of(*again.left), bytes_of(*first.left));
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
  const BodyStore nowhere({}, CacheUse::read_and_write, kCellMm);
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
