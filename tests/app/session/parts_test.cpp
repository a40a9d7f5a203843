#include <gtest/gtest.h>

#include <tuple>

#include "app/session/history.h"

/// What undo does to a field follows from the part of the session it stands in. The parts are compared whole,
/// and each field is named once: one that is added has to be named here, and changed, before this compiles
/// and passes.
namespace {

using namespace app;

auto fields(RegionView& part) {
  auto& [plan, beside, week, camera, quantity, words] = part;
  return std::tie(plan, beside, week, camera, quantity, words);
}

auto fields(RegionSetup& part) {
  auto& [framing, tiptoe_framing, point_units, opened_camera] = part;
  return std::tie(framing, tiptoe_framing, point_units, opened_camera);
}

auto fields(Undone& part) {
  auto& [region, calf, face, responder, expression, pose, effort, layer, hidden, side_effect, compare, light,
         treatment, wipe, ghost_opacity, tape, session_shown, playback] = part;
  return std::tie(region, calf, face, responder, expression, pose, effort, layer, hidden, side_effect,
                  compare, light, treatment, wipe, ghost_opacity, tape, session_shown, playback);
}

auto fields(Kept& part) {
  auto& [calf_setup, face_setup, points, tapped, aspect, side_panel, outcome_page, findings_open, look,
         overlay, capture_requests, sheet, sheet_request, quit] = part;
  return std::tie(calf_setup, face_setup, points, tapped, aspect, side_panel, outcome_page, findings_open,
                  look, overlay, capture_requests, sheet, sheet_request, quit);
}

/// How many fields are the same in both.
template <typename Part>
int alike(Part before, Part after) {
  const auto a = fields(before);
  const auto b = fields(after);
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return (static_cast<int>(std::get<I>(a) == std::get<I>(b)) + ...);
  }
  (std::make_index_sequence<std::tuple_size_v<decltype(a)>>());
}

void change_all(RegionView& view) {
  const RegionView before = view;
  view.plan.title = "Another";
  view.beside = view.plan;
  view.week += 7.0;
  view.camera.eye_mm.x += 5.0;
  view.quantity = "another";
  view.words.notes = "another";
  EXPECT_EQ(alike(before, view), 0);
}

void change_all(RegionSetup& setup) {
  const RegionSetup before = setup;
  setup.framing.height_mm += 20.0;
  setup.tiptoe_framing.height_mm += 30.0;
  setup.point_units += 1.0;
  setup.opened_camera = render::StandardView::top;
  EXPECT_EQ(alike(before, setup), 0);
}

void change_all(Undone& part) {
  const Undone before = part;
  part.region = simulation::Region::face;
  change_all(part.calf);
  change_all(part.face);
  part.responder = simulation::Responder::high;
  part.expression = simulation::Expression::frown;
  part.pose = simulation::CalfPose::tiptoe;
  part.effort = 0.5;
  part.layer = render::Layer::xray;
  part.hidden.set(2);
  part.side_effect = simulation::AdverseOutcome::bruise;
  part.compare = Join::ghost;
  part.light.preset = render::LightPreset::beauty;
  part.treatment = Treatment::toxin;
  part.wipe = 0.25;
  part.ghost_opacity = 0.75;
  part.tape.shown = true;
  part.session_shown = 2;
  part.playback = {true, -1, 6.0, LoopMode::loop, 0.5};
  EXPECT_EQ(alike(before, part), 0);
}

void change_all(Kept& part) {
  const Kept before = part;
  change_all(part.calf_setup);
  change_all(part.face_setup);
  part.points.shown = true;
  part.tapped.emplace();
  part.aspect = 1.5;
  part.side_panel = SidePanel::plan;
  part.outcome_page = OutcomePage::side_effects;
  part.findings_open = true;
  part.look = {Theme::dark, 1.5, true};
  part.overlay.card = "girth";
  part.capture_requests = 3;
  part.sheet.paper = Paper::letter;
  part.sheet_request.number = 2;
  part.quit = true;
  EXPECT_EQ(alike(before, part), 0);
}

History desk() {
  simulation::Plan calf, face;
  face.region = simulation::Region::face;
  return History(start_session(Mode::consultant, calf, face));
}

bool same(const Undone& a, const Undone& b) {
  return a == b;
}
bool same(const Kept& a, const Kept& b) {
  return a == b;
}

TEST(Parts, UndoRedoAndResetBringBackEveryFieldOfTheUndonePart) {
  History history = desk();
  const Undone first = history.now;
  history = apply(std::move(history), action::SetWeek{3.0});
  change_all(static_cast<Undone&>(history.now));
  Undone second = history.now;
  second.playback.playing = false;  // nothing runs after an undo
  history = apply(std::move(history), action::Undo{});
  EXPECT_TRUE(same(history.now, first));
  history = apply(std::move(history), action::Redo{});
  EXPECT_TRUE(same(history.now, second));
  history = apply(std::move(history), action::ResetAll{});
  EXPECT_TRUE(same(history.now, first));
  history = apply(std::move(history), action::Undo{});
  EXPECT_TRUE(same(history.now, second));
}

TEST(Parts, UndoRedoAndResetLeaveEveryFieldOfTheKeptPartAndTheKiosk) {
  History history = desk();
  history = apply(std::move(history), action::SetWeek{3.0});
  change_all(static_cast<Kept&>(history.now));
  history.now.kiosk.idle_s = 5.0;
  const Session before = history.now;
  for (const Action& step : {Action(action::Undo{}), Action(action::Redo{}), Action(action::ResetAll{})}) {
    const double week = history.now.week();
    history = apply(std::move(history), step);
    EXPECT_NE(history.now.week(), week);  // it did something
    EXPECT_TRUE(same(static_cast<const Kept&>(history.now), before));
    EXPECT_EQ(history.now.kiosk, before.kiosk);
    EXPECT_EQ(history.now.mode, before.mode);
  }
}

}  // namespace
