#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/history.h"

namespace {

using namespace app;

/// Every action by name: whether a consultant's desk takes it, whether a kiosk does on its main screen or on
/// every screen, whether it leaves a step to undo, and whether two in a row are one step.
const std::vector<std::string> kActions = {"AcceptNotice every-screen",
                                           "AddFiller desk undoable",
                                           "AddPoint desk undoable",
                                           "AddSession desk undoable",
                                           "AskCase desk",
                                           "Capture desk",
                                           "CloseOverlay desk kiosk",
                                           "ClosePinPad every-screen",
                                           "CloseStructure desk kiosk",
                                           "CompareGentler desk undoable",
                                           "EndGesture desk every-screen",
                                           "GoFirst desk kiosk undoable",
                                           "GoLast desk kiosk undoable",
                                           "HideStructure desk kiosk undoable",
                                           "IsolateStructure desk kiosk undoable",
                                           "MakeSheet desk",
                                           "MovePoint desk undoable continuous",
                                           "OpenCard desk kiosk",
                                           "OpenCase desk",
                                           "OpenPinPad every-screen",
                                           "Orbit desk kiosk undoable continuous",
                                           "Pan desk kiosk undoable continuous",
                                           "PinDigit every-screen",
                                           "PlacePoints desk",
                                           "PlaceTape desk undoable continuous",
                                           "Quit desk",
                                           "Redo desk",
                                           "RemoveFiller desk undoable",
                                           "RemovePoint desk undoable",
                                           "RemoveSession desk undoable",
                                           "ResetAll desk undoable",
                                           "ResetView desk kiosk undoable",
                                           "SelectPoint desk",
                                           "SetAspect desk every-screen",
                                           "SetBeside desk undoable",
                                           "SetCaseTitle desk undoable continuous",
                                           "SetCompare desk kiosk undoable",
                                           "SetDirection desk undoable",
                                           "SetEffort desk undoable continuous",
                                           "SetExpression desk kiosk undoable",
                                           "SetFiller desk undoable continuous",
                                           "SetFraming desk every-screen",
                                           "SetFreeUnits desk undoable continuous",
                                           "SetGhost desk undoable continuous",
                                           "SetLayer desk undoable",
                                           "SetLight desk undoable",
                                           "SetLightMap desk undoable",
                                           "SetLoop desk undoable",
                                           "SetNotes desk undoable continuous",
                                           "SetOutcomePage desk",
                                           "SetPerson desk undoable continuous",
                                           "SetPlan desk undoable",
                                           "SetPlaying desk kiosk undoable",
                                           "SetPointUnits desk",
                                           "SetPoints desk undoable continuous",
                                           "SetPose desk kiosk undoable",
                                           "SetProduct desk kiosk undoable",
                                           "SetQuantity desk undoable",
                                           "SetReducedMotion desk kiosk",
                                           "SetRegion desk kiosk undoable",
                                           "SetResponder desk undoable",
                                           "SetRhythm desk undoable continuous",
                                           "SetSessionWeek desk undoable continuous",
                                           "SetSheet desk",
                                           "SetShortcutFilter desk",
                                           "SetSideEffect desk kiosk undoable",
                                           "SetSidePanel desk",
                                           "SetSpeed desk undoable continuous",
                                           "SetTextScale desk kiosk",
                                           "SetTheme desk",
                                           "SetTreatment desk undoable",
                                           "SetUnits desk undoable continuous",
                                           "SetView desk kiosk undoable",
                                           "SetWeek desk kiosk undoable continuous",
                                           "SetWipe desk undoable continuous",
                                           "ShowAllStructures desk kiosk undoable",
                                           "ShowPoints desk",
                                           "ShowSession desk",
                                           "ShowTape desk undoable",
                                           "StartOver every-screen",
                                           "StepMonths desk kiosk undoable",
                                           "StepWeeks desk kiosk undoable",
                                           "TapStructure desk kiosk",
                                           "Tick desk every-screen",
                                           "ToggleFindings desk",
                                           "TogglePlaying desk kiosk undoable",
                                           "ToggleShortcuts desk",
                                           "Touch every-screen",
                                           "Undo desk",
                                           "Zoom desk kiosk undoable continuous"};

History desk() {
  simulation::Plan calf, face;
  face.region = simulation::Region::face;
  return History(start_session(Mode::consultant, calf, face));
}

/// The name of the type, as the compiler writes it: `[with A = app::action::Orbit; ...]` or `[A = ...]`.
template <typename A>
std::string name() {
  constexpr std::string_view kSpace = "action::";
  const std::string text = __PRETTY_FUNCTION__;
  const std::size_t start = text.rfind(kSpace) + kSpace.size();
  return text.substr(start, text.find_first_of(";]", start) - start);
}

/// Where a kiosk takes the action, found by asking on all its screens.
std::string in_a_kiosk(const Action& action) {
  Session main = start_session(Mode::kiosk, {}, {});
  main.kiosk.screen = KioskScreen::main;
  std::vector<Session> others(4, main);
  others[0].kiosk.screen = KioskScreen::attract;
  others[1].kiosk.screen = KioskScreen::notice;
  others[2].kiosk.still_there = true;
  others[3].kiosk.pin_pad = true;
  const auto taken = std::count_if(others.begin(), others.end(),
                                   [&](const Session& other) { return allowed(other, action); });
  EXPECT_EQ(allowed(main, action), allowed(Mode::kiosk, action));
  if (!allowed(main, action)) return taken == 0 ? "" : " others-only";
  return taken == 0 ? " kiosk" : taken == 4 ? " every-screen" : " some-screens";
}

template <typename A>
std::string row() {
  const Action action = A{};
  const History twice = apply(apply(desk(), action), action);
  EXPECT_EQ(allowed(twice.now, action), allowed(Mode::consultant, action));
  std::string row = name<A>();
  if (allowed(Mode::consultant, action)) row += " desk";
  row += in_a_kiosk(action);
  if (!twice.past.empty()) row += " undoable";
  if (twice.past.size() == 1) row += " continuous";
  return row;
}

template <std::size_t... I>
std::vector<std::string> rows(std::index_sequence<I...>) {
  std::vector<std::string> all = {row<std::variant_alternative_t<I, Action>>()...};
  std::sort(all.begin(), all.end());
  return all;
}

TEST(Actions, EachIsTakenUndoneAndJoinedAsItsRowSays) {
  EXPECT_THAT(rows(std::make_index_sequence<std::variant_size_v<Action>>()),
              testing::ElementsAreArray(kActions));
}

}  // namespace
