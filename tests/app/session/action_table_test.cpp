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

/// Every action by name: whether a consultant's desk and a kiosk take it, whether it leaves a step to undo,
/// and whether two in a row are one step.
const std::vector<std::string> kActions = {"AcceptNotice kiosk",
                                           "AddFiller desk undoable",
                                           "AddPoint desk undoable",
                                           "AddSession desk undoable",
                                           "Capture desk",
                                           "CloseOverlay desk kiosk",
                                           "ClosePinPad kiosk",
                                           "CloseStructure desk kiosk",
                                           "CompareGentler desk undoable",
                                           "EndGesture desk kiosk",
                                           "GoFirst desk kiosk undoable",
                                           "GoLast desk kiosk undoable",
                                           "MovePoint desk undoable continuous",
                                           "OpenCard desk kiosk",
                                           "OpenPinPad kiosk",
                                           "Orbit desk kiosk undoable continuous",
                                           "Pan desk kiosk undoable continuous",
                                           "PinDigit kiosk",
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
                                           "SetAspect desk kiosk",
                                           "SetBeside desk undoable",
                                           "SetCompare desk kiosk undoable",
                                           "SetDirection desk undoable",
                                           "SetEffort desk undoable continuous",
                                           "SetExpression desk kiosk undoable",
                                           "SetFiller desk undoable continuous",
                                           "SetFraming desk kiosk",
                                           "SetFreeUnits desk undoable continuous",
                                           "SetGhost desk undoable continuous",
                                           "SetLayer desk undoable",
                                           "SetLight desk undoable",
                                           "SetLightMap desk undoable",
                                           "SetLoop desk undoable",
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
                                           "SetShortcutFilter desk",
                                           "SetSidePanel desk",
                                           "SetSpeed desk undoable continuous",
                                           "SetTextScale desk kiosk",
                                           "SetTheme desk",
                                           "SetTreatment desk undoable",
                                           "SetUnits desk undoable continuous",
                                           "SetView desk kiosk undoable",
                                           "SetWeek desk kiosk undoable continuous",
                                           "SetWipe desk undoable continuous",
                                           "ShowPoints desk",
                                           "ShowSession desk",
                                           "ShowTape desk undoable",
                                           "StartOver kiosk",
                                           "StepMonths desk kiosk undoable",
                                           "StepWeeks desk kiosk undoable",
                                           "TapStructure desk kiosk",
                                           "Tick desk kiosk",
                                           "TogglePlaying desk kiosk undoable",
                                           "ToggleShortcuts desk",
                                           "Touch kiosk",
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

template <typename A>
std::string row() {
  const Action action = A{};
  const std::size_t steps = apply(apply(desk(), action), action).past.size();
  std::string row = name<A>();
  if (allowed(Mode::consultant, action)) row += " desk";
  if (allowed(Mode::kiosk, action)) row += " kiosk";
  if (undoable(action)) row += " undoable";
  if (steps == 1) row += " continuous";
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
