#include "app/studio/frame.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

Pane pane() {
  static const auto outcome = example_face();
  Pane one;
  one.outcome = outcome;
  one.moment.week = 6.0;
  return one;
}

TEST(Frame, IsEqualWhereAllThatIsShownIsEqual) {
  const Frame frame = joined(Join::wipe, pane());
  EXPECT_EQ(frame, joined(Join::wipe, pane()));
  const std::function<void(Frame&)> changes[] = {
      [](Frame& f) { f.join = Join::side; },
      [](Frame& f) { f.wipe = 0.4; },
      [](Frame& f) { f.ghost_opacity = 0.3; },
      [](Frame& f) { f.panes.pop_back(); },
      [](Frame& f) { f.panes[1].outcome = example_face(); },
      [](Frame& f) { f.panes[1].stage = Stage::before; },
      [](Frame& f) { f.panes[1].moment.week = 7.0; },
      [](Frame& f) { f.panes[1].moment.responder = simulation::Responder::high; },
      [](Frame& f) { f.panes[1].moment.expression = simulation::Expression::frown; },
      [](Frame& f) { f.panes[1].moment.side_effect = simulation::AdverseOutcome::eyelid_droop; },
      [](Frame& f) { f.panes[1].hidden.set(0); },
      [](Frame& f) { f.panes[1].camera.near_mm += 1.0; },
      [](Frame& f) { f.panes[1].layer = render::Layer::heat; },
      [](Frame& f) { f.panes[1].light.preset = render::LightPreset::beauty; },
      [](Frame& f) { f.panes[1].tape.shown = true; },
      [](Frame& f) { f.panes[1].needles.emplace(); },
      [](Frame& f) { f.panes[1].highlighted.emplace(); }};
  for (const auto& change : changes) {
    Frame other = frame;
    change(other);
    EXPECT_NE(other, frame) << &change - changes;
  }
}

TEST(Frame, ComparesAPaneWithItsOwnUntreatedBody) {
  for (const Join join : {Join::side, Join::wipe, Join::ghost}) {
    const Frame frame = joined(join, pane());
    ASSERT_EQ(frame.panes.size(), 2u);
    EXPECT_EQ(frame.panes[0], untreated(pane()));
    EXPECT_EQ(frame.main(), pane());
  }
  EXPECT_EQ(joined(Join::one, pane()).panes.size(), 1u);
}

TEST(Frame, TheUntreatedBodyIsTheSamePaneAtEveryWeekAndForEveryResponder) {
  Pane later = pane();
  later.moment.week = 30.0;
  later.moment.responder = simulation::Responder::low;
  later.moment.treatment = Treatment::toxin;
  EXPECT_EQ(untreated(later), untreated(pane()));
  later.moment.expression = simulation::Expression::raise;
  EXPECT_NE(untreated(later), untreated(pane()));
}

TEST(Frame, MarksThatCannotBeReadTwiceAreLeftOut) {
  Pane marked = pane();
  marked.tape = {true, 0.5};
  marked.needles.emplace();
  const Frame ghost = joined(Join::ghost, marked);
  EXPECT_FALSE(ghost.panes[0].tape.shown);
  EXPECT_FALSE(ghost.panes[0].needles);
  EXPECT_EQ(ghost.panes[1], marked);
  const Frame side = joined(Join::side, marked);
  EXPECT_EQ(side.panes[0].tape, marked.tape);
  EXPECT_EQ(side.panes[0].needles, marked.needles);
  const Frame plans = joined(Join::beside, marked, example_face());
  for (const Pane& one : plans.panes) {
    EXPECT_FALSE(one.tape.shown);
    EXPECT_FALSE(one.needles);
  }
}

TEST(Frame, OfTwoPlansTheFirstIsTheMainOneAndTheSecondMayBeStillToCome) {
  const auto second = example_face("face-full");
  const Frame frame = joined(Join::beside, pane(), second);
  EXPECT_EQ(frame.main().outcome, pane().outcome);
  EXPECT_EQ(frame.panes.at(1).outcome, second);
  EXPECT_EQ(frame.panes[1].camera, frame.panes[0].camera);
  EXPECT_EQ(joined(Join::beside, pane()).panes.size(), 1u);
}

}  // namespace
}  // namespace app
