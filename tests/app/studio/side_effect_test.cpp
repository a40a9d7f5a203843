#include "app/studio/side_effect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/studio/captions.h"
#include "tests/app/english.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using simulation::AdverseOutcome;
using simulation::Region;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<KnownOutcome> known() {
  return read_outcomes(std::filesystem::path(FORESHOW_SOURCE) / "assets/clinical/outcomes.json");
}

Pane pane(std::optional<AdverseOutcome> shown) {
  static const auto outcome = example_face();
  Pane one;
  one.outcome = outcome;
  one.moment.week = 6.0;
  one.moment.side_effect = shown;
  return one;
}

TEST(SideEffect, EachIsNamedWithTheRateOfTheEvidenceOrThatThereIsNone) {
  for (const auto& [shown, name] : kStateNames) {
    if (!shown) continue;
    const Region region = region_of(*shown).value_or(Region::face);
    simulation::Plan plan;
    plan.region = region;
    plan.sessions.resize(1);
    const std::string line = side_effect_line(*shown, plan, 0.5, known(), english());
    EXPECT_THAT(line, testing::StartsWith("Possible side effect, shown for teaching: ")) << name;
    const auto all = known();
    const auto found = std::find_if(all.begin(), all.end(), [&, one = shown](const KnownOutcome& k) {
      return k.outcome == *one && k.region == region;
    });
    ASSERT_NE(found, all.end()) << name;
    EXPECT_THAT(line, HasSubstr(found->per_100 ? "of 100 treated people" : "how often is not measured"));
  }
  EXPECT_THAT(side_effect_line(pane(AdverseOutcome::eyelid_droop), known(), english()),
              HasSubstr("0.9 to 5.4 of 100"));
}

TEST(SideEffect, StandsInEveryPictureThatShowsOneAndInNoOther) {
  const std::string line = side_effect_line(pane(AdverseOutcome::eyelid_droop), known(), english());
  ASSERT_FALSE(line.empty());
  const Pane shown = pane(AdverseOutcome::eyelid_droop);
  EXPECT_THAT(captions_of(joined(Join::one, shown), false, english(), known()), ElementsAre(line));
  EXPECT_THAT(captions_of(joined(Join::one, shown), true, english(), known()),
              ElementsAre("Week 6, typical responder\n" + line));
  EXPECT_THAT(captions_of(joined(Join::side, shown), false, english(), known()),
              ElementsAre("Before treatment", "Week 6, typical responder\n" + line));
  EXPECT_THAT(captions_of(joined(Join::ghost, shown), false, english(), known()).at(0), HasSubstr(line));
  for (const std::string& words :
       captions_of(joined(Join::beside, shown, example_face()), false, english(), known()))
    EXPECT_THAT(words, HasSubstr(line));
  EXPECT_TRUE(captions_of(joined(Join::one, pane({})), false, english(), known()).empty());
}

TEST(SideEffect, TheUntreatedBodyHasNone) {
  EXPECT_EQ(untreated(pane(AdverseOutcome::eyelid_droop)), untreated(pane({})));
}

TEST(SideEffect, OfTheSkinIsToldWhereTheSkinIsSeen) {
  Pane bruised = pane(AdverseOutcome::bruise);
  EXPECT_FALSE(side_effect_line(bruised, known(), english()).empty());
  bruised.layer = render::Layer::muscle;
  EXPECT_TRUE(side_effect_line(bruised, known(), english()).empty());
}

TEST(SideEffect, ABruiseAgesFromItsSessionForTwoWeeks) {
  simulation::Plan plan;
  plan.sessions.resize(2);
  plan.sessions[1].week = 12.0;
  EXPECT_EQ(bruise_day(plan, 0.0), 0);
  EXPECT_EQ(bruise_day(plan, 1.0), 7);
  EXPECT_EQ(bruise_day(plan, 13.0), 7);
  EXPECT_EQ(bruise_day(plan, 2.0), 14);
  EXPECT_EQ(bruise_day(plan, 8.0), std::nullopt);
  plan.sessions[0].week = 1.0;
  EXPECT_EQ(bruise_day(plan, 0.0), std::nullopt);
}

TEST(SideEffect, ABruiseThatIsGoneIsToldToBeGone) {
  Pane bruised = pane(AdverseOutcome::bruise);
  bruised.moment.week = 1.0;
  EXPECT_THAT(side_effect_line(bruised, known(), english()), HasSubstr("day 7"));
  bruised.moment.week = 4.0;
  const std::string gone = side_effect_line(bruised, known(), english());
  EXPECT_THAT(gone, HasSubstr("no bruise at this week"));
  EXPECT_THAT(gone, testing::Not(HasSubstr("day 3")));
}

TEST(SideEffect, APlanShowsWhatItsRegionAndSessionsAllow) {
  simulation::Plan calf;
  calf.region = Region::calf;
  EXPECT_TRUE(can_show(AdverseOutcome::weak_push_off, calf));
  EXPECT_FALSE(can_show(AdverseOutcome::eyelid_droop, calf));
  EXPECT_FALSE(can_show(AdverseOutcome::bruise, calf));
  calf.sessions.resize(1);
  EXPECT_TRUE(can_show(AdverseOutcome::bruise, calf));
  EXPECT_TRUE(is_seen_in(render::Layer::xray, AdverseOutcome::weak_push_off));
  EXPECT_FALSE(is_seen_in(render::Layer::xray, AdverseOutcome::bruise));
}

}  // namespace
}  // namespace app
