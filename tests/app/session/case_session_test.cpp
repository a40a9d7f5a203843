#include <gtest/gtest.h>

#include "app/files/plan_file.h"
#include "app/session/case_of_session.h"
#include "app/session/history.h"

namespace app {
namespace {

using simulation::Region;

render::Framing framing(double height_mm) {
  render::Framing framing;
  framing.height_mm = height_mm;
  framing.centre_mm = {0, height_mm / 3, 0};
  return framing;
}

Session framed_session() {
  simulation::Plan calf, face;
  calf.title = "calf";
  calf.sessions.resize(2);
  calf.sessions[1].week = 14;
  face.region = Region::face;
  Session session = start_session(Mode::consultant, calf, face);
  session = apply(std::move(session), action::SetAspect{1.4});
  for (const Region region : {Region::calf, Region::face})
    session = apply(std::move(session), action::SetFraming{region, framing(480), framing(500)});
  return session;
}

/// A desk that has been used: nothing is as it was at the start.
Session used_session() {
  Session session = framed_session();
  simulation::Plan second = session.calf.plan;
  second.title = "B";
  for (const Action& one : std::initializer_list<Action>{action::SetCaseTitle{"My case"},
                                                         action::SetNotes{"first\nsecond"},
                                                         action::SetBeside{second},
                                                         action::SetCompare{Join::wipe},
                                                         action::SetWipe{0.3},
                                                         action::SetGhost{0.7},
                                                         action::SetWeek{20},
                                                         action::SetResponder{simulation::Responder::high},
                                                         action::SetPose{simulation::CalfPose::tiptoe},
                                                         action::SetEffort{0.6},
                                                         action::SetLayer{render::Layer::xray},
                                                         action::HideStructure{simulation::Structure::soleus},
                                                         action::ShowTape{true},
                                                         action::PlaceTape{0.4},
                                                         action::ShowPoints{true},
                                                         action::SetLight{render::LightPreset::beauty},
                                                         action::ShowSession{1},
                                                         action::SetQuantity{"calf.left.max_girth"},
                                                         action::Orbit{0.3, 0.1},
                                                         action::Zoom{1.7, {0.1, 0.2}}})
    session = apply(std::move(session), one);
  CaseView peak;
  peak.week = 10;
  session.calf.words.bookmarks = {{"Peak", peak, "words", {}}};
  return session;
}

TEST(CaseSession, WhatWasSavedOpensAsItWasLeft) {
  const Session used = used_session();
  const Case saved = parse_case(case_text(case_of(used, Region::calf)), "c.json");
  History history(framed_session());
  history = apply(std::move(history), action::OpenCase{saved});
  const Undone &before = used, &after = history.now;
  EXPECT_EQ(before.calf.camera, after.calf.camera);
  EXPECT_EQ(before, after);
  EXPECT_EQ(history.now.points.shown, used.points.shown);
  EXPECT_EQ(case_of(history.now, Region::calf), saved) << "and saves as it was opened";
}

TEST(CaseSession, TheViewWaitsForItsBody) {
  const Session used = used_session();
  const Case saved = case_of(used, Region::calf);
  simulation::Plan calf, face;
  face.region = Region::face;
  Session late = start_session(Mode::consultant, calf, face);
  late = apply(std::move(late), action::OpenCase{saved});
  EXPECT_EQ(case_of(late, Region::calf).view->camera, saved.view->camera) << "kept while no body is there";
  late = apply(std::move(late), action::SetAspect{1.4});
  late = apply(std::move(late), action::SetFraming{Region::calf, framing(450), framing(460)});
  // The preview of a body, then the body.
  late = apply(std::move(late), action::SetFraming{Region::calf, framing(480), framing(500)});
  EXPECT_EQ(late.calf.camera, used.calf.camera);
  late = apply(std::move(late), action::Orbit{0.2, 0});
  const render::Camera turned = late.calf.camera;
  late = apply(std::move(late), action::SetFraming{Region::calf, framing(480), framing(500)});
  EXPECT_EQ(late.calf.camera.eye_mm, turned.eye_mm) << "turned by hand it is no longer the case's";
}

TEST(CaseSession, AStandardViewIsToldByName) {
  Session session = framed_session();
  session = apply(std::move(session), action::SetView{render::StandardView::quarter_left});
  const Case saved = case_of(session, Region::calf);
  EXPECT_EQ(std::get<render::StandardView>(*saved.view->camera), render::StandardView::quarter_left);
}

TEST(CaseSession, ACaseWithoutAViewOpensAsANewSession) {
  History history(used_session());
  Case bare = case_of(history.now, Region::calf);
  bare.view.reset();
  bare.beside.reset();
  history = apply(std::move(history), action::OpenCase{bare});
  Undone fresh = framed_session(), now = history.now;
  fresh.calf.words = now.calf.words;
  EXPECT_EQ(now, fresh);
}

TEST(CaseSession, OpeningLeavesNoWayBackIntoTheCaseBefore) {
  History history(framed_session());
  history = apply(std::move(history), action::SetNotes{"private"});
  Case other;
  other.title = "Other";
  history = apply(std::move(history), action::OpenCase{other});
  history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.calf.words.notes, "");
  history = apply(std::move(history), action::SetCaseTitle{"Changed"});
  history = apply(std::move(history), action::ResetAll{});
  EXPECT_EQ(history.now.calf.words.title, "Other") << "starting over is that of the case";
}

TEST(CaseSession, TitleAndNotesAreUndoneAndKeptToTheirLength) {
  History history(framed_session());
  history = apply(std::move(history), action::SetCaseTitle{"a"});
  history = apply(std::move(history), action::SetCaseTitle{"ab"});
  EXPECT_EQ(history.past.size(), 1u) << "typing is one step";
  history = apply(std::move(history), action::Undo{});
  EXPECT_EQ(history.now.calf.words.title, "");
  std::string longest(kMaxTitleBytes - 1, 'x');
  const Session now = apply(history.now, action::SetCaseTitle{longest + "ä"});
  EXPECT_EQ(now.calf.words.title, longest) << "no letter is cut in two";
}

TEST(CaseSession, LookingIsNoWork) {
  const Session session = framed_session();
  const Session looked = apply(apply(session, action::SetWeek{9}), action::Orbit{0.2, 0});
  EXPECT_TRUE(same_work(case_of(session, Region::calf), case_of(looked, Region::calf)));
  const Session noted = apply(session, action::SetNotes{"x"});
  EXPECT_FALSE(same_work(case_of(session, Region::calf), case_of(noted, Region::calf)));
  EXPECT_TRUE(same_work(case_of(session, Region::face), case_of(noted, Region::face)));
}

TEST(CaseSession, AKioskOpensNone) {
  simulation::Plan calf, face;
  face.region = Region::face;
  const Session kiosk = start_session(Mode::kiosk, calf, face);
  EXPECT_FALSE(allowed(kiosk, action::OpenCase{}));
  EXPECT_FALSE(allowed(kiosk, action::AskCase{action::CaseStep::save}));
}

}  // namespace
}  // namespace app
