#include <gtest/gtest.h>

#include "app/session/apply.h"
#include "app/session/history.h"

namespace {

using namespace app;
using simulation::FillerSite;

History desk(Mode mode = Mode::consultant) {
  simulation::Plan calf, face;
  face.region = simulation::Region::face;
  History h(start_session(mode, calf, face));
  return apply(std::move(h), action::SetRegion{simulation::Region::face});
}

const std::vector<simulation::Filler>& fillers(const History& h) {
  return h.now.plan().fillers;
}

TEST(FillerSession, AddsChangesAndRemovesAndUndoesEach) {
  History h = desk();
  const std::size_t before = h.past.size();
  h = apply(h, action::SetWeek{6.0});
  h = apply(h, action::EndGesture{});
  h = apply(h, action::AddFiller{});
  ASSERT_EQ(fillers(h).size(), 1u);
  EXPECT_EQ(fillers(h)[0], (simulation::Filler{FillerSite::cheek, 1.0, 6.0}));
  h = apply(h, action::AddFiller{});
  EXPECT_NE(fillers(h)[1].site, FillerSite::cheek);
  for (const double ml : {1.1, 1.2, 1.3}) h = apply(h, action::SetFiller{0, {FillerSite::lips, ml, 8.0}});
  h = apply(h, action::EndGesture{});
  EXPECT_EQ(fillers(h)[0], (simulation::Filler{FillerSite::lips, 1.3, 8.0}));
  h = apply(h, action::RemoveFiller{1});
  EXPECT_EQ(fillers(h).size(), 1u);
  EXPECT_EQ(h.past.size(), before + 5u);
  h = apply(h, action::Undo{});
  EXPECT_EQ(fillers(h).size(), 2u);
  h = apply(h, action::Undo{});
  EXPECT_EQ(fillers(h)[0].site, FillerSite::cheek);
  h = apply(h, action::Redo{});
  EXPECT_EQ(fillers(h)[0].site, FillerSite::lips);
}

TEST(FillerSession, HoldsEnteredValuesInRange) {
  History h = apply(desk(), action::AddFiller{});
  h = apply(h, action::SetFiller{0, {FillerSite::lips, 9.0, -4.0}});
  EXPECT_EQ(fillers(h)[0], (simulation::Filler{FillerSite::lips, 3.0, 0.0}));
  h = apply(h, action::SetFiller{0, {FillerSite::lips, 0.26, 2.4}});
  EXPECT_NEAR(fillers(h)[0].millilitres, 0.3, 1e-12);
  EXPECT_EQ(fillers(h)[0].week, 2.0);
  h = apply(h, action::SetFiller{7, {FillerSite::lips, 1.0, 0.0}});
  h = apply(h, action::RemoveFiller{-1});
  EXPECT_EQ(fillers(h).size(), 1u);
  // However they are entered, the plan stays valid.
  for (int i = 0; i < 12; ++i) h = apply(h, action::AddFiller{});
  for (int i = 0; i < 10; ++i) h = apply(h, action::SetFiller{i, {FillerSite::cheek, 3.0, 0.0}});
  EXPECT_EQ(fillers(h).size(), 10u);
  EXPECT_NO_THROW(simulation::validate(h.now.plan()));
}

TEST(FillerSession, ACalfHasNone) {
  History h = apply(desk(), action::SetRegion{simulation::Region::calf});
  h = apply(h, action::AddFiller{});
  h = apply(h, action::SetTreatment{Treatment::filler});
  EXPECT_TRUE(h.now.calf.plan.fillers.empty());
  EXPECT_EQ(h.now.treatment, Treatment::both);
}

TEST(FillerSession, WhatIsShownIsUndoneAndWholeAgainWithoutFiller) {
  History h = apply(desk(), action::AddFiller{});
  h = apply(h, action::SetTreatment{Treatment::toxin});
  EXPECT_EQ(h.now.treatment, Treatment::toxin);
  h = apply(h, action::Undo{});
  EXPECT_EQ(h.now.treatment, Treatment::both);
  h = apply(h, action::SetTreatment{Treatment::toxin});
  h = apply(h, action::RemoveFiller{0});
  EXPECT_EQ(h.now.treatment, Treatment::both);
}

}  // namespace
