#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>

#include "app/session/action_traits.h"
#include "app/session/session.h"

/// What can be done to the picture of the model.
namespace app::action {

// What is shown.
struct SetRegion {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  simulation::Region region;
};
struct SetResponder {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  simulation::Responder responder;
};
struct SetExpression {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  simulation::Expression expression;
};
struct SetPose {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  simulation::CalfPose pose;
};
struct SetEffort {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  double effort;
};
struct SetLayer {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  render::Layer layer;
};
/// A possible side effect for teaching, held so that it is seen, or none. None where the plan on screen
/// cannot show it: of the other region, or without needles.
struct SetSideEffect {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  std::optional<simulation::AdverseOutcome> side_effect;
};
/// Leaves all of a structure's region out but itself.
struct IsolateStructure {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  simulation::Structure structure;
};
struct HideStructure {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  simulation::Structure structure;
};
struct ShowAllStructures {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
};
/// Toxin, filler or both, of a face.
struct SetTreatment {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  Treatment treatment;
};
struct SetCompare {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  Join compare;
};
/// A preset light; the map of a file is gone then.
struct SetLight {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  render::LightPreset preset;
};
/// The light of a map, named in the window and in every picture. One without a map changes nothing.
struct SetLightMap {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  Light light;
};
struct SetWipe {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  double wipe;
};
struct SetGhost {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  double opacity;
};
/// The tape measure of the calf, on or off.
struct ShowTape {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  bool shown;
};
/// Puts the tape at a height, 0 knee to 1 ankle; empty: where the calf is widest.
struct PlaceTape {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  std::optional<double> t;
};
/// Opens the card of a structure that was met on the model. Nothing while another tool takes the taps.
struct TapStructure {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
  Tapped tapped;
};
struct CloseStructure {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::main_screen};
};
struct SetQuantity {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  std::string quantity;
};

// Camera.
/// The body changed: what a standard view has to hold. A camera that was set keeps its side and its share.
struct SetFraming {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::every_screen};
  simulation::Region region;
  render::Framing framing;
  render::Framing tiptoe = {.height_mm = 0.0};  // calf only; no height: as standing
};
struct SetAspect {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::every_screen};
  double aspect;
};
struct SetView {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  render::StandardView view;
};
struct Orbit {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::main_screen};
  double yaw_rad;
  double pitch_rad;
};
struct Pan {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::main_screen};
  glm::dvec2 ndc_from;
  glm::dvec2 ndc_to;
};
struct Zoom {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::main_screen};
  double factor;  // above 1 comes closer
  glm::dvec2 ndc;
};
struct ResetView {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
};

}  // namespace app::action
