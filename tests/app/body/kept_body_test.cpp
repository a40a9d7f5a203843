#include <gtest/gtest.h>

#include <cstring>

#include "app/body/free_points.h"
#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Expression;

constexpr double kCellMm = 16.0;  // coarse, so that a leg takes a second
const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED};

template <typename T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

void expect_same(const Surface& a, const Surface& b) {
  ASSERT_EQ(a.parts.size(), b.parts.size());
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    EXPECT_TRUE(same_bytes(a.parts[i].positions_mm, b.parts[i].positions_mm)) << i;
    EXPECT_TRUE(same_bytes(a.parts[i].normals, b.parts[i].normals)) << i;
  }
  EXPECT_TRUE(same_bytes(a.line_depths_mm, b.line_depths_mm));
}

void expect_same(const std::vector<simulation::AnatomyMesh>& a,
                 const std::vector<simulation::AnatomyMesh>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_TRUE(same_bytes(a[i].positions_mm, b[i].positions_mm)) << i;
    EXPECT_TRUE(same_bytes(a[i].normals, b[i].normals)) << i;
  }
}

/// One folder, one region, and a plan of a person of it.
class KeptBody : public testing::Test {
 protected:
  explicit KeptBody(const std::string& plan)
      : plan_(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + plan + ".json")),
        mesh_(std::make_shared<const RegionMesh>(RegionMesh::load(kPaths, plan_.region))) {}

  std::shared_ptr<Body> made_anew() const {
    auto body = std::make_shared<Body>(mesh_, plan_.person);
    body->solve(store_);
    return body;
  }
  void keep() const { made_anew()->keep(store_); }
  std::shared_ptr<Body> kept(const simulation::Person& person) const {
    return Body::kept(mesh_, person, store_);
  }
  std::shared_ptr<Body> kept() const { return kept(plan_.person); }
  Outcome outcome(std::shared_ptr<const Body> body) const {
    return {std::move(body), bench_.model(), bench_.fillers(), plan_};
  }
  std::filesystem::path file() const {
    return store_.bodies().file_of(body_key(*mesh_, plan_.person, kCellMm));
  }

  Scratch scratch_;
  BodyStore store_{scratch_ / "kept", CacheUse::read_and_write, kCellMm};
  simulation::Plan plan_;
  std::shared_ptr<const RegionMesh> mesh_;
  Workbench bench_{kPaths};
};

struct KeptFace : KeptBody {
  KeptFace() : KeptBody("face-filler") {}
};
struct KeptCalf : KeptBody {
  KeptCalf() : KeptBody("calf-one-leg") {}
};

TEST_F(KeptFace, HasTheBytesOfOneMadeAnew) {
  EXPECT_FALSE(kept());
  const auto first = made_anew();
  first->keep(store_);
  made_anew()->keep(store_);  // the destructor waits until it is written
  const auto again = kept();
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->solved());
  const Outcome a = outcome(first), b = outcome(again);
  for (const Expression expression : {Expression::neutral, Expression::frown, Expression::smile}) {
    for (const double week : {0.0, 6.0}) {
      Moment moment;
      moment.week = week;
      moment.expression = expression;
      expect_same(a.surface(moment), b.surface(moment));
    }
  }
  ASSERT_EQ(first->lines()->lines().size(), again->lines()->lines().size());
  EXPECT_EQ(first->lines()->axis_z_mm(), again->lines()->axis_z_mm());
  EXPECT_EQ(first->response().face.brow_rise_mm, again->response().face.brow_rise_mm);
  EXPECT_EQ(first->landmarks(), again->landmarks());
  const Surface rest = a.baseline({});
  expect_same(first->anatomy({}, {}, rest), again->anatomy({}, {}, rest));
}

TEST_F(KeptFace, IsThatOfAllWhoHaveItsShape) {
  keep();
  simulation::Person other = plan_.person;
  other.skin_tone = 6;
  other.face.glabella = {0, 1};
  other.calf.fat_mm += 1.0;
  EXPECT_TRUE(kept(other));
  EXPECT_EQ(kept(other)->person(), other);
  other.age_years += 1.0;
  EXPECT_FALSE(kept(other));
}

TEST_F(KeptFace, ABrokenFileIsNone) {
  keep();
  const std::string bytes = text_of(file());
  ASSERT_GT(bytes.size(), 1'000'000U);
  std::ofstream(file(), std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  EXPECT_FALSE(kept());
  std::string changed = bytes;
  changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 1);
  std::ofstream(file(), std::ios::binary) << changed;
  EXPECT_FALSE(kept());
  keep();
  EXPECT_TRUE(kept());
}

TEST_F(KeptFace, AStoreThatOnlyReadsLeavesTheFolderAsItIs) {
  const BodyStore reader(scratch_ / "kept", CacheUse::read_only, kCellMm);
  made_anew()->keep(reader);
  EXPECT_FALSE(std::filesystem::exists(file()));
  keep();
  EXPECT_TRUE(Body::kept(mesh_, plan_.person, reader));
}

TEST_F(KeptCalf, HasTheBytesOfOneMadeAnew) {
  EXPECT_FALSE(kept());
  keep();
  const auto first = made_anew();
  const auto again = kept();
  ASSERT_TRUE(again);
  const Outcome a = outcome(first), b = outcome(again);
  for (const simulation::CalfPose pose : {simulation::CalfPose::standing, simulation::CalfPose::tiptoe}) {
    for (const double week : {0.0, 12.0}) {
      Moment moment;
      moment.week = week;
      moment.pose = pose;
      const Surface skin = a.surface(moment);
      expect_same(skin, b.surface(moment));
      const auto state = a.state(moment);
      expect_same(first->anatomy(state, moment, skin), again->anatomy(state, moment, skin));
      for (const BodySide side : simulation::kBodySides) {
        EXPECT_EQ(first->tape(side).largest(skin.parts.front().positions_mm).girth_mm,
                  again->tape(side).largest(skin.parts.front().positions_mm).girth_mm);
        EXPECT_EQ(first->gastrocnemius_mm(side, state), again->gastrocnemius_mm(side, state));
      }
    }
  }
}

TEST_F(KeptCalf, ItsResponseIsMeasuredOnceAndKept) {
  keep();
  const auto measured = kept()->response();  // measured and kept
  const auto read = kept()->response();
  const auto anew = made_anew()->response();
  for (const BodySide side : simulation::kBodySides) {
    EXPECT_EQ(measured.calf[side].girth_cm, anew.calf[side].girth_cm);
    EXPECT_EQ(read.calf[side].girth_cm, anew.calf[side].girth_cm);
    EXPECT_EQ(read.calf[side].thickness_mm, anew.calf[side].thickness_mm);
    EXPECT_EQ(read.calf[side].soleus_ml, anew.calf[side].soleus_ml);
    EXPECT_NE(read.calf[side].girth_cm[0], 0.0);
  }
}

TEST_F(KeptCalf, TakesDosesAtPlacesOfTheirOwn) {
  keep();
  simulation::Sided<std::vector<simulation::CalfDose>> doses;
  const auto even = made_anew();
  for (const BodySide side : simulation::kBodySides) {
    const simulation::LegFrame& leg = even->tape(side).frame();
    doses[side] = {{simulation::CalfMuscle::medial, 20.0,
                    leg.axis_point_mm(0.3) + 50.0 * leg.posterior + 20.0 * leg.medial}};
  }
  const auto first = even->with_doses(doses);
  const auto again = kept()->with_doses(doses);
  Moment moment;
  moment.week = 12.0;
  const Surface placed = outcome(first).surface(moment);
  expect_same(placed, outcome(again).surface(moment));
  EXPECT_FALSE(
      same_bytes(placed.parts[0].positions_mm, outcome(kept()).surface(moment).parts[0].positions_mm));
  // What such a plan measures is its own, and not kept for the person.
  const double own = again->response().calf.left.girth_cm[0];
  EXPECT_NE(kept()->response().calf.left.girth_cm[0], own);
}

TEST_F(KeptCalf, ShowsItsMusclesWithoutTheFilesOfItsLegs) {
  keep();
  const auto again = kept();
  for (const auto& entry : std::filesystem::directory_iterator(scratch_ / "kept"))
    if (entry.path().extension() == ".leg") std::filesystem::remove(entry.path());
  const Surface rest = again->surface({}, {});
  expect_same(again->anatomy({}, {}, rest), made_anew()->anatomy({}, {}, rest));
}

}  // namespace
}  // namespace app
