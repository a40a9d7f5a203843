#pragma once

#include "app/session/action_case.h"
#include "app/session/action_kiosk.h"
#include "app/session/action_plan.h"
#include "app/session/action_points.h"
#include "app/session/action_sheet.h"
#include "app/session/action_time.h"
#include "app/session/action_traits.h"
#include "app/session/action_view.h"
#include "app/session/action_window.h"

namespace app {

/// What a user (or a clock, or a test) can do to a Session. Each is a small value; apply.h says what it does.
using Action = action::OneOf<
    action::SetRegion, action::SetPlan, action::SetPerson, action::SetProduct, action::SetUnits,
    action::SetPoints, action::AddPoint, action::MovePoint, action::SetFreeUnits, action::RemovePoint,
    action::ShowPoints, action::PlacePoints, action::SetPointUnits, action::SelectPoint, action::AddSession,
    action::RemoveSession, action::SetSessionWeek, action::SetRhythm, action::SetBeside,
    action::CompareGentler, action::ShowSession, action::SetWeek, action::StepWeeks, action::StepMonths,
    action::GoFirst, action::GoLast, action::SetPlaying, action::TogglePlaying, action::SetDirection,
    action::SetSpeed, action::SetLoop, action::Tick, action::SetResponder, action::SetExpression,
    action::SetPose, action::SetEffort, action::SetLayer, action::SetTreatment, action::AddFiller,
    action::SetFiller, action::RemoveFiller, action::SetCompare, action::SetLight, action::SetLightMap,
    action::SetWipe, action::SetGhost, action::ShowTape, action::PlaceTape, action::SetQuantity,
    action::SetSidePanel, action::ToggleFindings, action::SetOutcomePage, action::SetFraming,
    action::SetAspect, action::SetView, action::Orbit, action::Pan, action::Zoom, action::ResetView,
    action::SetTheme, action::SetTextScale, action::SetReducedMotion, action::OpenCard, action::CloseOverlay,
    action::ToggleShortcuts, action::SetShortcutFilter, action::EndGesture, action::Undo, action::Redo,
    action::ResetAll, action::Capture, action::Quit, action::Touch, action::AcceptNotice, action::StartOver,
    action::OpenPinPad, action::PinDigit, action::ClosePinPad, action::TapStructure, action::CloseStructure,
    action::SetSideEffect, action::IsolateStructure, action::HideStructure, action::ShowAllStructures,
    action::SetCaseTitle, action::SetNotes, action::OpenCase, action::AskCase, action::SetSheet,
    action::MakeSheet>;

/// What holds for the action's kind.
action::Traits traits_of(const Action& action);

}  // namespace app
