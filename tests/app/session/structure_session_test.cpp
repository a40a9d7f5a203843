#include <gtest/gtest.h>

#include "app/session/apply.h"
#include "app/session/history.h"

namespace {

using namespace app;

History desk(Mode mode = Mode::consultant) {
  simulation::Plan calf, face;
  face.region = simulation::Region::face;
  calf.sessions.emplace_back();
  face.sessions.emplace_back();
  return History(start_session(mode, calf, face));
}

const Tapped kSoleus{
    simulation::Structure::soleus, simulation::BodySide::right, false, 4, {7, {0.2, 0.3, 0.5}}, 0};

TEST(StructureSession, ATapOpensACardThatUndoNeitherClosesNorBringsBack) {
  History h = desk();
  h = apply(h, action::SetWeek{8.0});
  h = apply(h, action::TapStructure{kSoleus});
  ASSERT_TRUE(h.now.tapped);
  EXPECT_EQ(*h.now.tapped, kSoleus);
  EXPECT_EQ(h.past.size(), 1u);
  h = apply(h, action::Undo{});
  EXPECT_EQ(h.now.week(), 0.0);
  EXPECT_TRUE(h.now.tapped);
  h = apply(h, action::CloseStructure{});
  EXPECT_FALSE(h.now.tapped);
  h = apply(h, action::Redo{});
  EXPECT_EQ(h.now.week(), 8.0);
  EXPECT_FALSE(h.now.tapped);
}

TEST(StructureSession, EscClosesWhatLiesOnTopFirst) {
  History h = desk();
  h = apply(h, action::TapStructure{kSoleus});
  h = apply(h, action::OpenCard{"girth"});
  h = apply(h, action::CloseOverlay{});
  EXPECT_TRUE(h.now.tapped);
  h = apply(h, action::CloseOverlay{});
  EXPECT_FALSE(h.now.tapped);
}

TEST(StructureSession, OtherMeshesPanesOrToolsCloseIt) {
  for (const Action& other :
       {Action(action::SetRegion{simulation::Region::face}), Action(action::SetLayer{render::Layer::xray}),
        Action(action::SetCompare{Join::side}), Action(action::PlacePoints{true}),
        Action(action::ShowTape{true})}) {
    History h = apply(desk(), action::TapStructure{kSoleus});
    ASSERT_TRUE(h.now.tapped);
    h = apply(h, other);
    EXPECT_FALSE(h.now.tapped) << other.index();
  }
  for (const Action& harmless : {Action(action::SetWeek{3.0}), Action(action::Orbit{0.1, 0.0}),
                                 Action(action::ShowPoints{true}), Action(action::SetPose{})}) {
    const History h = apply(apply(desk(), action::TapStructure{kSoleus}), harmless);
    EXPECT_TRUE(h.now.tapped) << harmless.index();
  }
}

TEST(StructureSession, UndoingALayerClosesIt) {
  History h = apply(desk(), action::SetLayer{render::Layer::xray});
  h = apply(h, action::TapStructure{kSoleus});
  h = apply(h, action::Undo{});
  EXPECT_EQ(h.now.layer, render::Layer::skin);
  EXPECT_FALSE(h.now.tapped);
}

TEST(StructureSession, AToolThatTakesTheTapsOpensNone) {
  for (const Action& tool : {Action(action::PlacePoints{true}), Action(action::ShowTape{true})}) {
    const History h = apply(apply(desk(), tool), action::TapStructure{kSoleus});
    EXPECT_FALSE(h.now.tapped);
  }
  // A face has no tape.
  History h = apply(desk(), action::ShowTape{true});
  h = apply(apply(h, action::SetRegion{simulation::Region::face}), action::TapStructure{kSoleus});
  EXPECT_TRUE(h.now.tapped);
}

TEST(StructureSession, AKioskTellsStructuresAndForgetsThem) {
  History h = desk(Mode::kiosk);
  h = apply(h, action::TapStructure{kSoleus});
  EXPECT_FALSE(h.now.tapped);  // nobody is there yet
  h = apply(apply(h, action::Touch{}), action::AcceptNotice{});
  ASSERT_EQ(h.now.kiosk.screen, KioskScreen::main);
  h = apply(h, action::TapStructure{kSoleus});
  EXPECT_TRUE(h.now.tapped);
  h = apply(h, action::StartOver{});
  EXPECT_FALSE(h.now.tapped);
}

TEST(StructureSession, HidingAndShowingAloneAreUndone) {
  History h = apply(desk(), action::SetLayer{render::Layer::muscle});
  h = apply(h, action::TapStructure{kSoleus});
  h = apply(h, action::HideStructure{simulation::Structure::soleus});
  EXPECT_TRUE(has(h.now.hidden, simulation::Structure::soleus));
  EXPECT_FALSE(h.now.tapped);  // nothing is left to point at
  h = apply(h, action::Undo{});
  EXPECT_TRUE(h.now.hidden.none());
  h = apply(h, action::TapStructure{kSoleus});
  h = apply(h, action::IsolateStructure{simulation::Structure::soleus});
  EXPECT_EQ(h.now.hidden, all_but(simulation::Structure::soleus));
  EXPECT_FALSE(has(h.now.hidden, simulation::Structure::corrugator));  // of the other region
  EXPECT_TRUE(h.now.tapped);
  h = apply(h, action::ShowAllStructures{});
  EXPECT_TRUE(h.now.hidden.none());
}

TEST(StructureSession, ALayerOfWhichAllIsHiddenShowsAll) {
  History h = apply(desk(), action::SetLayer{render::Layer::fat});
  h = apply(h, action::IsolateStructure{simulation::Structure::subcutaneous_fat});
  ASSERT_TRUE(has(h.now.hidden, simulation::Structure::soleus));
  // Skin draws no anatomy and changes nothing; muscles alone have no fat.
  h = apply(h, action::SetLayer{render::Layer::skin});
  EXPECT_TRUE(has(h.now.hidden, simulation::Structure::soleus));
  h = apply(h, action::SetLayer{render::Layer::muscle});
  EXPECT_TRUE(h.now.hidden.none());
  // One muscle is something to show in all of them.
  h = apply(h, action::IsolateStructure{simulation::Structure::soleus});
  h = apply(h, action::SetLayer{render::Layer::xray});
  EXPECT_EQ(h.now.hidden, all_but(simulation::Structure::soleus));
}

TEST(StructureSession, FatIsOfACalf) {
  History h = apply(desk(), action::SetLayer{render::Layer::fat});
  EXPECT_EQ(h.now.layer, render::Layer::fat);
  h = apply(h, action::SetRegion{simulation::Region::face});
  EXPECT_EQ(h.now.layer, render::Layer::xray);
  h = apply(h, action::SetLayer{render::Layer::fat});
  EXPECT_EQ(h.now.layer, render::Layer::xray);
}

TEST(SideEffectSession, IsHeldSoThatItIsSeenAndUndone) {
  using simulation::AdverseOutcome;
  History h = apply(desk(), action::SetLayer{render::Layer::muscle});
  h = apply(h, action::SetSideEffect{AdverseOutcome::bruise});
  EXPECT_EQ(h.now.side_effect, AdverseOutcome::bruise);
  EXPECT_EQ(h.now.layer, render::Layer::skin);
  h = apply(h, action::Undo{});
  EXPECT_FALSE(h.now.side_effect);
  EXPECT_EQ(h.now.layer, render::Layer::muscle);
  h = apply(h, action::SetSideEffect{AdverseOutcome::eyelid_droop});
  EXPECT_FALSE(h.now.side_effect);  // of a face
  h = apply(h, action::SetSideEffect{AdverseOutcome::weak_push_off});
  EXPECT_EQ(h.now.pose, simulation::CalfPose::tiptoe);
  h = apply(h, action::SetPose{simulation::CalfPose::standing});
  EXPECT_FALSE(h.now.side_effect);
  h = apply(apply(h, action::SetSideEffect{AdverseOutcome::weak_push_off}), action::ShowTape{true});
  EXPECT_FALSE(h.now.side_effect);  // the tape reads the plan alone
  h = apply(apply(h, action::SetSideEffect{AdverseOutcome::weak_push_off}),
            action::SetRegion{simulation::Region::face});
  EXPECT_FALSE(h.now.side_effect);
  h = apply(h, action::SetSideEffect{AdverseOutcome::uneven_smile});
  EXPECT_EQ(h.now.expression, simulation::Expression::smile);
  EXPECT_EQ(h.now.side_effect, AdverseOutcome::uneven_smile);
}

}  // namespace
