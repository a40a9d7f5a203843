#pragma once

#include "app/session/action.h"

/// What each action does to a session, for apply.cpp alone; grouped by file.
namespace app {

// apply.cpp
void change(Session& session, const action::EndGesture& a);
void change(Session& session, const action::Undo& a);
void change(Session& session, const action::Redo& a);
void change(Session& session, const action::ResetAll& a);

// change_plan.cpp
/// The session of the plan on screen at a place in its list; null where there is none.
simulation::Session* session_at(Session& session, int index);
void change(Session& session, const action::SetPlan& a);
void change(Session& session, const action::SetPerson& a);
void change(Session& session, const action::SetProduct& a);
void change(Session& session, const action::SetUnits& a);
void change(Session& session, const action::SetPoints& a);
void change(Session& session, const action::AddSession& a);
void change(Session& session, const action::RemoveSession& a);
void change(Session& session, const action::SetSessionWeek& a);
void change(Session& session, const action::ShowSession& a);

// change_beside.cpp
void change(Session& session, const action::SetRhythm& a);
void change(Session& session, const action::SetBeside& a);
void change(Session& session, const action::CompareGentler& a);

// change_case.cpp
void change(Session& session, const action::SetCaseTitle& a);
void change(Session& session, const action::SetNotes& a);
void change(Session& session, const action::OpenCase& a);
void change(Session& session, const action::AskCase& a);

// change_points.cpp
void change(Session& session, const action::AddPoint& a);
void change(Session& session, const action::MovePoint& a);
void change(Session& session, const action::SetFreeUnits& a);
void change(Session& session, const action::RemovePoint& a);
void change(Session& session, const action::ShowPoints& a);
void change(Session& session, const action::PlacePoints& a);
void change(Session& session, const action::SetPointUnits& a);
void change(Session& session, const action::SelectPoint& a);

// change_fillers.cpp
void change(Session& session, const action::AddFiller& a);
void change(Session& session, const action::SetFiller& a);
void change(Session& session, const action::RemoveFiller& a);
void change(Session& session, const action::SetTreatment& a);

// change_time.cpp
void change(Session& session, const action::SetWeek& a);
void change(Session& session, const action::StepWeeks& a);
void change(Session& session, const action::StepMonths& a);
void change(Session& session, const action::GoFirst& a);
void change(Session& session, const action::GoLast& a);
void change(Session& session, const action::SetPlaying& a);
void change(Session& session, const action::TogglePlaying& a);
void change(Session& session, const action::SetDirection& a);
void change(Session& session, const action::SetSpeed& a);
void change(Session& session, const action::SetLoop& a);
void change(Session& session, const action::Tick& a);

// change_view.cpp
void change(Session& session, const action::SetRegion& a);
void change(Session& session, const action::SetResponder& a);
void change(Session& session, const action::SetExpression& a);
void change(Session& session, const action::SetPose& a);
void change(Session& session, const action::SetEffort& a);
void change(Session& session, const action::SetLayer& a);
void change(Session& session, const action::SetCompare& a);
void change(Session& session, const action::SetLight& a);
void change(Session& session, const action::SetLightMap& a);
void change(Session& session, const action::SetWipe& a);
void change(Session& session, const action::SetGhost& a);
void change(Session& session, const action::ShowTape& a);
void change(Session& session, const action::PlaceTape& a);
void change(Session& session, const action::TapStructure& a);
void change(Session& session, const action::CloseStructure& a);
void change(Session& session, const action::SetSideEffect& a);
void change(Session& session, const action::IsolateStructure& a);
void change(Session& session, const action::HideStructure& a);
void change(Session& session, const action::ShowAllStructures& a);
void change(Session& session, const action::SetQuantity& a);
void change(Session& session, const action::SetSidePanel& a);
void change(Session& session, const action::ToggleFindings& a);
void change(Session& session, const action::SetOutcomePage& a);
void change(Session& session, const action::SetFraming& a);
void change(Session& session, const action::SetAspect& a);
void change(Session& session, const action::SetView& a);
void change(Session& session, const action::Orbit& a);
void change(Session& session, const action::Pan& a);
void change(Session& session, const action::Zoom& a);
void change(Session& session, const action::ResetView& a);
void change(Session& session, const action::SetTheme& a);
void change(Session& session, const action::SetTextScale& a);
void change(Session& session, const action::SetReducedMotion& a);
void change(Session& session, const action::OpenCard& a);
void change(Session& session, const action::CloseOverlay& a);
void change(Session& session, const action::ToggleShortcuts& a);
void change(Session& session, const action::SetShortcutFilter& a);
void change(Session& session, const action::Capture& a);
void change(Session& session, const action::SetSheet& a);
void change(Session& session, const action::MakeSheet& a);
void change(Session& session, const action::Quit& a);

// change_kiosk.cpp
void change(Session& session, const action::Touch& a);
void change(Session& session, const action::AcceptNotice& a);
void change(Session& session, const action::StartOver& a);
void change(Session& session, const action::OpenPinPad& a);
void change(Session& session, const action::PinDigit& a);
void change(Session& session, const action::ClosePinPad& a);
/// The kiosk's part of a Tick: attract loop, idle clock, countdown.
void tick_kiosk(Session& session, double seconds);

// For the other files of the group.
/// Closes the card of a structure when `before` showed other meshes or panes, or a tool was taken up since.
void drop_stale_tap(Session& session, const Undone& before);
/// After every change of the plan: week and shown session stay inside it.
void settle(Session& session);
/// Moves to the nearest shown week.
void set_week(Session& session, double week);
/// Looks at a region's body as its case was opened, as long as nobody has changed the view since.
void look_as_opened(Session& session, simulation::Region region);
/// The standard view of a region as it opens: calves from behind, the face from the front.
render::Camera opening_camera(simulation::Region region, const render::Framing& framing, double aspect);

// An action without a change() does not compile; for that they are all asked here.
template <typename A>
concept HasChange = requires(Session& session, const A& a) {
  change(session, a);
};

template <typename A>
struct Answered {
  static_assert(HasChange<A>, "an action says in a change() what it does to a session");
};

template <typename Variant>
struct AllAnswered;
template <typename... A>
struct AllAnswered<std::variant<A...>> : Answered<A>... {};
static_assert(sizeof(AllAnswered<Action>) > 0);

}  // namespace app
