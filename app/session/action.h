#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/session/session.h"

/// What a user (or a clock, or a test) can do to a Session. Each is a small value; apply.h says what it does.
namespace app::action {

// Region and body.
struct SetRegion {
  simulation::Region region;
};
struct SetPlan {
  simulation::Plan plan;
};
struct SetPerson {
  simulation::Person person;
};

// Sessions of the plan.
struct SetProduct {
  int session;
  simulation::Product product;
  /// The published protocol of that product for this region; empty: keep the sites, with no units.
  std::vector<simulation::Injection> protocol;
};
struct SetUnits {
  int session;
  simulation::Muscle muscle;
  simulation::Side side;
  double units;
};
struct SetPoints {
  int session;
  simulation::Muscle muscle;
  simulation::Side side;
  int points;
};
/// One free point on the skin, in the texture of the region's skin (0 to 1, v up).
struct AddPoint {
  int session;
  glm::dvec2 uv;
  double units;
};
/// `injection`: index in the session, of a free point.
struct MovePoint {
  int session;
  int injection;
  glm::dvec2 uv;
};
struct SetFreeUnits {
  int session;
  int injection;
  double units;
};
struct RemovePoint {
  int session;
  int injection;
};
struct AddSession {};
struct RemoveSession {
  int session;
};
struct SetSessionWeek {
  int session;
  double week;
};
/// So many sessions, so many weeks apart.
struct SetRhythm {
  int sessions;
  double every_weeks;
};
/// A second plan of the shown region for the same person, beside the first; empty: none any more.
struct SetBeside {
  std::optional<simulation::Plan> plan;
};
/// A gentler version of the plan beside it, under this title.
struct CompareGentler {
  std::string title;
};
struct ShowSession {
  int session;
};

// Fillers of a face's plan.
/// One more at a site without one, in the week shown.
struct AddFiller {};
struct SetFiller {
  int filler;
  simulation::Filler value;
};
struct RemoveFiller {
  int filler;
};

// Time.
struct SetWeek {
  double week;
};
struct StepWeeks {
  int weeks;
};
struct StepMonths {
  int months;
};
struct GoFirst {};
struct GoLast {};
struct SetPlaying {
  bool playing;
};
struct TogglePlaying {};
struct SetDirection {
  int direction;
};
struct SetSpeed {
  double weeks_per_second;
};
struct SetLoop {
  LoopMode loop;
};
/// Time has passed. The only way a clock enters.
struct Tick {
  double seconds;
};

// What is shown.
struct SetResponder {
  simulation::Responder responder;
};
struct SetExpression {
  simulation::Expression expression;
};
struct SetPose {
  simulation::CalfPose pose;
};
struct SetEffort {
  double effort;
};
struct SetLayer {
  render::Layer layer;
};
/// Toxin, filler or both, of a face.
struct SetTreatment {
  Treatment treatment;
};
struct SetCompare {
  Join compare;
};
/// A preset light; the map of a file is gone then.
struct SetLight {
  render::LightPreset preset;
};
/// The light of a map, named in the window and in every picture. One without a map changes nothing.
struct SetLightMap {
  Light light;
};
struct SetWipe {
  double wipe;
};
struct SetGhost {
  double opacity;
};
/// The tape measure of the calf, on or off.
struct ShowTape {
  bool shown;
};
/// Puts the tape at a height, 0 knee to 1 ankle; empty: where the calf is widest.
struct PlaceTape {
  std::optional<double> t;
};
/// Needle points on the skin, on or off; off ends placing.
struct ShowPoints {
  bool shown;
};
/// The tool that places free points, on or off; on shows the points.
struct PlacePoints {
  bool placing;
};
/// Units of the next point placed by hand.
struct SetPointUnits {
  double units;
};
/// A free point of the shown session; -1: none.
struct SelectPoint {
  int injection;
};
/// Opens the card of a structure that was met on the model. Nothing while another tool takes the taps.
struct TapStructure {
  Tapped tapped;
};
struct CloseStructure {};
struct SetQuantity {
  std::string quantity;
};
struct SetSidePanel {
  SidePanel panel;
};

// Camera.
/// The body changed: what a standard view has to hold. A camera that was set keeps its side and its share.
struct SetFraming {
  simulation::Region region;
  render::Framing framing;
  render::Framing tiptoe = {.height_mm = 0.0};  // calf only; no height: as standing
};
struct SetAspect {
  double aspect;
};
struct SetView {
  render::StandardView view;
};
struct Orbit {
  double yaw_rad;
  double pitch_rad;
};
struct Pan {
  glm::dvec2 ndc_from;
  glm::dvec2 ndc_to;
};
struct Zoom {
  double factor;  // above 1 comes closer
  glm::dvec2 ndc;
};
struct ResetView {};

// Look.
struct SetTheme {
  Theme theme;
};
struct SetTextScale {
  double scale;
};
struct SetReducedMotion {
  bool reduced;
};

// Overlays.
struct OpenCard {
  std::string card;
};
struct CloseOverlay {};
struct ToggleShortcuts {};
struct SetShortcutFilter {
  std::string filter;
};

// The whole.
struct EndGesture {};
struct Undo {};
struct Redo {};
struct ResetAll {};
struct Capture {};
struct Quit {};

// Kiosk.
/// Any input of a person: wakes the attract loop, answers "Still there?", restarts the idle clock.
struct Touch {};
struct AcceptNotice {};
struct StartOver {};
struct OpenPinPad {};
struct PinDigit {
  int digit;
};
struct ClosePinPad {};

}  // namespace app::action

namespace app {

using Action = std::variant<
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
    action::SetSidePanel, action::SetFraming, action::SetAspect, action::SetView, action::Orbit, action::Pan,
    action::Zoom, action::ResetView, action::SetTheme, action::SetTextScale, action::SetReducedMotion,
    action::OpenCard, action::CloseOverlay, action::ToggleShortcuts, action::SetShortcutFilter,
    action::EndGesture, action::Undo, action::Redo, action::ResetAll, action::Capture, action::Quit,
    action::Touch, action::AcceptNotice, action::StartOver, action::OpenPinPad, action::PinDigit,
    action::ClosePinPad, action::TapStructure, action::CloseStructure>;

}  // namespace app
